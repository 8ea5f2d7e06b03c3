package org.ohmstead.tokens;

import java.util.function.Function;

/** Says what a token may do where a session may begin with it, and holds the word until that session is written. */
public interface StartVerdicts {
    /**
     * The verdict, and what is done by it, as one step: where the token may have so many sessions at once and no more, a start
     * that was accepted counts from that moment on, so that of two in the same instant only one is. Nobody waits where the
     * answer is sure; else for the start that is being written, and after five seconds it counts as one that runs. Starts at
     * another node are not counted.
     *
     * @param write makes durable what follows from the verdict; asked once
     * @return what {@code write} returned
     * @throws org.ohmstead.db.StoreUnavailable when the database does not answer
     */
    <R> R decide(TokenQuery query, Function<Verdict, R> write);
}
