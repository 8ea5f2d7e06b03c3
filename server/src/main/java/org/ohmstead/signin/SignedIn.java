package org.ohmstead.signin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.users.UserProfile;

/** Somebody is signed in. */
public record SignedIn(
        UserProfile user,

        @Schema(description = "Of a program: to be sent as Authorization: Bearer; null: a browser has a cookie")
        @Nullable
        String accessToken,

        @Schema(description = "How long that counts, in seconds") @Nullable
        Integer expiresIn,

        @Schema(description = "Of a program: gets the next access token, once, and comes with another of its kind")
        @Nullable
        String refreshToken) {

    @Override
    public String toString() {
        return "SignedIn " + user;
    }
}
