package org.ohmstead.signin;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.users.UserProfile;

/** Who asks, and what they may. */
public record MeView(
        @Schema(description = "How the audit log names them", examples = "user:anna@example.org")
        String actor,

        @Schema(description = "Who has signed in; null: it is a program, by an API key") @Nullable
        UserProfile user,

        @Schema(description = "The name of the organisation") @Nullable
        String organisation,

        @Schema(description = "What they may do") List<String> permissions,

        @Schema(description = "Ids of the station groups whose stations they see; empty: all")
        List<Long> stationGroups,

        @Schema(description = "How many recovery codes of the second factor are left; null: there is no second factor")
        @Nullable
        Integer recoveryCodesLeft) {}
