package org.ohmstead.notices;

import java.time.Duration;

/**
 * What is kept of stations' notices.
 *
 * @param retention         how long an event of a monitor, a step of a job and a report are kept after they came (default 90
 *                          days)
 * @param securityRetention how long security events are kept after the last of their kind came (default 3 years); zero: for ever
 */
public record NoticeSettings(Duration retention, Duration securityRetention) {
    public static NoticeSettings defaults() {
        return new NoticeSettings(Duration.ofDays(90), Duration.ofDays(1095));
    }
}
