package org.ohmstead.commands.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A command for many stations, as the API shows it. */
@Schema(name = "BulkCommand")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BulkCommandView(
        long id,

        @Schema(
                implementation = BulkCommand.State.class,
                description =
                        "running: stations have their turn; stopping: those at work are waited for; ended: all had"
                                + " their turn; stopped: some had none")
        String state,

        @Schema(description = "Who sent it", examples = "user:anna@example.org")
        String actor,

        String action,
        JsonNode payload,

        @Schema(description = "What stations of OCPP 1.6 are sent instead") @Nullable
        Instead ocpp16,

        @Schema(description = "How many have their turn at the same time")
        int parallel,

        @Nullable String timeout,
        @Nullable String ttl,

        @Schema(description = "How many stations it is for") int stations,

        @Schema(description = "How many have had their turn")
        int done,

        @Schema(
                description =
                        "Of these, how many were not told: the station's registration or limits did not let it pass")
        int refused,

        @Schema(description = "Of these, how many whose command waits for its station, or for an answer")
        int open,

        @Schema(
                description = "Of these, how many ended with which outcome",
                examples = "{\"answered\":12,\"timedOut\":1}")
        Map<String, Integer> outcomes,

        Instant createdAt,

        @Schema(description = "Absent: it has not ended") @Nullable
        Instant endedAt) {

    /** What some stations are sent instead. */
    @Schema(name = "BulkCommandOther")
    public record Instead(String action, JsonNode payload) {}

    /** One station of it. */
    @Schema(name = "BulkCommandStation")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record OfStation(
            @Schema(description = "From 1, in the order of their turns")
            int place,

            String station,

            @Schema(description = "Number of the command that it became. Absent: none, or it has not had its turn")
            @Nullable
            Long command,

            @Schema(description = "How far that command has come") @Nullable
            String state,

            @Schema(description = "What became of that command") @Nullable
            String outcome,

            @Schema(description = "Status of the station's answer", examples = "Accepted") @Nullable
            String status,

            @Schema(description = "The station's error text, or why there is no answer") @Nullable
            String text,

            @Schema(description = "Why it became no command") @Nullable
            String refusal,

            @Schema(description = "When it had its turn. Absent: it had not") @Nullable
            Instant doneAt) {
        static OfStation of(BulkCommand.OfStation one) {
            return new OfStation(
                    one.place(),
                    one.station(),
                    one.command(),
                    one.state(),
                    one.outcome(),
                    one.status(),
                    one.text(),
                    one.refusal(),
                    one.doneAt());
        }
    }

    static BulkCommandView of(BulkCommand bulk, BulkCommand.Progress progress) {
        BulkOrder order = bulk.order();
        BulkOrder.Told older = order.ocpp16();
        return new BulkCommandView(
                bulk.id(),
                bulk.state().word(),
                bulk.by().word(),
                order.words().action(),
                order.words().payload(),
                older == null ? null : new Instead(older.action(), older.payload()),
                order.parallel(),
                order.timeout(),
                order.ttl(),
                progress.total(),
                progress.done(),
                progress.refused(),
                progress.open(),
                progress.outcomes(),
                bulk.createdAt(),
                bulk.endedAt());
    }
}
