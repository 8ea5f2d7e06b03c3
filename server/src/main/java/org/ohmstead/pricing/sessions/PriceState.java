package org.ohmstead.pricing.sessions;

import java.util.Locale;

/** What the price of a session is worth. */
public enum PriceState {
    /** It runs: this is what it would cost if it ended now. Never stored, never an event. */
    RUNNING,
    /** It has ended, and its evidence is incomplete or suspect. Late messages, or a person, may still make another price of it. */
    PROVISIONAL,
    /** It has ended and its evidence is complete. Should a message change it all the same, another revision follows. */
    FINAL;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @param word as {@link #word} has it */
    public static PriceState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
