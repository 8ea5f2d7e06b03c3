package org.ohmstead.apikeys;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Permissions;

/**
 * Lets a program or a partner in. Only the hash of its secret is stored.
 *
 * @param prefix        the visible beginning; by it the key is found
 * @param stationGroups ids of the groups whose stations it sees; empty: all stations
 * @param networks      from where it may be used; of no network: from anywhere
 * @param usedAt        last, within some minutes
 */
public record ApiKey(
        long id,
        long tenant,
        String name,
        String prefix,
        String secretHash,
        Permissions permissions,
        Set<Long> stationGroups,
        String networks,
        String createdBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant revokedAt,
        @Nullable Instant usedAt,
        @Nullable String usedFrom) {

    public ApiKey {
        stationGroups = Set.copyOf(stationGroups);
    }

    /** Whether it lets anybody in. */
    public boolean counts(Instant now) {
        return revokedAt == null && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** Without the hash. */
    @Override
    public String toString() {
        return "ApiKey " + prefix;
    }

    /** A key with its secret, which is shown once. */
    public record Made(ApiKey key, String secret) {
        @Override
        public String toString() {
            return "Made " + key;
        }
    }
}
