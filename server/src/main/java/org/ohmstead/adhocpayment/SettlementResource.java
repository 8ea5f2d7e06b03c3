package org.ohmstead.adhocpayment;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
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
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** REST: payments at terminals. */
@Path("/api/v1/settlements")
@Tag(name = "Ad hoc payment", description = "Payments at terminals of stations and on the web (OCPP 2.1)")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SettlementResource {
    private final Settlements settlements;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public SettlementResource(Settlements settlements, Stations stations, CurrentActor actor) {
        this.settlements = settlements;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("settlement.read")
    @Operation(
            operationId = "listSettlements",
            summary = "Lists payments that terminals of stations have settled (NotifySettlement), the newest first",
            description = "One for each reference of the payment service provider, as its station reported it last.")
    @APIResponse(responseCode = "200", description = "A page of settlements")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<SettlementView> list(
            @Parameter(description = "Identity of the station") @QueryParam("station") @Nullable String station,
            @Parameter(description = "Such as Settled") @QueryParam("status") @Nullable String status,
            @Parameter(description = "The reference of the payment service provider") @QueryParam("pspRef") @Nullable
                    String pspRef,
            @Parameter(description = "The station's id of the session") @QueryParam("transactionId") @Nullable
                    String transaction,
            @Parameter(description = "First reported then or later") @QueryParam("from") @Nullable String from,
            @Parameter(description = "First reported before") @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String identity = QueryWords.text(station);
        SettlementFilter filter = new SettlementFilter(
                identity == null
                        ? null
                        : StationPaths.find(stations, actor.scope(), identity)
                                .ref()
                                .id(),
                QueryWords.text(status),
                QueryWords.text(pspRef),
                QueryWords.text(transaction),
                QueryWords.time("from", from),
                QueryWords.time("to", to));
        QueryWords.period("from", filter.from(), "to", filter.to());
        return settlements
                .page(actor.scope(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(SettlementView::of);
    }

    @GET
    @Path("/{id}")
    @Permission("settlement.read")
    @Operation(operationId = "getSettlement", summary = "Shows a payment at a terminal")
    @APIResponse(responseCode = "200", description = "The settlement")
    @APIResponse(responseCode = "404", description = "There is none")
    public SettlementView get(@PathParam("id") String id) {
        return SettlementView.of(settlements.get(actor.scope(), PathNumber.of("settlement", id)));
    }
}
