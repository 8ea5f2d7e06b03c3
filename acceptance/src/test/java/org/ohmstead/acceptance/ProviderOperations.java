package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

/** Calls what signs people in with an identity provider, which is away: once as it should be, and once wrongly. */
final class ProviderOperations {
    /** Of a server that has one. */
    static final String[] FLAGS = {
        "--public-url=http://localhost",
        "--oidc-issuer=http://127.0.0.1:1",
        "--oidc-client-id=ohmstead",
        "--oidc-default-role=viewer"
    };

    private final DocumentedApi api;

    ProviderOperations(DocumentedApi api) {
        this.api = api;
    }

    void call() {
        assertThat(api.call("getSignInOptions")
                        .as("")
                        .with("failed", "no-role")
                        .gives(200)
                        .at("/provider/name")
                        .asText())
                .isEqualTo("single sign-on");
        api.call("getSignInOptions").as("").with("failed", "\0").gives(400);
        api.call("signInWithProvider").as("").with("to", "/users").gives(303);
        api.call("signInWithProvider").as("").with("to", "\0").gives(400);
        api.call("finishSignInWithProvider")
                .as("")
                .with("code", "x")
                .with("state", "x")
                .with("error", "x")
                .with("iss", "x")
                .gives(303);
        api.call("finishSignInWithProvider").as("").with("code", "\0").gives(400);
    }
}
