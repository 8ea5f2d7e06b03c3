package org.ohmstead.smartcharging.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a station.
 *
 * @param rules        by which profiles push each other aside
 * @param supply       of its connection to the grid
 * @param zone         of the clock on its wall
 * @param offlineSince null: it is connected
 * @param evses        each EVSE of it
 */
public record StationFacts(
        StackRules rules,
        Supply supply,
        ZoneId zone,
        @Nullable Instant offlineSince,
        List<EvseFacts> evses) {
    public StationFacts {
        evses = List.copyOf(evses);
    }

    /** One that is not known here is idle. */
    EvseFacts evse(int number) {
        return evses.stream()
                .filter(each -> each.evse() == number)
                .findFirst()
                .orElse(new EvseFacts(number, supply, null, null));
    }
}
