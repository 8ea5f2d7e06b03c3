package org.ohmstead.firmware;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * An update of firmware was ordered, or came further.
 *
 * @param update   its number
 * @param campaign that it is part of; null: none
 * @param state    a word of {@link UpdateState}
 * @param status   the station's word
 * @param reason   why it was refused, or has failed
 */
public record FirmwareUpdateChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long update,
        @Nullable Long campaign,
        String state,
        @Nullable String status,
        @Nullable String reason)
        implements Event {
    static FirmwareUpdateChanged of(FirmwareUpdate update) {
        return new FirmwareUpdateChanged(
                update.station().tenant(),
                update.station().id(),
                update.progress().updatedAt(),
                update.station().identity(),
                update.id(),
                update.campaign(),
                update.state().word(),
                update.progress().status(),
                update.progress().reason());
    }

    @Override
    public String kind() {
        return "firmware.update.changed";
    }
}
