package org.ohmstead.apikeys;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** A new API key. */
public record ApiKeyBody(
        @Schema(description = "For people: which program, or which partner", maxLength = 100, required = true) @Nullable
        String name,

        @Schema(
                description = "What it may do: words of the list of permissions",
                examples = "[\"station.read\", \"session.read\"]",
                required = true)
        @Nullable
        List<String> permissions,

        @Schema(description = "Ids of the station groups whose stations it sees; default and empty: all") @Nullable
        List<Long> stationGroups,

        @Schema(
                description = "From where it may be used, with commas between them; default: from anywhere",
                examples = "203.0.113.0/24, 2001:db8::/32",
                maxLength = 1000)
        @Nullable
        String networks,

        @Schema(description = "It lets nobody in from then on; default: never") @Nullable
        Instant expiresAt) {

    static ApiKeyBody present(@Nullable ApiKeyBody body) {
        return body == null ? new ApiKeyBody(null, null, null, null, null) : body;
    }

    ApiKeys.Wanted wanted() {
        if (name == null) {
            throw Refused.invalid("name", "name is missing. Say which program or partner the key is for.");
        }
        return new ApiKeys.Wanted(
                name,
                permissions == null ? Set.of() : new TreeSet<>(permissions),
                stationGroups == null ? Set.of() : new TreeSet<>(stationGroups),
                networks == null ? "" : networks,
                expiresAt);
    }
}
