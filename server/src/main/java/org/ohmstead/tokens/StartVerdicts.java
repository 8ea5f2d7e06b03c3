package org.ohmstead.tokens;

import java.util.function.Function;

/** Says what a token may do where a session may begin with it, and holds the word until that session is written. */
public interface StartVerdicts {
    /**
     * The verdict, and what is done by it, as one step: where the token may have so many sessions at once and no more, no
     * other station's start with it is judged before this one is done, so that two in the same instant are not both
     * accepted. A start that takes unusually long to be written lets the others go on all the same after five seconds, and
     * starts at another node are not waited for.
     *
     * @param write makes durable what follows from the verdict; asked once
     * @return what {@code write} returned
     * @throws org.ohmstead.db.StoreUnavailable when the database does not answer
     */
    <R> R decide(TokenQuery query, Function<Verdict, R> write);
}
