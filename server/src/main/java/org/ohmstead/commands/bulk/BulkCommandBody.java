package org.ohmstead.commands.bulk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.Commands;
import org.ohmstead.commands.Wait;
import org.ohmstead.commands.verbs.Words;

/** One command for many stations, as REST takes it. */
@Schema(name = "BulkCommandBody")
public record BulkCommandBody(
        @Schema(
                description = "Identities of stations. Exactly one of stations, stationGroup and filter is given",
                examples = "[\"CP-7\",\"CP-8\"]")
        @Nullable
        List<String> stations,

        @Schema(description = "Number of a group of stations: all in it") @Nullable
        Long stationGroup,

        @Nullable Filter filter,

        @Schema(description = "Name of the action", examples = "Reset", required = true) @Nullable
        String action,

        @Schema(
                description =
                        "Payload of the request; its schema is at /api/v1/catalogue/{version}/{action}. Default {}")
        @Nullable
        JsonNode payload,

        @Schema(description = "What stations of OCPP 1.6 are sent instead. Absent: the same as all") @Nullable
        Instead ocpp16,

        @Schema(description = "How many stations have their turn at the same time, from 1 to 100. Default: 10")
        @Nullable
        Integer parallel,

        @Schema(description = "How long each may take to answer, from 1ms to 5m. Default: 30s", examples = "30s")
        @Nullable
        String timeout,

        @Schema(
                description =
                        "How long the command may wait for a station that is not connected, from 1s to 30d. Absent: it"
                                + " does not wait",
                examples = "1h")
        @Nullable
        String ttl) {
    private static final int MOST_PARALLEL = 100;
    private static final int USUAL_PARALLEL = 10;

    /** Stations by what they are. */
    @Schema(name = "BulkCommandFilter")
    public record Filter(
            @Schema(description = "Part of identity, name, vendor, model or serial number. Absent: any") @Nullable
            String q,

            @Schema(description = "true: only those that are connected when it begins. Absent: all") @Nullable
            Boolean connected) {}

    /** What some stations are sent instead. */
    @Schema(name = "BulkCommandInstead")
    public record Instead(
            @Schema(description = "Name of the action in OCPP 1.6", examples = "Reset", required = true) @Nullable
            String action,

            @Schema(description = "Payload of the request. Default {}") @Nullable
            JsonNode payload) {}

    /** @throws Refused invalid naming the field */
    BulkOrder order() {
        BulkOrder.Told words = told("action", action, "payload", payload);
        BulkOrder.Told older =
                ocpp16 == null ? null : told("ocpp16.action", ocpp16.action(), "ocpp16.payload", ocpp16.payload());
        int width = parallel == null ? USUAL_PARALLEL : parallel;
        if (width < 1 || width > MOST_PARALLEL) {
            throw Refused.invalid("parallel", "parallel is " + width + "; allowed are 1 to " + MOST_PARALLEL + ".");
        }
        if (timeout != null) {
            Wait.of("timeout", timeout);
        }
        if (ttl != null) {
            Wait.ttl(ttl);
        }
        return new BulkOrder(words, older, width, timeout, ttl);
    }

    private static BulkOrder.Told told(
            String actionField, @Nullable String action, String payloadField, @Nullable JsonNode payload) {
        if (action == null) {
            throw Refused.invalid(
                    actionField, actionField + " is missing. Name one of GET /api/v1/catalogue/{version}.");
        }
        ObjectNode given = Words.newPayload();
        if (payload instanceof ObjectNode object) {
            given = object;
        } else if (payload != null && !payload.isNull()) {
            throw Refused.invalid(payloadField, payloadField + " is " + payload + "; allowed is an object.");
        }
        Commands.checkForMany(action, given);
        return new BulkOrder.Told(action, given);
    }

    /** @throws Refused invalid where it is not exactly one */
    void checkChoice() {
        int given = (stations == null ? 0 : 1) + (stationGroup == null ? 0 : 1) + (filter == null ? 0 : 1);
        if (given != 1) {
            throw Refused.invalid(
                    "stations",
                    "Of stations, stationGroup and filter " + given + " are given; allowed is exactly one of them.");
        }
    }
}
