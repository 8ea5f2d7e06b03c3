package org.ohmstead.users;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;

/** A user as REST shows them, to others and to themselves. */
@Schema(name = "User")
public record UserProfile(
        long id,
        @Schema(examples = "anna@example.org") String email,
        @Schema(examples = "Anna Ohm") String name,

        @Schema(description = "By its name", examples = "operator")
        String role,

        @Schema(description = "Whether a code of an authenticator app is asked for")
        boolean secondFactor,

        @Schema(description = "Whether they have been invited and have not chosen a password yet")
        boolean invited,

        @Schema(description = "Whether they cannot sign in") boolean disabled,
        Instant createdAt,
        Instant changedAt,
        @Nullable Instant signedInAt)
        implements Tagged {

    public static UserProfile of(User user) {
        return new UserProfile(
                user.id(),
                user.email(),
                user.name(),
                user.role(),
                user.hasSecondFactor(),
                user.password() == null && user.subject() == null,
                user.disabled(),
                user.createdAt(),
                user.changedAt(),
                user.signedInAt());
    }

    @Override
    public EntityTag entityTag() {
        return EntityTag.of(id, email, name, role, secondFactor, invited, disabled, changedAt);
    }
}
