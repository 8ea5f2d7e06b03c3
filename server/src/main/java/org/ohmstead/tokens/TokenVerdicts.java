package org.ohmstead.tokens;

/** Says what a token may do. Never fails for an unknown token: that is a verdict like any other. */
public interface TokenVerdicts {
    /**
     * @return the verdict as of now
     * @throws org.ohmstead.db.StoreUnavailable when the database does not answer
     */
    default TokenVerdict verdict(TokenQuery query) {
        try (Decision decision = decide(query)) {
            return decision.verdict();
        }
    }

    /**
     * The same where a session may begin with the token. Nobody waits where the answer is sure; else for the start that is being
     * written, and after five seconds it counts as one that runs. Starts at another node are not counted.
     *
     * @return to be closed when what follows from the verdict is written
     * @throws org.ohmstead.db.StoreUnavailable when the database does not answer
     */
    Decision decide(TokenQuery query);
}
