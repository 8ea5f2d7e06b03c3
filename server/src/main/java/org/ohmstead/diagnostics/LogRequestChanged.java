package org.ohmstead.diagnostics;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A request for a log was made, or came further.
 *
 * @param request its number
 * @param logKind a word of {@link LogKind}
 * @param state   a word of {@link LogState}
 * @param reason  why it was refused, or has failed
 * @param file    that came; null: none
 */
public record LogRequestChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long request,
        String logKind,
        String state,
        @Nullable String reason,
        @Nullable Long file)
        implements Event {
    static LogRequestChanged of(LogRequest request) {
        return new LogRequestChanged(
                request.station().tenant(),
                request.station().id(),
                request.progress().updatedAt(),
                request.station().identity(),
                request.id(),
                request.wanted().kind().word(),
                request.state().word(),
                request.progress().reason(),
                request.progress().file());
    }

    @Override
    public String kind() {
        return "log.request.changed";
    }
}
