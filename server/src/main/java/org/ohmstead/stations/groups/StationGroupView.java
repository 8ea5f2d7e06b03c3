package org.ohmstead.stations.groups;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;

/** A group of stations as REST shows it. */
public record StationGroupView(
        @Schema(description = "By which roles, API keys and filters name it; never used twice")
        long id,

        @Schema(examples = "Car park north") String name,
        @Nullable String note,

        @Schema(description = "How many it has") int stations,
        Instant createdAt,

        @Schema(description = "When name or note last changed")
        Instant updatedAt)
        implements Tagged {

    static StationGroupView of(StationGroup group) {
        return new StationGroupView(
                group.id(), group.name(), group.note(), group.stations(), group.createdAt(), group.updatedAt());
    }

    /** Of what is said about the group; its stations come and go by themselves. */
    @Override
    public EntityTag entityTag() {
        return EntityTag.of(id, name, note, updatedAt);
    }
}
