package org.ohmstead.payments.stripe;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ohmstead.api.Refused;
import org.ohmstead.payments.state.Money;

/** Amounts as Stripe has them (docs.stripe.com/currencies): the smallest unit, with exceptions. */
final class StripeUnits {
    /** Which ISO 4217 has without decimals, and Stripe with two. */
    private static final Map<String, Long> FACTORS = Map.of("ISK", 100L, "UGX", 100L);

    /** Of which Stripe takes fewer decimals than ISO 4217 has, so that not each amount could be captured. */
    private static final Set<String> COARSER = Set.of("MGA", "BHD", "JOD", "KWD", "OMR", "TND");

    private StripeUnits() {}

    /** @throws Refused invalid: not each amount of it can be paid there */
    static void check(Currency currency) {
        if (COARSER.contains(currency.getCurrencyCode())) {
            throw Refused.invalid(
                    "currency",
                    "currency is " + currency
                            + ", of which Stripe does not take the smallest unit. Take another currency or gateway.");
        }
    }

    static long of(Money money) {
        return Math.multiplyExact(money.minor(), factor(money.currency()));
    }

    static Money money(long units, Currency currency) {
        return new Money(units / factor(currency), currency);
    }

    static String word(Currency currency) {
        return currency.getCurrencyCode().toLowerCase(Locale.ROOT);
    }

    private static long factor(Currency currency) {
        return FACTORS.getOrDefault(currency.getCurrencyCode(), 1L);
    }
}
