package org.ohmstead.ocpp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.codec.Deviation;

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
     */
    record Answered<R extends OcppResult>(R response, Duration took, List<Deviation> tolerated) implements Outcome<R> {}

    /**
     * The other side answered with an error, or with something that is no answer.
     *
     * @param code    GenericError for a code that nobody knows
     * @param rawCode as it came
     * @param details as they came: an object by the specification, a text or nothing in the field (gotcha 38)
     */
    record Refused<R extends OcppResult>(
            ErrorCode code,
            String rawCode,
            String description,
            @Nullable JsonNode details) implements Outcome<R> {}

    /** No answer came in time. Some stations mean "not supported" by it (gotcha 43). */
    record TimedOut<R extends OcppResult>(Duration waited) implements Outcome<R> {}

    /** The connection was not there, or went before the answer came: whether the CALL arrived is unknown. */
    record NotConnected<R extends OcppResult>(String why) implements Outcome<R> {}

    /** Too many CALLs wait for the other side already (gotcha 36), or this one had no turn in time; it was not sent. */
    record Busy<R extends OcppResult>(String why) implements Outcome<R> {}

    /** The version of this connection has no such action; nothing was sent. */
    record NotSupported<R extends OcppResult>(String why) implements Outcome<R> {}
}
