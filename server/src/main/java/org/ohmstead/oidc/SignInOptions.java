package org.ohmstead.oidc;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How one can sign in beside with a password. */
public record SignInOptions(
        @Schema(description = "null: there is none") @Nullable
        IdentityProvider provider,

        @Schema(description = "Why a sign-in with it has failed, in a sentence; null: nobody asks, or nobody knows")
        @Nullable
        String failure) {

    /** Who proves that people are who they are. */
    public record IdentityProvider(
            @Schema(description = "For people", examples = "Keycloak")
            String name,

            @Schema(
                    description = "Where a browser begins to sign in",
                    examples = "https://csms.example.com/api/v1/sign-in/oidc")
            String url) {}
}
