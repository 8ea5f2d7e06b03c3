package org.ohmstead.charging;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides which times of stations are believed. Stations count from 1970 until their first synchronisation (gotcha 63), and
 * replay what they queued days ago with right times; only absurd times are replaced, and the station's word is always kept.
 */
final class StationClock {
    /** Nothing that speaks to us was built before. */
    private static final Instant EARLIEST = Instant.parse("2020-01-01T00:00:00Z");

    private final ChargingSettings settings;

    StationClock(ChargingSettings settings) {
        this.settings = settings;
    }

    /**
     * @param said    by the station; null: nothing
     * @param arrival by our clock
     * @param offline whether the station says that it was offline; null: its version has no word for it (1.6 §3.7)
     */
    Moment believe(@Nullable Instant said, Instant arrival, @Nullable Boolean offline) {
        Instant now = micros(arrival);
        if (said == null) {
            return new Moment(now, null, offline != null && offline, Set.of(Suspicion.TIME_MISSING));
        }
        Instant station = micros(said);
        Duration age = Duration.between(station, now);
        boolean queued = offline != null ? offline : isQueued(age);
        Duration oldest = offline == null && queued ? settings.offlineMost() : settings.clockError();
        boolean tooOld = age.compareTo(oldest) > 0 && !(offline != null && offline);
        boolean absurd = station.isBefore(EARLIEST) || tooOld || age.negated().compareTo(settings.clockError()) > 0;
        return absurd
                ? new Moment(now, station, offline != null && offline, Set.of(Suspicion.CLOCK_ABSURD))
                : new Moment(station, station, queued, Set.of());
    }

    private boolean isQueued(Duration age) {
        return age.compareTo(settings.offlineAfter()) > 0;
    }

    /** What both databases can keep, so that a time that was read equals the one that was written. */
    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
