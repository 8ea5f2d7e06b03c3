package org.ohmstead.app.socket;

/** Why the socket is not read at the moment. */
enum Pause {
    /** The link has as many CALLs waiting as it takes. */
    LINK,
    /** The station sent more than it may in a second. */
    RATE,
    /** The station does not read what we send. */
    SLOW_READER,
    /** A large message waits for its room. */
    ROOM,
    /** Something is looked up first. */
    STARTING,
    /** The server ends. */
    DRAINING
}
