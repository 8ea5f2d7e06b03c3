package org.ohmstead.dercontrol;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has a control, or has it no more.
 *
 * @param state        accepted, superseded, rejected, cleared or unknown
 * @param supersededBy controlId of the one that has displaced it; null: none, or it is not known which
 */
public record DerControlChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String controlId,
        String controlType,
        boolean isDefault,
        String state,
        @Nullable String supersededBy)
        implements Event {
    @Override
    public String kind() {
        return "der-control.changed";
    }
}
