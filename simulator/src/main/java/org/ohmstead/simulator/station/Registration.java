package org.ohmstead.simulator.station;

import java.time.Duration;

/**
 * The answer to a BootNotification.
 *
 * @param interval of heartbeats when accepted, else the least time to the next try; zero: the station's own choice
 */
public record Registration(Status status, Duration interval) {
    /** Whether a station may work. */
    public enum Status {
        ACCEPTED,
        PENDING,
        REJECTED,
        /** Not booted, or not answered yet. */
        NONE
    }
}
