package org.ohmstead.tokens;

/** Says what a token may do. Never fails for an unknown token: that is a verdict like any other. */
public interface TokenVerdicts {
    /**
     * @return the verdict as of now
     * @throws org.ohmstead.db.StoreUnavailable when the database does not answer
     */
    Verdict verdict(TokenQuery query);
}
