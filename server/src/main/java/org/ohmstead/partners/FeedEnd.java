package org.ohmstead.partners;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Why a feed ends.
 *
 * @param reason a word for programs
 * @param detail for people
 * @param code   of the close frame (RFC 6455 §7.4.1)
 */
record FeedEnd(String reason, String detail, @JsonIgnore int code) {
    /** Its reader may not read any more. */
    static final FeedEnd ACCESS = new FeedEnd(
            "access",
            "What was shown does not count any more, or allows something else now. Open the feed again if you still may.",
            1008);

    /** Its reader takes less than happens. */
    static final FeedEnd SLOW = new FeedEnd(
            "slow",
            "Too much was waiting, because the reader was too slow. Open the feed again for the state of all.",
            1013);

    /** The state of all could not be read. */
    static final FeedEnd UNAVAILABLE =
            new FeedEnd("unavailable", "The database does not answer. Open the feed again in a few seconds.", 1013);

    /** The server stops. */
    static final FeedEnd SHUTDOWN =
            new FeedEnd("shutdown", "The server stops. Open the feed again in a few seconds.", 1001);
}
