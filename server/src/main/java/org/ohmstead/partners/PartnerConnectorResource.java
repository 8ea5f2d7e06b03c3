package org.ohmstead.partners;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;

/** Which connectors are free, for partners. */
@Path("/api/v1/partner/connectors")
@Tag(name = "Partners")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class PartnerConnectorResource {
    private static final String EVSE = "As in the list; connector n of OCPP 1.6 is connector 1 of EVSE n";
    private static final String CONNECTOR = "Counted within its EVSE";
    private final PartnerConnectors connectors;
    private final CurrentActor actor;

    @Inject
    public PartnerConnectorResource(PartnerConnectors connectors, CurrentActor actor) {
        this.connectors = connectors;
        this.actor = actor;
    }

    @GET
    @Permission("partner.read")
    @Operation(
            operationId = "listPartnerConnectors",
            summary = "Lists the connectors of the stations that the key sees",
            description = "To follow them, open the feed instead of asking again and again.")
    @APIResponse(responseCode = "200", description = "A page of them, in the order of station, EVSE and connector")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<PartnerConnector> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return connectors.page(actor.scope(), Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Path("/{station}/{evse}/{connector}")
    @Permission("partner.read")
    @Operation(operationId = "getPartnerConnector", summary = "Shows one connector")
    @APIResponse(responseCode = "200", description = "The connector as it is now")
    @APIResponse(responseCode = "400", description = "A number is none")
    @APIResponse(responseCode = "404", description = "There is no such connector among those that the key sees")
    public PartnerConnector get(
            @PathParam("station") String station,
            @Parameter(description = EVSE) @PathParam("evse") String evse,
            @Parameter(description = CONNECTOR) @PathParam("connector") String connector) {
        return connectors.get(actor.scope(), station, evse, connector);
    }

    @PUT
    @Path("/{station}/{evse}/{connector}/block")
    @Permission("partner.block")
    @Operation(
            operationId = "blockPartnerConnector",
            summary = "Blocks a connector: it takes no new session",
            description =
                    "It counts at once; a session that runs goes on to its end. Sent again with another reason or time, they"
                            + " replace those before.")
    @APIResponse(responseCode = "200", description = "The block")
    @APIResponse(responseCode = "400", description = "The reason is missing, or the time is over; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such connector among those that the key sees")
    @APIResponse(responseCode = "409", description = "Somebody else has blocked it")
    public PartnerBlock block(
            @PathParam("station") String station,
            @Parameter(description = EVSE) @PathParam("evse") String evse,
            @Parameter(description = CONNECTOR) @PathParam("connector") String connector,
            @Nullable PartnerBlockBody body) {
        return PartnerBlock.of(connectors.block(actor.get(), station, evse, connector, PartnerBlockBody.wanted(body)));
    }

    @DELETE
    @Path("/{station}/{evse}/{connector}/block")
    @Permission("partner.block")
    @Operation(
            operationId = "unblockPartnerConnector",
            summary = "Lifts an own block of a connector",
            description = "Of the same key. Where the operator has blocked its EVSE or station, it stays blocked.")
    @APIResponse(responseCode = "204", description = "Lifted")
    @APIResponse(responseCode = "400", description = "A number is none")
    @APIResponse(responseCode = "404", description = "There is no such connector, or it is not blocked by itself")
    @APIResponse(responseCode = "409", description = "Somebody else has blocked it")
    public void unblock(
            @PathParam("station") String station,
            @Parameter(description = EVSE) @PathParam("evse") String evse,
            @Parameter(description = CONNECTOR) @PathParam("connector") String connector) {
        connectors.unblock(actor.get(), station, evse, connector);
    }
}
