package org.ohmstead.charging.session;

import java.util.Locale;

/** What the evidence of an ended session is worth. */
public enum SessionVerdict {
    /** All that belongs to it has come, and nothing about it is odd. */
    COMPLETE,
    /** Something is missing: the start, the stop, or events between them. It may still come. */
    INCOMPLETE,
    /** All is there, and something about it is odd: see its suspicions. */
    SUSPECT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
