package org.ohmstead.reports;

import java.time.Duration;

/**
 * What is kept of stations' notices.
 *
 * @param retention how long an event of a monitor, a step of a job and a report are kept after they came (default 90 days).
 *                  Security events are kept for ever
 */
public record NoticeSettings(Duration retention) {
    public static NoticeSettings defaults() {
        return new NoticeSettings(Duration.ofDays(90));
    }
}
