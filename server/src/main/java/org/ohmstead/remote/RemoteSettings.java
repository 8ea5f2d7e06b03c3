package org.ohmstead.remote;

import java.time.Duration;

/**
 * How long is waited for what follows when a station has said that it will.
 *
 * @param startWait for a session, after a remote start was accepted: the station's own connection time-out and some more
 * @param bootWait  for a boot, after a reset was accepted
 * @param retention how long remote starts and resets are kept
 */
public record RemoteSettings(Duration startWait, Duration bootWait, Duration retention) {
    /** For a boot, after a reset was put off to the end of the transactions that run. */
    public static final Duration LONGEST_BOOT_WAIT = Duration.ofDays(1);

    public static RemoteSettings defaults() {
        return new RemoteSettings(Duration.ofMinutes(3), Duration.ofMinutes(10), Duration.ofDays(90));
    }
}
