package org.ohmstead.signin;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Somewhere that somebody is signed in. */
public record SignInSessionView(
        long id,
        @Schema(enumeration = {"browser", "program"}) String client,

        @Schema(description = "Whether it is the one that asks")
        boolean current,

        @Nullable String address,
        @Nullable String userAgent,
        Instant createdAt,

        @Schema(description = "When it was used last, within some minutes")
        Instant usedAt,

        Instant expiresAt) {

    static SignInSessionView of(SignInSession session, long current) {
        return new SignInSessionView(
                session.id(),
                session.kind().word(),
                session.id() == current,
                session.address(),
                session.userAgent(),
                session.createdAt(),
                session.usedAt(),
                session.expiresAt());
    }
}
