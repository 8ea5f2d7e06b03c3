package org.ohmstead.remote.starts;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A remote start has come a step further, or to nothing.
 *
 * @param remoteStart its id
 * @param command     number of the command that it became
 * @param state       a word of {@link RemoteStartState}
 * @param note        why it came to nothing, or what the station says beside its answer
 * @param session     that it led to
 */
public record RemoteStartChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long remoteStart,
        long command,
        String token,
        @Nullable Integer evse,
        String actor,
        String state,
        @Nullable String note,
        @Nullable Long session)
        implements Event {
    static RemoteStartChanged of(RemoteStart start) {
        return new RemoteStartChanged(
                start.station().tenant(),
                start.station().id(),
                start.changedAt(),
                start.station().identity(),
                start.id(),
                start.command(),
                start.wanted().token(),
                start.wanted().evse(),
                start.actor(),
                start.state().word(),
                start.note(),
                start.session());
    }

    @Override
    @JsonIgnore
    public String kind() {
        return "remote-start." + state;
    }
}
