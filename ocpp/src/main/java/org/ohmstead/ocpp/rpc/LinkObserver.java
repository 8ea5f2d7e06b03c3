package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;

/**
 * Sees what passes over a link: for the message log and for metrics. Called on the event loop and on workers, so it must be
 * quick, must not block and must not throw. Texts may hold passwords and tokens.
 */
public interface LinkObserver {
    LinkObserver NONE = new LinkObserver() {};

    /** Why something was put aside. */
    enum Dropped {
        /** An answer after we had stopped waiting for it. */
        LATE_ANSWER,
        /** A further answer to the same CALL. */
        SECOND_ANSWER,
        /** An answer to nothing that we asked. */
        UNKNOWN_ANSWER,
        /** The same CALL again while the first is still waiting or being handled: both get one answer. */
        REPEATED_CALL,
        /** A message type number that does not exist, or not in this version. */
        UNKNOWN_TYPE,
        /** No frame, or one whose id cannot be read, where nothing may be answered. */
        UNREADABLE,
        /** A SEND that is invalid, refused by the gate or of no known action. */
        REFUSED_SEND,
        /** Came, or was to go, when the link was closed. */
        CLOSED
    }

    /**
     * A frame came in, before anything is done about it.
     *
     * @param type       null when it cannot be read or does not exist
     * @param action     as the catalogue names it; of an answer: the action of our CALL. Null when unknown
     * @param id         null when it cannot be read
     * @param deviations where it differs from the schema, tolerated or not
     */
    default void frameIn(
            String text,
            @Nullable FrameType type,
            @Nullable String action,
            @Nullable String id,
            List<Deviation> deviations) {}

    /** A frame is about to leave. */
    default void frameOut(String text, FrameType type, @Nullable String action, String id) {}

    default void dropped(Dropped why, String text) {}

    /**
     * A message of the other side was too large to be read, and the connection ends for it.
     *
     * @param action  as the message names it; empty: it could not be seen
     * @param size    bytes that it has at least
     * @param limit   bytes that are allowed
     * @param setting that says so
     */
    default void tooLarge(String action, long size, long limit, String setting) {}

    /** A CALL was answered from memory, because it had come before (the answer got lost, or came too late). */
    default void repeatedAnswer(String action, String id) {}

    /**
     * A CALL or SEND of the other side was served.
     *
     * @param took    from its arrival until its answer left, waiting included
     * @param refused the code of the CALLERROR, or null
     */
    default void served(String action, String id, Duration took, @Nullable ErrorCode refused) {}

    /** A CALL of ours got no answer in time. */
    default void callTimedOut(String action, String id, Duration waited) {}

    /**
     * The other side could not read an answer of ours (CALLRESULTERROR, 2.1): what we answered has to be taken as not
     * received, such as the tariff of an AuthorizeResponse (I08).
     *
     * @param action null when the answer is not the one sent last
     */
    default void resultRefused(@Nullable String action, String id, ErrorCode code, String description) {}
}
