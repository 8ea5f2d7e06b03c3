package org.ohmstead.stations.groups;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** A group of stations as REST takes it. */
public record StationGroupBody(
        @Schema(
                description = "Unique, whatever the case",
                examples = "Car park north",
                minLength = 1,
                maxLength = 100,
                required = true)
        @Nullable
        String name,

        @Schema(description = "For people", maxLength = 500) @Nullable
        String note) {

    static StationGroupBody present(@Nullable StationGroupBody body) {
        return body == null ? new StationGroupBody(null, null) : body;
    }

    static StationGroupBody of(StationGroup.Label label) {
        return new StationGroupBody(label.name(), label.note());
    }

    StationGroup.Label label() {
        if (name == null) {
            throw Refused.invalid("name", "name is missing. Give the group a short one, such as Car park north.");
        }
        return new StationGroup.Label(name, note);
    }
}
