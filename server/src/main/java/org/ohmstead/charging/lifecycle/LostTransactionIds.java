package org.ohmstead.charging.lifecycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.charging.store.SqlSessionRows;

/**
 * Which session a 1.6 station means by a number. It may be ours, one that the station made up (field note 92), or none, because
 * the station never got one (-1, E1.6 3.18; 0, field note 94; the largest long, field note 93).
 */
public final class LostTransactionIds {
    /** A stop is not before its start, but clocks are set while sessions run. */
    private static final Duration TOLERANCE = Duration.ofMinutes(1);

    private LostTransactionIds() {}

    /** Whether a station can know a session by this number at all. */
    static boolean isName(@Nullable Long number) {
        return number != null && number != 0 && number != -1 && number != Long.MAX_VALUE;
    }

    /** The session that bears the number: as ours, or as the station's own. */
    static Optional<ChargingSession> named(SqlSessionRows rows, @Nullable Long number) {
        if (number == null) {
            return Optional.empty();
        }
        Optional<ChargingSession> ours = number > 0
                ? rows.byId(number).filter(session -> session.origin().isNumbered())
                : Optional.empty();
        return ours.or(() -> rows.byStationTx(String.valueOf(number))
                .filter(session -> session.origin().isNumbered()));
    }

    /**
     * A name that the station made up may come again: where the session of that name is over, and the stop is later than that,
     * another open session is meant.
     */
    static Optional<ChargingSession> sessionOf(
            SqlSessionRows rows, Stop stop, EventTime when, @Nullable TokenUse token) {
        Optional<ChargingSession> named = named(rows, stop.number());
        boolean madeUp = stop.number() == null || stop.number() <= 0 || !isName(stop.number());
        boolean passed = named.filter(session -> isPast(session, stop, when)).isPresent();
        if (passed || (named.isEmpty() && madeUp)) {
            return repeated(rows, stop, when)
                    .or(() -> guessed(rows, stop, when, token))
                    .or(() -> named);
        }
        return named;
    }

    private static boolean isPast(ChargingSession session, Stop stop, EventTime when) {
        Instant ended = session.times().endedAt();
        boolean ours = stop.number() != null && stop.number() == session.id();
        return !ours && session.isEndedByStation() && ended != null && when.at().isAfter(ended.plus(TOLERANCE));
    }

    /** A stop without a number that came before. */
    private static Optional<ChargingSession> repeated(SqlSessionRows rows, Stop stop, EventTime when) {
        if (when.station() == null) {
            return Optional.empty();
        }
        return rows.endedAt(when.station()).stream()
                .filter(session -> session.origin().isNumbered()
                        && StopTransactions.isEqual(session.meter().stopWh(), stop.meterWh()))
                .findFirst();
    }

    /** By the token, else the only one that is open, else the one whose meter fits best, else the newest (field note 91). */
    private static Optional<ChargingSession> guessed(
            SqlSessionRows rows, Stop stop, EventTime when, @Nullable TokenUse token) {
        List<ChargingSession> open = rows.open().stream()
                .filter(session -> session.origin().isNumbered())
                .filter(session ->
                        !session.times().startedAt().isAfter(when.at().plus(TOLERANCE)))
                .toList();
        List<ChargingSession> withToken = open.stream()
                .filter(session -> token != null
                        && session.token() != null
                        && session.token().key().equals(token.key()))
                .toList();
        return best(withToken.isEmpty() ? open : withToken, stop.meterWh());
    }

    private static Optional<ChargingSession> best(List<ChargingSession> sessions, @Nullable BigDecimal stopWh) {
        return sessions.stream()
                .filter(session -> rise(session, stopWh).signum() >= 0)
                .min(Comparator.comparing(session -> rise(session, stopWh)))
                .or(() -> sessions.stream().findFirst());
    }

    /** From the newest register of a session to one at its end; negative: it cannot be, or is not known. */
    private static BigDecimal rise(ChargingSession session, @Nullable BigDecimal stopWh) {
        MeterState meter = session.meter();
        BigDecimal newest = meter.lastWh() == null ? meter.startWh() : meter.lastWh();
        return newest == null || stopWh == null ? BigDecimal.ONE.negate() : stopWh.subtract(newest);
    }

    /** The key of a stop that has neither a session nor a number. Stands in databases as it is written here. */
    public static String stopKey(Stop stop, EventTime when) {
        return String.join(
                "|",
                "stop",
                DateTimeFormatter.ISO_INSTANT.format(when.key()),
                stop.meterWh() == null ? "null" : stop.meterWh().toPlainString(),
                stop.token() == null ? "null" : stop.token());
    }
}
