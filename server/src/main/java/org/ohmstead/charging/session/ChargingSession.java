package org.ohmstead.charging.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A charging session as the evidence tells it.
 *
 * @param id         ours; also the transactionId that a 1.6 station is given, so positive and never used twice
 * @param token      what it was started with; null: nothing yet, or not known
 * @param stopToken  what it was stopped with; null: not by a token
 * @param seq        2.x: the sequence of its events
 * @param charging   null: not told
 * @param offline    whether something about it came from the queue of an offline station
 * @param suspicions what is odd about it
 */
public record ChargingSession(
        long id,
        Origin origin,
        ConnectorRef place,
        @Nullable TokenUse token,
        @Nullable TokenUse stopToken,
        SessionTimes times,
        MeterState meter,
        SeqRange seq,
        @Nullable ChargingState charging,
        Ending ending,
        boolean offline,
        Set<Suspicion> suspicions) {

    public ChargingSession {
        suspicions = Collections.unmodifiableSet(copy(suspicions));
    }

    private static Set<Suspicion> copy(Collection<Suspicion> some) {
        Set<Suspicion> copy = EnumSet.noneOf(Suspicion.class);
        copy.addAll(some);
        return copy;
    }

    /** A session of which nothing but its first moment is known. Its id comes with its row. */
    public static ChargingSession fresh(Origin origin, SessionTimes times) {
        return new ChargingSession(
                0,
                origin,
                ConnectorRef.UNKNOWN,
                null,
                null,
                times,
                MeterState.NONE,
                SeqRange.NONE,
                null,
                Ending.OPEN,
                false,
                Set.of());
    }

    /** What the station knows it by: its own id (2.x, and 1.6 where it made one up), else the number that it was given. */
    public String transactionId() {
        String own = origin.stationTx();
        return own == null ? Long.toString(id) : own;
    }

    public SessionState state() {
        return ending.closedBy() == null ? SessionState.OPEN : SessionState.ENDED;
    }

    public boolean isOpen() {
        return state() == SessionState.OPEN;
    }

    public boolean isEndedByStation() {
        return ending.closedBy() == ClosedBy.STATION;
    }

    /** Open, but without any sign for so long that nobody should wait for it (field note 88). */
    public boolean isStale(Instant now, Duration after) {
        return isOpen() && times.updatedAt().isBefore(now.minus(after));
    }

    /** Its token was refused, and nothing has flowed: it keeps nothing busy and lacks nothing. */
    public boolean isRefusedAndIdle() {
        boolean refused = token != null && !"accepted".equals(token.verdict());
        return refused && (meter.energyWh() == null || meter.energyWh().signum() <= 0);
    }

    /**
     * After a message of it. What told that it is over was wrong, unless the message is of before that; a newer session on its
     * EVSE, or a refused token, tells it still, from now on.
     *
     * @param when the message is of
     */
    public ChargingSession heard(Instant arrival, EventTime when) {
        ChargingSession seen = with(times.seen(arrival));
        EndSign sign = ending.sign();
        if (sign == null || when.offline() || !when.at().isAfter(sign.at())) {
            return seen;
        }
        return seen.with(ending.withSign(
                switch (sign.by()) {
                    case SUPERSEDED, REFUSED -> sign.movedTo(arrival);
                    case STATION, OPERATOR, REBOOT, CONNECTOR_FREE -> null;
                }));
    }

    /** What has flowed contradicts that it is over because its token was refused. */
    public ChargingSession unlessIdle() {
        EndSign sign = ending.sign();
        boolean isWrong = sign != null && sign.by() == ClosedBy.REFUSED && !isRefusedAndIdle();
        return isWrong ? with(ending.withSign(null)) : this;
    }

    /** Whether something tells that it has been over for long enough, and what happened then is of another session. */
    public boolean isOverBefore(Instant moment, Instant now) {
        EndSign sign = ending.sign();
        return !isOpen() || sign != null && !sign.freeAt().isAfter(now) && moment.isAfter(sign.at());
    }

    /** Closed without its station, and it goes on: as if nobody had closed it. */
    public ChargingSession reopened() {
        Set<Suspicion> rest = copy(suspicions);
        rest.remove(Suspicion.END_MISSING);
        return with(Ending.OPEN).with(times.reopened()).withSuspicions(rest);
    }

    public ChargingSession withId(long number) {
        return new ChargingSession(
                number, origin, place, token, stopToken, times, meter, seq, charging, ending, offline, suspicions);
    }

    public ChargingSession with(Origin other) {
        return new ChargingSession(
                id, other, place, token, stopToken, times, meter, seq, charging, ending, offline, suspicions);
    }

    public ChargingSession with(ConnectorRef other) {
        return new ChargingSession(
                id, origin, other, token, stopToken, times, meter, seq, charging, ending, offline, suspicions);
    }

    public ChargingSession withToken(@Nullable TokenUse other) {
        return new ChargingSession(
                id, origin, place, other, stopToken, times, meter, seq, charging, ending, offline, suspicions);
    }

    public ChargingSession withStopToken(@Nullable TokenUse other) {
        return new ChargingSession(
                id, origin, place, token, other, times, meter, seq, charging, ending, offline, suspicions);
    }

    public ChargingSession with(SessionTimes other) {
        return new ChargingSession(
                id, origin, place, token, stopToken, other, meter, seq, charging, ending, offline, suspicions);
    }

    public ChargingSession with(MeterState other) {
        return new ChargingSession(
                id, origin, place, token, stopToken, times, other, seq, charging, ending, offline, suspicions);
    }

    public ChargingSession with(SeqRange other) {
        return new ChargingSession(
                id, origin, place, token, stopToken, times, meter, other, charging, ending, offline, suspicions);
    }

    public ChargingSession with(@Nullable ChargingState other) {
        return new ChargingSession(
                id, origin, place, token, stopToken, times, meter, seq, other, ending, offline, suspicions);
    }

    public ChargingSession with(Ending other) {
        return new ChargingSession(
                id, origin, place, token, stopToken, times, meter, seq, charging, other, offline, suspicions);
    }

    /** Offline once is offline: it tells that some of its times were not seen live. */
    public ChargingSession orOffline(boolean too) {
        return new ChargingSession(
                id, origin, place, token, stopToken, times, meter, seq, charging, ending, offline || too, suspicions);
    }

    /** Nothing about it came from a queue, as it turned out. */
    public ChargingSession notOffline() {
        return new ChargingSession(
                id, origin, place, token, stopToken, times, meter, seq, charging, ending, false, suspicions);
    }

    public ChargingSession suspecting(Collection<Suspicion> more) {
        Set<Suspicion> all = copy(suspicions);
        all.addAll(more);
        return withSuspicions(all);
    }

    public ChargingSession withSuspicions(Set<Suspicion> all) {
        return new ChargingSession(
                id, origin, place, token, stopToken, times, meter, seq, charging, ending, offline, all);
    }
}
