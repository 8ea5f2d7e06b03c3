package org.ohmstead.vendor.kept;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** Vendors' messages to and from a station. */
@Path("/api/v1/stations/{station}/data-transfers")
@Tag(name = "Data transfer", description = "Messages that vendors have added to OCPP, to stations and from them")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DataTransferResource {
    private static final int LONGEST_VENDOR = 255;
    private static final int LONGEST_MESSAGE = 50;

    private final TransferLog log;
    private final Verbs verbs;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public DataTransferResource(TransferLog log, Verbs verbs, Stations stations, CurrentActor actor) {
        this.log = log;
        this.verbs = verbs;
        this.stations = stations;
        this.actor = actor;
    }

    /** A vendor's message for a station. */
    @Schema(name = "DataTransfer")
    public record Body(
            @Schema(
                    required = true,
                    maxLength = LONGEST_VENDOR,
                    description = "Whose message it is, ideally a reversed domain name",
                    examples = "org.ohmstead")
            @Nullable
            String vendorId,

            @Schema(maxLength = LONGEST_MESSAGE, description = "Which of theirs", examples = "Echo") @Nullable
            String messageId,

            @Schema(
                    description =
                            "What it carries: any JSON. A station of OCPP 1.6 gets a text as it is, and anything else"
                                    + " as JSON in a text",
                    examples = "hello")
            @Nullable
            JsonNode data) {}

    @POST
    @Permission("station.command")
    @LongestAnswer(6)
    @Operation(
            operationId = "sendDataTransfer",
            summary = "Sends a vendor's message to a station (DataTransfer)",
            description = "response.data of the answer holds what the station says to it.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said: Accepted, Rejected, UnknownMessageId or UnknownVendorId",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response send(@PathParam("station") String identity, @BeanParam SendOptions options, @Nullable Body body) {
        StationRef station = station(identity);
        if (body == null) {
            throw Refused.invalid("body", "The body is empty; send a vendorId, and what it is to be told.");
        }
        String vendor = body.vendorId();
        if (vendor == null || vendor.isBlank() || vendor.length() > LONGEST_VENDOR) {
            throw Refused.invalid(
                    "vendorId",
                    "vendorId has " + (vendor == null ? 0 : vendor.length()) + " characters; allowed are 1 to "
                            + LONGEST_VENDOR + ".");
        }
        if (body.messageId() != null && body.messageId().length() > LONGEST_MESSAGE) {
            throw Refused.invalid(
                    "messageId",
                    "messageId has " + body.messageId().length() + " characters; allowed are " + LONGEST_MESSAGE
                            + " at most.");
        }
        ObjectNode payload = Words.newPayload().put("vendorId", vendor);
        if (body.messageId() != null) {
            payload.put("messageId", body.messageId());
        }
        return VerbView.answer(verbs.tell(actor.get(), station.identity(), verb(payload, body.data()), options));
    }

    private static Verb verb(ObjectNode payload, @Nullable JsonNode data) {
        if (data == null || data.isNull()) {
            return Verb.of(TransferLog.ACTION, payload);
        }
        String text = data.isTextual() ? data.textValue() : data.toString();
        return Verb.of(
                station -> new Words(TransferLog.ACTION, payload.put("data", text)),
                station -> new Words(TransferLog.ACTION, payload.set("data", data)));
    }

    @GET
    @Permission("data-transfer.read")
    @Operation(
            operationId = "listDataTransfers",
            summary = "Lists vendors' messages from a station and to it, with what each was answered",
            description = "Also those that were sent as any command is. Passwords and keys in them are masked.")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<KeptTransfer> list(
            @PathParam("station") String identity,
            @Parameter(description = "true: from the station; false: to it. Absent: both")
                    @QueryParam("inbound")
                    @Nullable
                    String inbound,
            @Parameter(description = "Whose messages, in any case") @QueryParam("vendorId") @Nullable String vendorId,
            @Parameter(description = "Came or left then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "Came or left before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Instant begin = QueryWords.time("from", from);
        Instant end = QueryWords.time("to", to);
        QueryWords.period("from", begin, "to", end);
        return log.page(
                station(identity),
                new SqlTransferStore.Filter(QueryWords.flag("inbound", inbound), QueryWords.text(vendorId), begin, end),
                Limit.of(limit),
                Cursor.of(cursor));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
