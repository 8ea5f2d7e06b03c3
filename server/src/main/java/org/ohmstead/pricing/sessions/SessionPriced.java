package org.ohmstead.pricing.sessions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A session that has ended has a price, or another one than before. It is appended in the unit of work that stores the revision, so
 * there is exactly one of each. Sessions for which there is no tariff have none.
 *
 * @param at              when it was priced
 * @param identity        of the station
 * @param session         number of the session
 * @param revision        1, 2, …: each replaces the one before as a whole
 * @param state           {@code provisional} or {@code final}, see {@link PriceState}
 * @param tariff          id of the operator's tariff, as in {@code /api/v1/tariffs/{id}}
 * @param tariffVersion   the version that the session began with
 * @param currency        three letters of ISO 4217
 * @param exclVat         without tax, to 4 decimals
 * @param inclVat         with tax, to 4 decimals
 * @param payableExclVat  without tax, in whole units of what the currency is divided into
 * @param payableInclVat  with tax: this is what is to be paid
 * @param items           what stands on a bill; together exactly the two payable amounts
 * @param energyWh        as the session has it; null: not known
 * @param token           it was started with; null: none, or not known
 */
public record SessionPriced(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long session,
        int revision,
        String state,
        String tariff,
        int tariffVersion,
        String currency,
        BigDecimal exclVat,
        BigDecimal inclVat,
        BigDecimal payableExclVat,
        BigDecimal payableInclVat,
        List<PricedItem> items,
        Instant startedAt,
        Instant endedAt,
        @Nullable BigDecimal energyWh,
        @Nullable String token,
        @Nullable String tokenType,
        @Nullable String tokenGroup)
        implements Event {
    public static final String KIND = "session.priced";

    @Override
    public String kind() {
        return "session.priced"; // KIND, written out for whoever looks through the code
    }

    /** Whether it says the same, whenever it was worked out. */
    boolean isSame(SessionPriced other) {
        return as(other.revision()).at(other.at()).equals(other);
    }

    SessionPriced as(int number) {
        return with(at, number);
    }

    private SessionPriced at(Instant when) {
        return with(when, revision);
    }

    private SessionPriced with(Instant when, int number) {
        return new SessionPriced(
                tenant,
                station,
                when,
                identity,
                session,
                number,
                state,
                tariff,
                tariffVersion,
                currency,
                exclVat,
                inclVat,
                payableExclVat,
                payableInclVat,
                items,
                startedAt,
                endedAt,
                energyWh,
                token,
                tokenType,
                tokenGroup);
    }
}
