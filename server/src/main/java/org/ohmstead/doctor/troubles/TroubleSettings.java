package org.ohmstead.doctor.troubles;

import java.time.Duration;
import org.ohmstead.stations.ClockOffset;

/**
 * What counts as trouble.
 *
 * @param reconnects        so many connections within ten minutes are flapping; 6
 * @param missedBeats       after so many intervals of Heartbeat without a word a station is silent; 3
 * @param heartbeatInterval of a station that has none of its own; 5 minutes
 * @param clockTolerance    a clock that is further off is in trouble; 1 minute
 * @param securityEvents    so many of one type within a day, and one within the last ten minutes, are a burst; 10
 * @param kept              how long troubles that have ended stay in the database; 90 days
 */
public record TroubleSettings(
        int reconnects,
        int missedBeats,
        Duration heartbeatInterval,
        Duration clockTolerance,
        int securityEvents,
        Duration kept) {
    public static TroubleSettings defaults() {
        return of(Duration.ofMinutes(5), Duration.ofDays(90));
    }

    public static TroubleSettings of(Duration heartbeatInterval, Duration kept) {
        return new TroubleSettings(6, 3, heartbeatInterval, ClockOffset.TELLING, 10, kept);
    }
}
