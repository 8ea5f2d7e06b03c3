package org.ohmstead.simulator.v2;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.v2.BatterySwap;
import org.ohmstead.ocpp.v2.CostDetails;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.NotifySettlement;
import org.ohmstead.ocpp.v2.NotifyWebPaymentStarted;
import org.ohmstead.ocpp.v2.RequestBatterySwap;
import org.ohmstead.ocpp.v2.TotalPrice;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;
import org.ohmstead.simulator.station.authorization.Token;

/** Battery swaps (S), and payments at the terminal (C18 to C22) and on the web (C25). */
final class Services21 {
    private static final Duration SWAP_STEP = Duration.ofSeconds(3);

    private final Station station;

    Services21(Protocol2 cs) {
        this.station = cs.station();
    }

    /** A charged battery comes out, then the empty one goes in. */
    RequestBatterySwap.Response swap(RequestBatterySwap.Request request) {
        station.afterAnswer(() -> station.inSteps(
                SWAP_STEP,
                List.of(
                        () -> tell(request, BatterySwap.BatterySwapEvent.BatteryOut, 96),
                        () -> tell(request, BatterySwap.BatterySwapEvent.BatteryIn, 21))));
        return new RequestBatterySwap.Response(GenericStatus.Accepted);
    }

    NotifyWebPaymentStarted.Response payment(NotifyWebPaymentStarted.Request request) {
        return new NotifyWebPaymentStarted.Response();
    }

    /** Whoever paid at the terminal is charged what the station has calculated (C21). */
    void ended(Transaction transaction, @Nullable CostDetails cost) {
        Token token = transaction.token();
        TotalPrice total = cost == null ? null : cost.totalCost().total();
        if (token != null && token.kind().equals("DirectPayment") && total != null && total.inclTax() != null) {
            station.say(new NotifySettlement.Request(
                    token.value(),
                    NotifySettlement.PaymentStatus.Settled,
                    total.inclTax(),
                    station.stamp(),
                    transaction.id(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
    }

    private void tell(RequestBatterySwap.Request request, BatterySwap.BatterySwapEvent event, int soc) {
        BatterySwap.BatteryData battery =
                new BatterySwap.BatteryData(1, "BATTERY-" + soc, BigDecimal.valueOf(soc), BigDecimal.valueOf(98));
        station.say(new BatterySwap.Request(List.of(battery), event, request.idToken(), request.requestId()));
    }
}
