package org.ohmstead.charging;

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
public record Times(
        Instant startedAt,
        @Nullable Instant stationStartedAt,
        @Nullable Instant endedAt,
        @Nullable Instant stationEndedAt,
        Instant receivedAt,
        Instant updatedAt) {

    static Times began(Moment start, Instant arrival) {
        Instant now = Moment.micros(arrival);
        return new Times(start.at(), start.station(), null, null, now, now);
    }

    Times started(Moment start) {
        return new Times(start.at(), start.station(), endedAt, stationEndedAt, receivedAt, updatedAt);
    }

    /** Began at another time than the station says. */
    Times startedAbout(Instant at) {
        return new Times(at, stationStartedAt, endedAt, stationEndedAt, receivedAt, updatedAt);
    }

    Times ended(Moment end) {
        return new Times(startedAt, stationStartedAt, end.at(), end.station(), receivedAt, updatedAt);
    }

    /** Ended at a time that no station told. */
    Times endedAbout(Instant at) {
        return new Times(startedAt, stationStartedAt, at, null, receivedAt, updatedAt);
    }

    Times reopened() {
        return new Times(startedAt, stationStartedAt, null, null, receivedAt, updatedAt);
    }

    Times seen(Instant arrival) {
        Instant now = Moment.micros(arrival);
        Instant newest = now.isAfter(updatedAt) ? now : updatedAt;
        return new Times(startedAt, stationStartedAt, endedAt, stationEndedAt, receivedAt, newest);
    }
}
