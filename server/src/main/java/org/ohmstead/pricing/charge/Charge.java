package org.ohmstead.pricing.charge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import org.ohmstead.pricing.charge.ChargePart.Phase;

/**
 * What somebody is to pay for: a session, with the reservation before it; or a reservation that expired, which no session followed.
 *
 * @param zone      of the place, for restrictions by time of day and date
 * @param currency  in which it is to be paid
 * @param start     of the reservation, or of the session where there was none
 * @param parts     ordered by their start; time between them is neither charging nor parking; none: nothing was
 *                  measured
 * @param isSuspect whether its readings are not plausible, so that its price is provisional
 */
public record Charge(
        ZoneId zone, Currency currency, Instant start, Instant end, List<ChargePart> parts, boolean isSuspect) {
    public Charge {
        parts = parts.isEmpty()
                ? List.of(new ChargePart(Phase.SESSION, start, end, Volumes.NONE, Span.UNKNOWN, Span.UNKNOWN))
                : parts.stream().sorted(Comparator.comparing(ChargePart::from)).toList();
    }

    /** Whether a session was, and not a reservation alone. */
    public boolean hasSession() {
        return parts.stream().anyMatch(part -> part.phase() == Phase.SESSION);
    }

    /** When the session began, behind the reservation; the end, where there was none. */
    public Instant sessionStart() {
        return parts.stream()
                .filter(part -> part.phase() == Phase.RESERVATION)
                .map(ChargePart::to)
                .max(Comparator.naturalOrder())
                .orElse(start);
    }

    /** All that came together in one phase. */
    public Volumes total(Phase phase) {
        return parts.stream()
                .filter(part -> part.phase() == phase)
                .map(ChargePart::volumes)
                .reduce(Volumes.NONE, Volumes::plus);
    }

    /** What of it has been at a moment, as if it had ended then. */
    public Charge until(Instant moment) {
        List<ChargePart> been = parts.stream()
                .filter(part -> !part.from().isAfter(moment))
                .map(part -> part.to().isAfter(moment) ? part.until(moment) : part)
                .toList();
        return new Charge(zone, currency, start, moment, been, isSuspect);
    }
}
