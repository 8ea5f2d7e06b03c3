package org.ohmstead.tariffs.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;

/** REST: the tariff and the cost of a session. */
@Path("/api/v1/sessions/{id}")
@Tag(name = "Station tariffs")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SessionTariffResource {
    private static final String ENDED = "What became of it, whatever it is";
    private static final String GOES_ON = "It has not ended; Location shows the command";
    private static final String NO_SESSION = "There is no such session";
    private static final String CONFLICT = "It has ended, or the station's registration does not let it pass yet";
    private static final String TOO_MANY = "Too many commands wait for this station";
    private static final String WRONG = "A field or parameter is not allowed; the problem names it";

    /** No session costs more in any currency; a slip of the keyboard does. */
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    private final SessionLists sessions;
    private final SessionTariffs tariffs;
    private final CurrentActor actor;

    @Inject
    public SessionTariffResource(SessionLists sessions, SessionTariffs tariffs, CurrentActor actor) {
        this.sessions = sessions;
        this.tariffs = tariffs;
        this.actor = actor;
    }

    /** What a session costs so far. */
    @Schema(name = "SessionCostUpdate")
    public record Body(
            @Schema(
                    description = "With taxes, in the currency of the station",
                    required = true,
                    minimum = "0",
                    maximum = "1000000000")
            @Nullable
            BigDecimal totalCost) {}

    @GET
    @Path("/tariff")
    @Permission("session.read")
    @Operation(
            operationId = "getSessionTariff",
            summary =
                    "Shows by which tariff a session runs at its station, and what that came to by the station's word",
            description = "Only stations of OCPP 2.1 that calculate by themselves tell it.")
    @APIResponse(responseCode = "200", description = "What is known of it")
    @APIResponse(responseCode = "404", description = NO_SESSION)
    public SessionTariffView get(@PathParam("id") String id) {
        ChargingSession session = sessions.session(actor.scope(), id);
        return SessionTariffView.of(session.id(), tariffs.of(session));
    }

    @PUT
    @Path("/tariff")
    @LongestAnswer(6)
    @Permission("session.price")
    @Operation(
            operationId = "changeSessionTariff",
            summary = "Gives an open session another tariff from now on (ChangeTransactionTariff)",
            description =
                    "The body is a Tariff of OCPP 2.1 in the currency of the one before. The station tells when it"
                            + " uses it: see GET .../tariff, and the event session-tariff.changed.")
    @APIResponse(
            responseCode = "200",
            description = ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = GOES_ON,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NO_SESSION)
    @APIResponse(responseCode = "409", description = CONFLICT)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response change(
            @PathParam("id") String id,
            @BeanParam SendOptions options,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT))) @Nullable ObjectNode tariff) {
        ChargingSession session = sessions.openSession(actor.scope(), id);
        if (tariff == null) {
            throw Refused.invalid("body", "The body is empty; send a Tariff of OCPP 2.1.");
        }
        return VerbView.answer(tariffs.change(actor.get(), session, tariff, options));
    }

    @POST
    @Path("/cost")
    @LongestAnswer(6)
    @Permission("session.price")
    @Operation(
            operationId = "updateSessionCost",
            summary = "Tells the station what an open session costs so far (CostUpdated)",
            description = "For stations of OCPP 2.x that show it and do not calculate by themselves.")
    @APIResponse(
            responseCode = "200",
            description = ENDED,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = GOES_ON,
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NO_SESSION)
    @APIResponse(responseCode = "409", description = CONFLICT)
    @APIResponse(responseCode = "429", description = TOO_MANY)
    public Response cost(@PathParam("id") String id, @BeanParam SendOptions options, @Nullable Body body) {
        ChargingSession session = sessions.openSession(actor.scope(), id);
        BigDecimal amount = body == null ? null : body.totalCost();
        if (amount == null || amount.signum() < 0 || amount.compareTo(MOST) > 0) {
            throw Refused.invalid(
                    "totalCost",
                    "totalCost is " + (amount == null ? "missing" : amount) + "; allowed is 0 to "
                            + MOST.toPlainString() + ".");
        }
        return VerbView.answer(tariffs.tellCost(actor.get(), session, amount, options));
    }
}
