package org.ohmstead.tokens;

import java.util.Optional;

/**
 * Something that another slice may have against a token: a reservation for somebody else, an empty wallet, a time of day. A bean
 * that implements it is found by itself. It is asked only where nothing has refused the token before, and says no, never yes.
 */
public interface VerdictRule {
    /**
     * A refusal.
     *
     * @param status the word for the station, any but accepted
     * @param reason for an operator: what speaks against it, as part of a sentence; kept on the trail of the session
     */
    record Refusal(TokenStatus status, String reason) {
        public Refusal {
            if (status == TokenStatus.ACCEPTED) {
                throw new IllegalArgumentException("a refusal is not accepted");
            }
        }
    }

    /** Those with lower numbers are asked first; the first refusal counts. */
    int order();

    /**
     * Asked at each message that bears a token, so it answers at once, from memory or by one indexed row.
     *
     * @param verdict accepted, with what is known of the token; that is nothing for start buttons and free tags
     * @return empty: nothing speaks against it
     */
    Optional<Refusal> refuses(TokenVerdict verdict, TokenQuery query);
}
