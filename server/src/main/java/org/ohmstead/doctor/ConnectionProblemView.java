package org.ohmstead.doctor;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.AttemptHint;

/** A problem as the API shows it. */
@Schema(name = "ConnectionProblem")
public record ConnectionProblemView(
        long id,

        @Schema(description = "That was named; null: none could be read, so it is about the address") @Nullable
        String identity,

        @Schema(description = "The station of this identity as it is registered; null: there is none") @Nullable
        String station,

        @Schema(description = "From where, the last time") String remoteAddress,

        @Schema(description = "That was asked for, the last time")
        String path,

        @Schema(description = "What it offered to speak, the last time") @Nullable
        String subprotocols,

        @Schema(implementation = Attempt.Reason.class) String reason,

        @Schema(description = "What happened, in a sentence")
        String sentence,

        @Schema(description = "The last time, in detail: what was found and what would be right") @Nullable
        String detail,

        @Schema(implementation = AttemptHint.Kind.class, description = "What it seems to come from; null: not known")
        @Nullable
        String hint,

        @Schema(description = "The same in a sentence; never a password") @Nullable
        String hintSentence,

        @Schema(description = "What to change at the station")
        String atStation,

        @Schema(description = "What can be done here") String here,

        @Schema(implementation = ConnectionProblem.State.class)
        String state,

        @Schema(description = "How often within the time that was asked about")
        long occurred,

        Instant firstAt,
        Instant lastAt,

        @Schema(description = "When the station last opened a connection; null: never") @Nullable
        Instant connectedAt,

        @Schema(description = "Words for POST .../resolve that solve it; none: nothing here does")
        List<String> actions) {
    public ConnectionProblemView {
        actions = List.copyOf(actions);
    }

    static ConnectionProblemView of(ConnectionProblem problem, Instant now, List<String> actions) {
        Attempt latest = problem.latest();
        Advice advice = RefusalAdvice.of(latest.reason());
        AttemptHint hint = problem.hint();
        return new ConnectionProblemView(
                problem.id(),
                latest.identity(),
                problem.station(),
                latest.address(),
                latest.path(),
                latest.subprotocols(),
                latest.reason().word(),
                advice.sentence(),
                latest.detail(),
                hint == null ? null : hint.kind().word(),
                hint == null ? null : HintAdvice.of(hint),
                advice.atStation(),
                advice.here(),
                problem.state(now).word(),
                problem.occurred(),
                problem.firstAt(),
                problem.lastAt(),
                problem.connectedAt(),
                actions);
    }
}
