package org.ohmstead.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;

/** Says of a CALL's outcome what the station said, whether it refused, and whether the command left at all. */
final class CommandResults {
    private final Clock clock;

    CommandResults(Clock clock) {
        this.clock = clock;
    }

    CommandResult of(Command command, OcppVersion version, Sending.Sent sent, Instant accepted) {
        Part part =
                switch (sent.outcome()) {
                    case Outcome.Answered<?> answered -> answered(answered, version);
                    case Outcome.Unreadable<?> odd -> unreadable(odd);
                    case Outcome.Refused<?> refused -> refused(refused);
                    case Outcome.TimedOut<?> late ->
                        Part.unanswered(
                                How.TIMED_OUT,
                                "No answer within " + late.waited().toMillis()
                                        + " ms; whether the station did it is not known.");
                    case Outcome.ConnectionLost<?> lost ->
                        Part.unanswered(
                                How.CONNECTION_LOST,
                                "The command was sent, and the connection ended before the answer came (" + lost.why()
                                        + "); whether the station did it is not known.");
                    case Outcome.NotConnected<?> gone ->
                        Part.unanswered(How.NOT_CONNECTED, "The command was not sent: " + gone.why());
                    case Outcome.NotSupported<?> none -> Part.unanswered(How.NOT_SUPPORTED, none.why());
                    case Outcome.Busy<?> busy ->
                        Part.unanswered(
                                How.BUSY,
                                "The command was not sent: " + busy.why()
                                        + ". Send it again when the station has answered.");
                };
        return result(command, version, part, sent.note(), accepted);
    }

    /** Of a command that never left. */
    CommandResult unsent(Command command, @Nullable OcppVersion version, How how, String why, Instant accepted) {
        return result(command, version, Part.unanswered(how, why), null, accepted);
    }

    /** What a result has that depends on the outcome. */
    private record Part(
            How how,
            @Nullable JsonNode response,
            @Nullable String raw,
            List<Deviation> deviations,
            @Nullable Error error,
            @Nullable Long tookMillis) {
        static Part unanswered(How how, String why) {
            return new Part(how, null, null, List.of(), new Error(null, why, null), null);
        }
    }

    private record Error(
            @Nullable String code,
            @Nullable String text,
            @Nullable JsonNode details) {
        static final Error NONE = new Error(null, null, null);
    }

    private CommandResult result(
            Command command, @Nullable OcppVersion version, Part part, @Nullable String note, Instant accepted) {
        Error error = part.error() == null ? Error.NONE : part.error();
        return new CommandResult(
                command.station(),
                command.action(),
                version,
                part.how(),
                part.response(),
                part.raw(),
                error.code(),
                error.text(),
                error.details(),
                part.deviations().stream().map(Deviation::toString).toList(),
                note,
                accepted,
                clock.instant(),
                part.tookMillis());
    }

    private static Part answered(Outcome.Answered<?> answered, OcppVersion version) {
        return new Part(
                How.ANSWERED,
                tree((Record) answered.response(), version),
                answered.tolerated().isEmpty() ? null : answered.raw(),
                answered.tolerated(),
                null,
                answered.took().toMillis());
    }

    private static Part unreadable(Outcome.Unreadable<?> odd) {
        return new Part(
                How.ANSWERED,
                treeIfAny(odd.raw()),
                odd.raw(),
                odd.broken(),
                null,
                odd.took().toMillis());
    }

    private static Part refused(Outcome.Refused<?> refused) {
        boolean missing = refused.code() == ErrorCode.NotSupported || refused.code() == ErrorCode.NotImplemented;
        Error error = new Error(refused.rawCode(), refused.description(), refused.details());
        return new Part(missing ? How.NOT_SUPPORTED : How.REFUSED, null, null, List.of(), error, null);
    }

    private static <T extends Record> JsonNode tree(T response, OcppVersion version) {
        @SuppressWarnings("unchecked") // the class of a T is a Class<T>
        Class<T> type = (Class<T>) response.getClass();
        try {
            return Json.tree(RecordCodec.of(type, version).write(response));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return null: the text is empty, or no JSON */
    private static @Nullable JsonNode treeIfAny(String text) {
        try {
            JsonNode tree = Json.tree(text);
            return tree.isMissingNode() ? null : tree;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }
}
