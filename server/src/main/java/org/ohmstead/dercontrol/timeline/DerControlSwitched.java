package org.ohmstead.dercontrol.timeline;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.List;
import org.ohmstead.events.Event;

/**
 * A control has begun or ended, by the station's word.
 *
 * @param stationAt     by the station's clock
 * @param supersededIds controlIds that it has displaced
 */
public record DerControlSwitched(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String controlId,
        boolean started,
        Instant stationAt,
        List<String> supersededIds)
        implements Event {
    @Override
    @JsonIgnore
    public String kind() {
        return started ? "der-control.started" : "der-control.stopped";
    }
}
