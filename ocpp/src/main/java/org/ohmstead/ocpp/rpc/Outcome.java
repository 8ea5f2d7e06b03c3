package org.ohmstead.ocpp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;

/**
 * How a CALL of ours ended. Nothing of this is exceptional, so nothing of it is an exception.
 *
 * @param <R> the record of the answer
 */
public sealed interface Outcome<R extends OcppResult> {

    /**
     * The other side answered.
     *
     * @param took      from the frame's leaving to the answer's coming
     * @param tolerated where the answer differs from the schema in ways that cost nothing
     * @param raw       the payload as it came; null: not known
     */
    record Answered<R extends OcppResult>(
            R response,
            Duration took,
            List<Deviation> tolerated,
            @Nullable String raw) implements Outcome<R> {
        public Answered(R response, Duration took, List<Deviation> tolerated) {
            this(response, took, tolerated, null);
        }
    }

    /**
     * The other side answered, and it was no refusal, but what it said is no answer by the schema: a field is missing, a word
     * is none of those allowed, or it is no object at all.
     *
     * @param broken what is wrong with it, tolerable or not
     * @param raw    the payload as it came; where not even the frame could be read, the whole frame; empty: no payload
     */
    record Unreadable<R extends OcppResult>(List<Deviation> broken, String raw, Duration took) implements Outcome<R> {}

    /**
     * The other side answered with an error.
     *
     * @param code    GenericError for a code that nobody knows
     * @param rawCode as it came; empty: it could not be read
     * @param details as they came: an object by the specification, a text or nothing in the field (field note 38)
     */
    record Refused<R extends OcppResult>(
            ErrorCode code,
            String rawCode,
            String description,
            @Nullable JsonNode details) implements Outcome<R> {}

    /** No answer came in time. Some stations mean "not supported" by it (field note 43). */
    record TimedOut<R extends OcppResult>(Duration waited) implements Outcome<R> {}

    /** The connection was not there, or went before the CALL had its turn: it was never sent. */
    record NotConnected<R extends OcppResult>(String why) implements Outcome<R> {}

    /** The CALL was sent and the connection went before the answer came: whether it arrived, and was obeyed, is unknown. */
    record ConnectionLost<R extends OcppResult>(String why) implements Outcome<R> {}

    /** Too many CALLs wait for the other side already (field note 36), or this one had no turn in time; it was not sent. */
    record Busy<R extends OcppResult>(String why) implements Outcome<R> {}

    /** The version of this connection has no such action; nothing was sent. */
    record NotSupported<R extends OcppResult>(String why) implements Outcome<R> {}
}
