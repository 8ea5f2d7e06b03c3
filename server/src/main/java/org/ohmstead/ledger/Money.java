package org.ohmstead.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import org.ohmstead.api.Refused;

/**
 * An amount of a currency, exactly.
 *
 * @param currency of ISO 4217
 * @param minor    in what the currency is divided into: cents; of yen, yen
 */
public record Money(String currency, long minor) implements Comparable<Money> {
    /** Beyond it sums of many might not fit. */
    private static final long MOST_MINOR = 1_000_000_000_000_000L;

    private static final int MOST_DIGITS = 40;

    public static Money zero(String currency) {
        return new Money(currency, 0);
    }

    /** Of an amount that is one of that currency. @throws ArithmeticException it has more decimals than the currency, or is too large */
    public static Money of(String currency, BigDecimal amount) {
        return new Money(
                currency,
                amount.setScale(digits(currency), RoundingMode.UNNECESSARY)
                        .unscaledValue()
                        .longValueExact());
    }

    /**
     * As somebody has sent it.
     *
     * @throws Refused invalid: no currency, more decimals than it has, or out of all proportion
     */
    public static Money given(String currencyField, String currency, String amountField, BigDecimal amount) {
        int digits;
        try {
            digits = digits(currency);
        } catch (IllegalArgumentException unknown) {
            throw Refused.invalid(
                    currencyField,
                    currencyField + " is '" + currency + "'; allowed is a code of ISO 4217, such as EUR or UZS.");
        }
        BigDecimal plain = amount.stripTrailingZeros();
        boolean isReadable = plain.precision() <= MOST_DIGITS && Math.abs((long) plain.scale()) <= MOST_DIGITS;
        if (!isReadable
                || plain.abs().compareTo(BigDecimal.valueOf(MOST_MINOR, digits)) > 0
                || plain.scale() > digits) {
            throw Refused.invalid(
                    amountField,
                    amountField + " is " + (isReadable ? plain.toPlainString() : "out of range")
                            + "; allowed is an amount of "
                            + currency + " with at most " + digits + " decimals, of up to "
                            + BigDecimal.valueOf(MOST_MINOR, digits).toBigInteger() + ".");
        }
        return of(currency, plain);
    }

    private static int digits(String currency) {
        return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /** With the decimals of its currency. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    public Money plus(Money other) {
        same(other);
        return new Money(currency, Math.addExact(minor, other.minor));
    }

    public Money minus(Money other) {
        return plus(other.negated());
    }

    public Money negated() {
        return new Money(currency, Math.negateExact(minor));
    }

    public Money atMost(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    @Override
    public int compareTo(Money other) {
        same(other);
        return Long.compare(minor, other.minor);
    }

    private void same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not add up");
        }
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
