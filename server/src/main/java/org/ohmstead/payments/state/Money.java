package org.ohmstead.payments.state;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/**
 * An exact amount in the smallest unit of its currency (ISO 4217): nothing is ever rounded.
 *
 * @param minor    such as cents or tiyin; not negative
 * @param currency such as EUR
 */
public record Money(long minor, Currency currency) {
    /** A hundred thousand million of the smallest unit: more is a mistake. */
    public static final long MOST = 100_000_000_000L;

    public Money {
        if (minor < 0) {
            throw new IllegalArgumentException("an amount is " + minor + "; it must not be negative");
        }
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /** @throws Refused invalid naming the field: no currency of ISO 4217 */
    public static Currency currency(String field, @Nullable String code) {
        try {
            if (code != null) {
                Currency currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
                if (currency.getDefaultFractionDigits() >= 0) {
                    return currency;
                }
            }
        } catch (IllegalArgumentException unknown) {
            throw wrongCurrency(field, code);
        }
        throw wrongCurrency(field, code);
    }

    private static Refused wrongCurrency(String field, @Nullable String code) {
        return Refused.invalid(
                field,
                field + " is " + (code == null ? "missing" : "'" + code + "'")
                        + "; allowed is a currency of ISO 4217, such as EUR or UZS.");
    }

    /** @throws Refused invalid naming the field: missing, negative, too large, or with parts of the smallest unit */
    public static Money of(String field, @Nullable BigDecimal amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        String allowed = "; allowed is 0 or more, with " + digits + " decimals at most, up to "
                + BigDecimal.valueOf(MOST, digits).toPlainString() + " " + currency + ".";
        if (amount == null) {
            throw Refused.invalid(field, field + " is missing" + allowed);
        }
        // the scale of 1E+999999999 must not be written out
        boolean fits = amount.signum() >= 0
                && (amount.signum() == 0 || (long) amount.precision() - amount.scale() <= 15)
                && (amount.signum() == 0 || amount.stripTrailingZeros().scale() <= digits);
        long minor = !fits
                ? MOST + 1
                : amount.signum() == 0 ? 0 : amount.movePointRight(digits).longValueExact();
        if (minor > MOST) {
            throw Refused.invalid(field, field + " is " + amount + allowed);
        }
        return new Money(minor, currency);
    }

    /** With the decimals of its currency. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isMoreThan(Money other) {
        return minor > same(other).minor;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    /** Zero where the other is larger. */
    public Money lessOrZero(Money other) {
        return new Money(Math.max(0, minor - same(other).minor), currency);
    }

    public Money smallerOf(Money other) {
        return minor <= same(other).minor ? this : other;
    }

    private Money same(Money other) {
        if (!other.currency.equals(currency)) {
            throw new IllegalArgumentException(currency + " and " + other.currency + " do not go together");
        }
        return other;
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
