package org.ohmstead.remote.resets;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A reset has come a step further, or to nothing.
 *
 * @param reset      its id
 * @param command    number of the command that it became
 * @param type       a word of {@link ResetType}
 * @param evse       null: the station as a whole
 * @param state      a word of {@link ResetState}
 * @param note       why it came to nothing, or what the station says beside its answer
 * @param bootReason the station's word
 */
public record StationResetChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long reset,
        long command,
        String type,
        @Nullable Integer evse,
        String actor,
        String state,
        @Nullable String note,
        @Nullable String bootReason)
        implements Event {
    static StationResetChanged of(StationReset reset) {
        return new StationResetChanged(
                reset.station().tenant(),
                reset.station().id(),
                reset.changedAt(),
                reset.station().identity(),
                reset.id(),
                reset.command(),
                reset.type().word(),
                reset.evse(),
                reset.actor(),
                reset.state().word(),
                reset.note(),
                reset.bootReason());
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "station.reset." + state;
    }
}
