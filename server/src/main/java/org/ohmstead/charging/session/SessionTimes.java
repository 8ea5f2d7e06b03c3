package org.ohmstead.charging.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a session was.
 *
 * @param startedAt        the time we believe: the station's, unless its clock is off or absurd
 * @param stationStartedAt what the station said
 * @param endedAt          the time we believe; null: still open
 * @param stationEndedAt   what the station said
 * @param receivedAt       arrival of the first message about it
 * @param updatedAt        arrival of the newest sign of it
 */
public record SessionTimes(
        Instant startedAt,
        @Nullable Instant stationStartedAt,
        @Nullable Instant endedAt,
        @Nullable Instant stationEndedAt,
        Instant receivedAt,
        Instant updatedAt) {

    public static SessionTimes began(EventTime start, Instant arrival) {
        Instant now = EventTime.micros(arrival);
        return new SessionTimes(start.at(), start.station(), null, null, now, now);
    }

    public SessionTimes started(EventTime start) {
        return new SessionTimes(start.at(), start.station(), endedAt, stationEndedAt, receivedAt, updatedAt);
    }

    /** Began at another time than the station says. */
    public SessionTimes startedAbout(Instant at) {
        return new SessionTimes(at, stationStartedAt, endedAt, stationEndedAt, receivedAt, updatedAt);
    }

    public SessionTimes ended(EventTime end) {
        return new SessionTimes(startedAt, stationStartedAt, end.at(), end.station(), receivedAt, updatedAt);
    }

    /** Ended at a time that no station told. */
    public SessionTimes endedAbout(Instant at) {
        return new SessionTimes(startedAt, stationStartedAt, at, null, receivedAt, updatedAt);
    }

    SessionTimes reopened() {
        return new SessionTimes(startedAt, stationStartedAt, null, null, receivedAt, updatedAt);
    }

    public SessionTimes seen(Instant arrival) {
        Instant now = EventTime.micros(arrival);
        Instant newest = now.isAfter(updatedAt) ? now : updatedAt;
        return new SessionTimes(startedAt, stationStartedAt, endedAt, stationEndedAt, receivedAt, newest);
    }
}
