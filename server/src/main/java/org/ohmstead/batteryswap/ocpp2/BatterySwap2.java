package org.ohmstead.batteryswap.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.ohmstead.batteryswap.BatterySwaps;
import org.ohmstead.batteryswap.SlotReport;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.notices.ocpp2.Payloads;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.BatterySwap;
import org.ohmstead.ocpp.v2.BatterySwap.Request;
import org.ohmstead.ocpp.v2.BatterySwap.Response;
import org.ohmstead.stations.Caller;

/** OCPP 2.1 S01 to S03: a battery was put in, taken out or left behind. */
@Singleton
public class BatterySwap2 implements CallHandler<Caller, Request, Response> {
    private final BatterySwaps swaps;

    @Inject
    public BatterySwap2(BatterySwaps swaps) {
        this.swaps = swaps;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        swaps.reported(
                caller.station(),
                new SlotReport(
                        step(call.eventType()),
                        call.requestId(),
                        KeptText.of(call.idToken().idToken()),
                        KeptText.of(call.idToken().type()),
                        Payloads.list(Request.class, call, "batteryData")),
                caller.receivedAt());
        return new Response();
    }

    private static SlotReport.Step step(BatterySwap.BatterySwapEvent event) {
        return switch (event) {
            case BatteryIn -> SlotReport.Step.IN;
            case BatteryOut -> SlotReport.Step.OUT;
            case BatteryOutTimeout -> SlotReport.Step.OUT_TIMEOUT;
        };
    }
}
