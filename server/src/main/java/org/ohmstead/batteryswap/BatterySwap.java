package org.ohmstead.batteryswap;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/**
 * A swap.
 *
 * @param station   identity
 * @param request   requestId, chosen by us for a swap from afar, else by the station
 * @param command   number of the command that asked for it; null: it was begun at the station
 * @param token     of the driver
 * @param tokenType OCPP 2.x type
 * @param said      why the station does not do it; null: it does, or has not said
 * @param in        what was put in, as BatteryData of OCPP 2.1 has it; null: nothing yet
 * @param out       what was taken out; null: nothing yet
 * @param left      what was offered and left behind; null: nothing
 * @param endedAt   null: it goes on
 */
record BatterySwap(
        long id,
        String station,
        long request,
        @Nullable Long command,
        String token,
        String tokenType,
        State state,
        @Nullable String said,
        @Nullable JsonNode in,
        @Nullable JsonNode out,
        @Nullable JsonNode left,
        Instant begunAt,
        @Nullable Instant inAt,
        @Nullable Instant outAt,
        @Nullable Instant endedAt) {
    /** Nobody stands in front of an open slot for longer; what comes then under the same number is another swap. */
    static final Duration LONGEST = Duration.ofDays(1);

    /** How far a swap has come; the words of the API are these in camelCase. */
    @Schema(name = "BatterySwapState")
    public enum State {
        /** The command has left. */
        REQUESTED("requested"),
        /** The station will. */
        ACCEPTED("accepted"),
        /** A battery was put in. */
        INSERTED("inserted"),
        /** A battery was taken out, and none put in yet. */
        REMOVED("removed"),
        /** One was put in, and one taken out. */
        COMPLETED("completed"),
        /** A battery was offered and left behind. */
        TIMED_OUT("timedOut"),
        /** The station will not. */
        REJECTED("rejected"),
        /** Nobody knows whether the station does it: no answer came, and nothing has happened since. */
        UNKNOWN("unknown");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        static State of(String word) {
            return find(word).orElseThrow(() -> new IllegalArgumentException("there is no state " + word));
        }

        /** @throws Refused invalid */
        static @Nullable State ofParameter(@Nullable String word) {
            return word == null
                    ? null
                    : find(word)
                            .orElseThrow(() -> Refused.invalid(
                                    "state",
                                    "state is '" + word + "'; allowed are "
                                            + Arrays.stream(values())
                                                    .map(State::word)
                                                    .collect(Collectors.joining(", "))
                                            + "."));
        }

        private static Optional<State> find(String word) {
            return Arrays.stream(values())
                    .filter(state -> state.word.equals(word))
                    .findFirst();
        }
    }

    /** Whether the report has been taken already: a station repeats what was not answered in time. */
    boolean has(SlotReport report, Instant now) {
        JsonNode before =
                switch (report.step()) {
                    case IN -> in;
                    case OUT -> out;
                    case OUT_TIMEOUT -> left;
                };
        return isOf(report, now) && report.batteries().equals(before);
    }

    /** Whether the report goes on with this swap. */
    boolean takes(SlotReport report, Instant now) {
        boolean isFree =
                switch (report.step()) {
                    case IN -> in == null;
                    case OUT, OUT_TIMEOUT -> out == null;
                };
        return isOf(report, now) && isFree && state != State.TIMED_OUT;
    }

    private boolean isOf(SlotReport report, Instant now) {
        return token.equalsIgnoreCase(report.token()) && now.isBefore(begunAt.plus(LONGEST));
    }

    /** With what has happened. */
    BatterySwap after(SlotReport report, Instant now) {
        return switch (report.step()) {
            case IN -> with(out == null ? State.INSERTED : State.COMPLETED, report.batteries(), out, left, now);
            case OUT -> with(in == null ? State.REMOVED : State.COMPLETED, in, report.batteries(), left, now);
            case OUT_TIMEOUT -> with(State.TIMED_OUT, in, out, report.batteries(), now);
        };
    }

    private BatterySwap with(
            State next, @Nullable JsonNode nowIn, @Nullable JsonNode nowOut, @Nullable JsonNode nowLeft, Instant now) {
        boolean ends = next == State.COMPLETED || next == State.TIMED_OUT;
        return new BatterySwap(
                id,
                station,
                request,
                command,
                token,
                tokenType,
                next,
                said,
                nowIn,
                nowOut,
                nowLeft,
                begunAt,
                in == null && nowIn != null ? now : inAt,
                out == null && nowOut != null ? now : outAt,
                ends ? now : null);
    }
}
