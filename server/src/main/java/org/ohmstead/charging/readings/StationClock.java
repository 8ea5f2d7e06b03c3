package org.ohmstead.charging.readings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.clocks.StationClocks;

/**
 * Decides which times of stations are believed. A clock that is known to be off is corrected by what it is off, for live and
 * queued messages alike: that gives the arrival for a live one, and keeps the distances between readings. A time before the
 * clock was known to be off stays as it is, with a mark. The station's own word is always kept beside ours.
 */
@Singleton
public class StationClock {
    /** Nothing that speaks to us was built before; clocks that were never set count from 1970. */
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");
    /** No time zone, no summer time and no wrong battery explains more. */
    private static final Duration FAR = Duration.ofDays(1);
    /** Messages of the same clock differ by what the network takes. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final ChargingSettings settings;
    private final StationClocks clocks;

    @Inject
    public StationClock(ChargingSettings settings, StationClocks clocks) {
        this.settings = settings;
        this.clocks = clocks;
    }

    /**
     * @param said    by the station; null: nothing
     * @param offline whether the station says that it was offline; null: its version has no word for it (1.6 §3.7)
     */
    public EventTime believe(Caller caller, @Nullable Instant said, @Nullable Boolean offline) {
        Instant now = EventTime.micros(caller.receivedAt());
        boolean told = Boolean.TRUE.equals(offline);
        if (said == null) {
            return new EventTime(now, null, told, Set.of(Suspicion.TIME_MISSING));
        }
        Instant station = EventTime.micros(said);
        if (station.isBefore(EARLIEST)) {
            return new EventTime(now, station, told, Set.of(Suspicion.CLOCK_ABSURD));
        }
        ClockOffset off = wrong(caller);
        Instant at = off == null ? station : corrected(station, off);
        Set<Suspicion> doubts = off == null ? Set.of() : Set.of(doubt(off.ahead()));
        Duration age = Duration.between(at, now);
        if (age.negated().compareTo(settings.clockError()) > 0) { // nothing comes from the future
            return new EventTime(now, station, told, Set.of(doubt(age)));
        }
        if (!told && age.compareTo(settings.offlineMost()) > 0) {
            return new EventTime(now, station, false, Set.of(Suspicion.CLOCK_ABSURD));
        }
        return new EventTime(at, station, offline == null ? isQueued(age) : offline, doubts);
    }

    /** @return null: the clock of the station is right, as far as anybody knows */
    private @Nullable ClockOffset wrong(Caller caller) {
        ClockOffset offset = clocks.of(caller.station());
        return offset == null || offset.ahead().abs().compareTo(settings.clockError()) <= 0 ? null : offset;
    }

    private static Instant corrected(Instant station, ClockOffset off) {
        Instant at = EventTime.micros(station.minus(off.ahead()));
        return at.isBefore(off.since().minus(SLACK)) ? station : at;
    }

    private static Suspicion doubt(Duration off) {
        return off.abs().compareTo(FAR) > 0 ? Suspicion.CLOCK_ABSURD : Suspicion.CLOCK_OFF;
    }

    private boolean isQueued(Duration age) {
        return age.compareTo(settings.offlineAfter()) > 0;
    }

    /**
     * A session that began before the clock was known to be behind looked as if it came from a queue. What the station has
     * said since tells whether its start was live: then start and end go by the same clock.
     */
    public ChargingSession reconsidered(ChargingSession session, Caller caller) {
        SessionTimes times = session.times();
        Instant said = times.stationStartedAt();
        ClockOffset off = wrong(caller);
        if (off == null || said == null || !times.startedAt().equals(said)) {
            return session;
        }
        Instant at = corrected(said, off);
        boolean wasLive = !at.equals(said)
                && Duration.between(at, times.receivedAt()).abs().compareTo(SLACK) <= 0;
        return wasLive
                ? session.with(times.startedAbout(at)).notOffline().suspecting(Set.of(doubt(off.ahead())))
                : session;
    }
}
