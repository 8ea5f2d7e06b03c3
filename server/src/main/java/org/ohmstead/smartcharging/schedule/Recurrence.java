package org.ohmstead.smartcharging.schedule;

import java.time.Duration;

/** How often a recurring schedule begins again. */
public enum Recurrence {
    DAILY(1),
    WEEKLY(7);

    private final int days;

    Recurrence(int days) {
        this.days = days;
    }

    /** Of the local calendar where times are local; otherwise of 24 hours each. */
    public int days() {
        return days;
    }

    /** Where times are not local. */
    public Duration length() {
        return Duration.ofDays(days);
    }
}
