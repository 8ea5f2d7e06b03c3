package org.ohmstead.tokens.rest;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.EntityTag;
import org.ohmstead.api.Tagged;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.blocking.TokenCharging;

/** A stored token as REST shows it. */
public record TokenView(
        long id,
        @Schema(examples = "04A2B3C4D5E680") String value,
        @Schema(examples = "ISO14443") String type,
        @Nullable String group,
        boolean blocked,
        @Nullable Instant expiresAt,

        @Schema(description = "How many sessions may run with it at once; 0: any number")
        int maxSessions,

        @Schema(description = "Where it may be used; empty: everywhere")
        List<Token.Place> allowed,

        @Nullable Integer priority,
        @Nullable String language,
        @Nullable String personalMessage,
        @Nullable String note,
        List<String> alsoKnownAs,
        Instant createdAt,
        Instant updatedAt,

        @Schema(
                description =
                        "The sessions that run with it although it is blocked or has expired, and how to stop them; null: none,"
                                + " or this is a list, which does not tell")
        @Nullable
        TokenCharging charging)
        implements Tagged {

    @Override
    public EntityTag entityTag() {
        return EntityTag.of(
                id,
                updatedAt,
                value,
                type,
                group,
                blocked,
                expiresAt,
                maxSessions,
                allowed,
                priority,
                language,
                personalMessage,
                note,
                alsoKnownAs);
    }

    /** In a list. */
    static TokenView of(StoredToken stored) {
        return of(stored, null);
    }

    static TokenView of(StoredToken stored, @Nullable TokenCharging charging) {
        Token token = stored.token();
        return new TokenView(
                stored.id(),
                token.value(),
                token.type(),
                token.group(),
                token.blocked(),
                token.expiresAt(),
                token.maxSessions(),
                token.allowed(),
                token.priority(),
                token.language(),
                token.personalMessage(),
                token.note(),
                token.alsoKnownAs(),
                stored.createdAt(),
                stored.updatedAt(),
                charging);
    }
}
