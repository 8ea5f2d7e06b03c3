package org.ohmstead.smartcharging.ocpp2;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds.NotifyEVChargingNeedsStatus;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds.Request;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds.Response;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.smartcharging.needs.ChargingNeeds;
import org.ohmstead.smartcharging.needs.EvNeeds;
import org.ohmstead.smartcharging.needs.NeedReader;
import org.ohmstead.stations.Caller;

/** OCPP 2.x K15, K17 to K20: an EV asks. Its profile follows by itself. */
@Singleton
public class NotifyEVChargingNeeds2 implements CallHandler<Caller, Request, Response> {
    private final ChargingNeeds needs;

    @Inject
    public NotifyEVChargingNeeds2(ChargingNeeds needs) {
        this.needs = needs;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        // K15.FR.04: no profile will follow, so the EV charges by TxDefaultProfile. 2.0.1 has only Rejected to say so.
        NotifyEVChargingNeedsStatus none = caller.version().has(OcppVersion.V21)
                ? NotifyEVChargingNeedsStatus.NoChargingProfile
                : NotifyEVChargingNeedsStatus.Rejected;
        return switch (needs.asked(caller.station(), read(caller, call), none.name())) {
            case ACCEPTED -> new Response(NotifyEVChargingNeedsStatus.Accepted);
            case PROCESSING -> new Response(NotifyEVChargingNeedsStatus.Processing);
            case NONE ->
                new Response(
                        none,
                        new StatusInfo("NotEnabled", "No charging profile will be sent; TxDefaultProfile applies"));
        };
    }

    private static EvNeeds read(Caller caller, Request call) {
        ObjectNode json = (ObjectNode) Payloads.tree(Request.class, call).get("chargingNeeds");
        return new EvNeeds(
                call.evseId(),
                caller.word(
                        "chargingNeeds.requestedEnergyTransfer",
                        call.chargingNeeds().requestedEnergyTransfer()),
                call.chargingNeeds().departureTime(),
                NeedReader.energyWh(json),
                NeedReader.most(json),
                call.maxScheduleTuples(),
                call.timestamp(),
                json);
    }
}
