package org.ohmstead.jobs;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * What is done every so often, by one of the servers that share the database. One that fails is tried again, later each time
 * until its next turn comes anyway; one that missed its turn has it once, soon after the start.
 *
 * @param name of the job, such as {@code session-closing}; the same in every server, and for ever
 * @param work ends early, as if it were done, when its thread is interrupted; may be cut off at any point, and is done again then
 */
public record Recurring(String name, Schedule schedule, Runnable work) {

    /** @param first before the first turn; soon, because a server that starts often would never come to it */
    public static Recurring every(Duration pause, Duration first, String name, Runnable work) {
        return new Recurring(name, new Schedule.Every(pause, first), work);
    }

    public static Recurring daily(LocalTime time, ZoneId zone, String name, Runnable work) {
        return new Recurring(name, new Schedule.Daily(time, zone), work);
    }
}
