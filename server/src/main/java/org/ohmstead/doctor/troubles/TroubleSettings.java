package org.ohmstead.doctor.troubles;

import java.time.Duration;
import org.ohmstead.stations.ClockOffset;

/**
 * What counts as trouble.
 *
 * @param reconnects     so many connections within ten minutes are flapping; 6
 * @param missedBeats    after so many intervals of Heartbeat without a word a station is silent; 3
 * @param clockTolerance a clock that is further off is in trouble; 1 minute
 * @param securityEvents so many of one type within a day, and one within the last ten minutes, are a burst; 10
 */
public record TroubleSettings(int reconnects, int missedBeats, Duration clockTolerance, int securityEvents) {
    public static TroubleSettings defaults() {
        return new TroubleSettings(6, 3, ClockOffset.TELLING, 10);
    }
}
