package org.ohmstead.firmware.publishing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * The publishing of firmware by a local controller was ordered, or came further.
 *
 * @param publication its number
 * @param state       a word of {@link PublicationState}
 */
public record FirmwarePublicationChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long publication,
        String md5,
        String state,
        @Nullable String reason)
        implements Event {
    static FirmwarePublicationChanged of(Publication publication) {
        return new FirmwarePublicationChanged(
                publication.station().tenant(),
                publication.station().id(),
                publication.progress().updatedAt(),
                publication.station().identity(),
                publication.id(),
                publication.image().md5(),
                publication.state().word(),
                publication.progress().reason());
    }

    @Override
    public String kind() {
        return "firmware.publication.changed";
    }
}
