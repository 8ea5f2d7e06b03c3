package org.ohmstead.tokens;

/** Why a token is asked about: only what begins a session is refused for running elsewhere. */
public enum Purpose {
    /** Shown to the station; it may be about to start or to stop (1.6 §4.1, 2.x C01). */
    AUTHORIZE,
    START,
    STOP
}
