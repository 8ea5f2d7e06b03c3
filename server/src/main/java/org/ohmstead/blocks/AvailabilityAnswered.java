package org.ohmstead.blocks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station has said what it makes of what it was told of its availability, or has done what it had put off.
 *
 * @param evse      0: the station as a whole
 * @param connector 0: the EVSE as a whole
 * @param operative what it was told to be
 * @param result    a word of {@link BlockResult}
 */
public record AvailabilityAnswered(
        long tenant,
        Long station,
        Instant at,
        String identity,
        int evse,
        int connector,
        boolean operative,
        String result)
        implements Event {
    static AvailabilityAnswered of(ConnectorBlock block, BlockResult result, Instant at) {
        return new AvailabilityAnswered(
                block.station().tenant(),
                block.station().id(),
                at,
                block.station().identity(),
                block.place().evse(),
                block.place().connector(),
                !block.stands(),
                result.word());
    }

    @Override
    @JsonIgnore
    public String kind() {
        return result.equals(BlockResult.NOT_SUPPORTED.word())
                ? "availability.not-supported"
                : "availability." + result;
    }
}
