package org.ohmstead.reports;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * All pages of a report have come.
 *
 * @param at      when the last one came
 * @param action  the message that brought the pages, such as {@code NotifyReport}
 * @param request the requestId of the command that asked for it
 * @param report  its id in {@code GET /api/v1/reports/{id}}
 * @param pages   how many they were
 */
public record ReportCompleted(
        long tenant, Long station, Instant at, String identity, String action, int request, long report, int pages)
        implements Event {
    @Override
    public String kind() {
        return "report.completed";
    }
}
