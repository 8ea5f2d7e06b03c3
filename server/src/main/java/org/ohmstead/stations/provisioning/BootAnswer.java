package org.ohmstead.stations.provisioning;

import java.time.Duration;
import java.time.Instant;
import org.ohmstead.stations.Registration;

/**
 * The answer to a BootNotification.
 *
 * @param status   ACCEPTED, PENDING or REJECTED
 * @param now      our clock, in whole seconds
 * @param interval of the heartbeat when accepted, else until the next BootNotification
 */
public record BootAnswer(Registration status, Instant now, Duration interval) {
    /** As it goes over the wire. */
    public int intervalSeconds() {
        return Math.toIntExact(interval.toSeconds());
    }
}
