package org.ohmstead.dercontrol.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * Something in the grid has set a control off, or that is over.
 *
 * @param alarm     its number in the list of events
 * @param fault     what happened in the grid; null: not told
 * @param ended     whether it is over
 * @param stationAt by the station's clock
 */
public record DerAlarmChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long alarm,
        String controlType,
        @Nullable String fault,
        boolean ended,
        Instant stationAt)
        implements Event {
    @Override
    @JsonIgnore
    public String kind() {
        return ended ? "der-alarm.ended" : "der-alarm.raised";
    }
}
