package org.ohmstead.stations.groups;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A label that stations have.
 *
 * @param id       by which roles, keys and filters name it; never used twice
 * @param name     unique within the tenant, whatever the case
 * @param note     for people
 * @param stations how many it has
 */
public record StationGroup(
        long id, String name, @Nullable String note, int stations, Instant createdAt, Instant updatedAt) {

    /** What people decide about a group. */
    public record Label(String name, @Nullable String note) {}

    Label label() {
        return new Label(name, note);
    }
}
