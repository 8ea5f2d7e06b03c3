package org.ohmstead.tokens;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a {@link TokenQuery}.
 *
 * @param status          the word
 * @param group           parent (1.6) or group (2.x) of the token; told whenever it has one (C09.FR.09)
 * @param expiresAt       when the token ends, and so when a station must forget it; null: never
 * @param priority        charging priority -9 to 9; null: the station's default (0)
 * @param language        RFC 5646 tag of the driver; null: not known
 * @param personalMessage text for the driver; null: none
 * @param evses           the EVSEs of this station that it may use; empty: all (C01.FR.19)
 * @param token           as it is registered, however it was read; null: nobody knows it
 * @param reason          for an operator, why it was refused, as part of a sentence; null: it was accepted
 */
public record TokenVerdict(
        TokenStatus status,
        @Nullable String group,
        @Nullable Instant expiresAt,
        @Nullable Integer priority,
        @Nullable String language,
        @Nullable String personalMessage,
        List<Integer> evses,
        @Nullable Token token,
        @Nullable String reason) {

    /** A bare word, with nothing known about the token. */
    public static TokenVerdict of(TokenStatus status) {
        return new TokenVerdict(status, null, null, null, null, null, List.of(), null, null);
    }

    /** Accepted, with what stands with it. */
    static TokenVerdict of(Token token, List<Integer> evses) {
        return new TokenVerdict(
                TokenStatus.ACCEPTED,
                token.group(),
                token.expiresAt(),
                token.priority(),
                token.language(),
                token.personalMessage(),
                evses,
                token,
                null);
    }

    public boolean accepted() {
        return status == TokenStatus.ACCEPTED;
    }

    /** The same facts under another word. */
    TokenVerdict refused(TokenStatus word, String why) {
        return new TokenVerdict(word, group, expiresAt, priority, language, personalMessage, evses, token, why);
    }

    /** Not usable here; the list of EVSEs is left out then (C01.FR.22). */
    TokenVerdict elsewhere(String why) {
        return new TokenVerdict(
                TokenStatus.NOT_AT_THIS_LOCATION,
                group,
                expiresAt,
                priority,
                language,
                personalMessage,
                List.of(),
                token,
                why);
    }
}
