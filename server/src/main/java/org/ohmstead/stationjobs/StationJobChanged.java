package org.ohmstead.stationjobs;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A job of a station came a step further.
 *
 * @param at      when the station told
 * @param job     a word of {@link Job}
 * @param request the requestId of the command that ordered it; null: none was told
 * @param status  the station's word
 * @param detail  what else it told; null: nothing
 */
public record StationJobChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String job,
        @Nullable Integer request,
        String status,
        @Nullable JsonNode detail)
        implements Event {
    @Override
    public String kind() {
        return "station.job.changed";
    }
}
