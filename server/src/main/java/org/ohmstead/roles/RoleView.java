package org.ohmstead.roles;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;

/** A role as REST shows it. */
public record RoleView(
        @Schema(examples = "night-shift") String name,
        @Nullable String note,
        List<String> permissions,

        @Schema(description = "Ids of the station groups that it is for; empty: all stations")
        List<Long> stationGroups,

        @Schema(description = "Whether every organisation has it; such a one cannot be changed")
        boolean builtIn,

        @Nullable Instant changedAt)
        implements Tagged {

    static RoleView of(Role role) {
        return new RoleView(
                role.name(),
                role.note(),
                List.copyOf(new TreeSet<>(role.permissions().words())),
                List.copyOf(new TreeSet<>(role.stationGroups())),
                role.isBuiltIn(),
                role.changedAt());
    }

    @Override
    public EntityTag entityTag() {
        return EntityTag.of(name, note, permissions, stationGroups, changedAt);
    }
}
