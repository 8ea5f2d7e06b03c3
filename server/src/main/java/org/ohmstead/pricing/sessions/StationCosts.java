package org.ohmstead.pricing.sessions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.pricing.sessions.SessionCostView.StationCostView;
import org.ohmstead.tariffs.session.SessionTariff;
import org.ohmstead.tariffs.session.SessionTariffs;

/** Compares what stations of 2.1 calculate by themselves ({@code costDetails}) with our prices. */
@Singleton
public class StationCosts {
    private final SessionTariffs told;

    @Inject
    public StationCosts(SessionTariffs told) {
        this.told = told;
    }

    /** Null: the station has calculated nothing. */
    @Nullable
    StationCostView of(ChargingSession session, @Nullable String currency, @Nullable BigDecimal payable) {
        SessionTariff.Cost cost = told.of(session).cost();
        return cost == null ? null : compared(cost, currency, payable);
    }

    private static @Nullable StationCostView compared(
            SessionTariff.Cost cost, @Nullable String currency, @Nullable BigDecimal payable) {
        JsonNode total = cost.details().path("totalCost");
        JsonNode amount = total.path("total").path("inclTax");
        amount = amount.isNumber() ? amount : total.path("total").path("exclTax"); // without tax there is one of them
        if (!amount.isNumber()) {
            return null;
        }
        String own = total.path("currency").asText(null);
        boolean isComparable = payable != null && (own == null || own.equalsIgnoreCase(currency));
        return new StationCostView(
                own,
                amount.decimalValue(),
                cost.at(),
                isComparable ? amount.decimalValue().subtract(payable) : null);
    }
}
