package org.ohmstead.roles;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Permissions;

/**
 * What those may do who have it.
 *
 * @param name          by which users have it; unique within the organisation, and never changed
 * @param stationGroups ids of the groups whose stations it is for; empty: all stations
 * @param changedAt     null: it is built in
 */
public record Role(
        String name,
        @Nullable String note,
        Permissions permissions,
        Set<Long> stationGroups,
        @Nullable Instant changedAt) {

    public Role {
        stationGroups = Set.copyOf(stationGroups);
    }

    public boolean isBuiltIn() {
        return changedAt == null;
    }
}
