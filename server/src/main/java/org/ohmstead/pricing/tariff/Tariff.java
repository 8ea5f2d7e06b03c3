package org.ohmstead.pricing.tariff;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What charging costs.
 *
 * @param name     whose and which it is
 * @param type     null: it is for all sessions
 * @param limits   of the total of a session
 * @param elements in the order in which they are asked; never empty
 */
public record Tariff(
        Name name,
        Currency currency,
        @Nullable TariffType type,
        Validity validity,
        Limits limits,
        List<TariffElement> elements) {
    public Tariff {
        elements = List.copyOf(elements);
    }

    /** One that is nobody's yet. */
    public static Tariff of(Currency currency, List<TariffElement> elements) {
        return new Tariff(Name.NONE, currency, null, Validity.ALWAYS, Limits.NONE, elements);
    }

    /**
     * Whose and which it is.
     *
     * @param countryCode two letters of the operator's country
     * @param partyId     three letters of the operator
     * @param id          within what the operator has
     */
    public record Name(
            @Nullable String countryCode,
            @Nullable String partyId,
            @Nullable String id) {
        static final Name NONE = new Name(null, null, null);
    }

    /**
     * For sessions that begin in this time.
     *
     * @param from  null: always was
     * @param until without it; null: always will be
     */
    public record Validity(@Nullable Instant from, @Nullable Instant until) {
        static final Validity ALWAYS = new Validity(null, null);

        public boolean holds(Instant begin) {
            return (from == null || !begin.isBefore(from)) && (until == null || begin.isBefore(until));
        }
    }

    /**
     * What a session costs at least and at most.
     *
     * @param min null: nothing
     * @param max null: there is no such limit
     */
    public record Limits(@Nullable Price min, @Nullable Price max) {
        static final Limits NONE = new Limits(null, null);
    }
}
