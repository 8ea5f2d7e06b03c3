package org.ohmstead.signin;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** What somebody shows who signs in. */
public record SignInBody(
        @Schema(examples = "anna@example.org", maxLength = 250, required = true) @Nullable
        String email,

        @Schema(maxLength = 200, required = true) @Nullable String password,

        @Schema(
                description =
                        "Of the authenticator app, or a recovery code; only where the account has a second factor, which a first"
                                + " try without one tells",
                examples = "123456",
                maxLength = 40)
        @Nullable
        String code,

        @Schema(
                description =
                        "browser: the answer sets a cookie that no script can read. program: it has an access token and a refresh"
                                + " token. Default: program",
                enumeration = {"browser", "program"})
        @Nullable
        String client) {
    private static final int LONGEST = 400;

    static SignIn.Credentials credentials(@Nullable SignInBody body) {
        SignInBody given = body == null ? new SignInBody(null, null, null, null) : body;
        return new SignIn.Credentials(
                present("email", given.email),
                present("password", given.password),
                given.code == null ? null : present("code", given.code),
                kind(given.client));
    }

    static SignInSession.Kind kind(@Nullable String client) {
        return switch (client) {
            case "browser" -> SignInSession.Kind.BROWSER;
            case "program" -> SignInSession.Kind.PROGRAM;
            case null -> SignInSession.Kind.PROGRAM;
            default -> throw Refused.invalid("client", "client is '" + client + "'; allowed are browser and program.");
        };
    }

    static String present(String field, @Nullable String value) {
        if (value == null || value.isEmpty() || value.length() > LONGEST) {
            throw Refused.invalid(field, field + " is missing, empty or longer than " + LONGEST + " characters.");
        }
        return value;
    }

    @Override
    public String toString() {
        return "SignInBody of " + email;
    }
}
