package org.ohmstead.apikeys;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;

/** An API key as REST shows it. */
public record ApiKeyView(
        long id,
        String name,

        @Schema(description = "The visible beginning, behind omk_", examples = "k3jr7q2mva")
        String prefix,

        List<String> permissions,

        @Schema(description = "Ids of the station groups whose stations it sees; empty: all")
        List<Long> stationGroups,

        @Schema(description = "From where it may be used; empty: from anywhere", examples = "203.0.113.0/24")
        String networks,

        @Schema(description = "Who made it", examples = "user:anna@example.org")
        String createdBy,

        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,

        @Schema(description = "When it was used last, within some minutes") @Nullable
        Instant usedAt,

        @Schema(description = "From which address") @Nullable
        String usedFrom)
        implements Tagged {

    static ApiKeyView of(ApiKey key) {
        return new ApiKeyView(
                key.id(),
                key.name(),
                key.prefix(),
                List.copyOf(new TreeSet<>(key.permissions().words())),
                List.copyOf(new TreeSet<>(key.stationGroups())),
                key.networks(),
                key.createdBy(),
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                key.usedAt(),
                key.usedFrom());
    }

    /** Not of its use, which changes nothing. */
    @Override
    public EntityTag entityTag() {
        return EntityTag.of(id, name, permissions, stationGroups, networks, expiresAt, revokedAt);
    }
}
