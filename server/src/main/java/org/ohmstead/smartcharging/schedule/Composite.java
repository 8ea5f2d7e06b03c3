package org.ohmstead.smartcharging.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What results of all profiles together, over the whole of a window.
 *
 * @param evse    0: the station
 * @param unit    of all rates
 * @param periods at least one; the first begins with the window; neighbours differ
 */
public record Composite(int evse, Window window, RateUnit unit, List<CompositePeriod> periods) {
    public Composite {
        periods = List.copyOf(periods);
    }

    /** Equal neighbours become one. */
    static Composite merged(int evse, Window window, RateUnit unit, List<CompositePeriod> parts) {
        List<CompositePeriod> periods = new ArrayList<>();
        for (CompositePeriod part : parts) {
            if (!periods.isEmpty() && periods.getLast().saysTheSameAs(part)) {
                periods.set(periods.size() - 1, periods.getLast().with(part.profiles()));
            } else {
                periods.add(part);
            }
        }
        return new Composite(evse, window, unit, periods);
    }

    /** What holds at a moment of the window. */
    public CompositePeriod at(Instant moment) {
        CompositePeriod holds = periods.getFirst();
        for (CompositePeriod each : periods) {
            if (!each.from().isAfter(moment)) {
                holds = each;
            }
        }
        return holds;
    }
}
