package org.ohmstead.roles;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Permissions;
import org.ohmstead.api.Refused;

/** A role as REST takes it. */
public record RoleBody(
        @Schema(
                description = "Of a-z, 0-9 and -",
                examples = "night-shift",
                minLength = 2,
                maxLength = 40,
                required = true)
        @Nullable
        String name,

        @Schema(description = "For people", maxLength = 500) @Nullable
        String note,

        @Schema(
                description = "Words of the list of permissions",
                examples = "[\"station.read\", \"session.stop\"]",
                required = true)
        @Nullable
        List<String> permissions,

        @Schema(description = "Ids of the station groups that it is for; default and empty: all stations") @Nullable
        List<Long> stationGroups) {

    static RoleBody present(@Nullable RoleBody body) {
        return body == null ? new RoleBody(null, null, null, null) : body;
    }

    static RoleBody of(Role role) {
        return new RoleBody(
                role.name(),
                role.note(),
                List.copyOf(new TreeSet<>(role.permissions().words())),
                List.copyOf(new TreeSet<>(role.stationGroups())));
    }

    Role role() {
        if (name == null) {
            throw Refused.invalid("name", "name is missing. Give the role a short one, such as night-shift.");
        }
        if (permissions == null || permissions.isEmpty()) {
            throw Refused.invalid(
                    "permissions",
                    "permissions is missing or empty. Name those that the role gives; /roles/permissions lists all.");
        }
        return new Role(
                name,
                note,
                new Permissions(Set.copyOf(new TreeSet<>(permissions))),
                stationGroups == null ? Set.of() : new TreeSet<>(stationGroups),
                null);
    }
}
