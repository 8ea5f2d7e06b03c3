package org.ohmstead.users;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** A user as REST takes them. */
public record UserBody(
        @Schema(
                description = "By which they sign in; cannot change",
                examples = "anna@example.org",
                maxLength = 250,
                required = true)
        @Nullable
        String email,

        @Schema(description = "For people; default: what stands before the @ of the address", maxLength = 100) @Nullable
        String name,

        @Schema(description = "A built-in role, or one of your own", examples = "operator", required = true) @Nullable
        String role,

        @Schema(description = "Whether they cannot sign in; default false. Whoever is signed in is out at once")
        @Nullable
        Boolean disabled) {

    static UserBody present(@Nullable UserBody body) {
        return body == null ? new UserBody(null, null, null, null) : body;
    }

    static UserBody of(User user) {
        return new UserBody(user.email(), user.name(), user.role(), user.disabled());
    }

    String givenEmail() {
        if (email == null) {
            throw Refused.invalid("email", "email is missing. Give the address by which they sign in.");
        }
        return email;
    }

    String givenName() {
        int at = givenEmail().indexOf('@');
        return name != null ? name : at > 0 ? givenEmail().substring(0, at) : givenEmail();
    }

    String givenRole() {
        if (role == null) {
            throw Refused.invalid("role", "role is missing. Give one, such as operator; /api/v1/roles lists all.");
        }
        return role;
    }

    User changed(User before) {
        if (!before.email().equals(email)) {
            throw Refused.invalid(
                    "email",
                    "email is '" + before.email()
                            + "' and cannot change. Invite the other address and remove this one.");
        }
        return before.withName(givenName()).withRole(givenRole()).withDisabled(Boolean.TRUE.equals(disabled));
    }
}
