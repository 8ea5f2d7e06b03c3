package org.ohmstead.stations.groups;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** The stations of a group, as REST takes them. */
public record GroupStationsBody(
        @Schema(
                description = "Identities, in any case; 5000 at most. Empty: it has none any more",
                examples = "[\"CP-7\", \"CP-8\"]",
                required = true)
        @Nullable
        List<String> stations) {

    static List<String> present(@Nullable GroupStationsBody body) {
        if (body == null || body.stations() == null) {
            throw Refused.invalid(
                    "stations", "stations is missing; list the identities of all stations that the group is to have.");
        }
        return body.stations();
    }
}
