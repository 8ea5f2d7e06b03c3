package org.ohmstead.simulator.station.network;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;

/** What a station does wrong, on purpose. All switches are off at first and may be turned at any time. */
public final class Mischief {
    private volatile boolean refusesCommands;
    private volatile @Nullable String refuses;
    private volatile boolean silent;
    private volatile boolean answersTwice;
    private volatile boolean numericIds;
    private volatile boolean brokenJson;
    private volatile boolean lost1970;
    private volatile boolean sendsTwice;
    private volatile Duration answersLate = Duration.ZERO;
    private final AtomicReference<@Nullable String> breaksAfter = new AtomicReference<>();
    private final AtomicReference<@Nullable String> losesAnswer = new AtomicReference<>();

    /** Answers every command with CALLERROR NotSupported. */
    public Mischief refusesCommands(boolean on) {
        refusesCommands = on;
        return this;
    }

    /** Answers every command of this action with CALLERROR InternalError: it has the action, and cannot do it now. */
    public Mischief refuses(@Nullable String action) {
        refuses = action;
        return this;
    }

    /** Answers no command at all. */
    public Mischief silent(boolean on) {
        silent = on;
        return this;
    }

    /** Sends every answer twice. */
    public Mischief answersTwice(boolean on) {
        answersTwice = on;
        return this;
    }

    /** Sends every answer late, by real time. */
    public Mischief answersLate(Duration delay) {
        answersLate = delay;
        return this;
    }

    /** Numbers its CALLs 1, 2, 3 as JSON numbers, and after each connect from 1 again (field notes 30 and 32). */
    public Mischief numericIds(boolean on) {
        numericIds = on;
        return this;
    }

    /** Answers commands with JSON that breaks off before its closing brackets (field note 26). */
    public Mischief brokenJson(boolean on) {
        brokenJson = on;
        return this;
    }

    /** Believes that it is 1970 (field note 63). */
    public Mischief lost1970(boolean on) {
        lost1970 = on;
        return this;
    }

    /** Sends each CALL twice, with the same id. */
    public Mischief sendsTwice(boolean on) {
        sendsTwice = on;
        return this;
    }

    /**
     * Loses its connection right after the next CALL of this action has left: whether it arrived, and what became of it, nobody
     * knows.
     */
    public Mischief breaksAfter(@Nullable String action) {
        breaksAfter.set(action);
        return this;
    }

    /** Loses its connection when the answer to the next CALL of this action comes, and the answer with it. */
    public Mischief losesAnswer(@Nullable String action) {
        losesAnswer.set(action);
        return this;
    }

    public Optional<CallRefused> refusal(String action) {
        ErrorCode code =
                refusesCommands ? ErrorCode.NotSupported : action.equals(refuses) ? ErrorCode.InternalError : null;
        return Optional.ofNullable(code).map(one -> new CallRefused(one, action + " is refused on purpose"));
    }

    public boolean silent() {
        return silent;
    }

    public boolean answersTwice() {
        return answersTwice;
    }

    public Duration answersLate() {
        return answersLate;
    }

    public boolean numericIds() {
        return numericIds;
    }

    public boolean brokenJson() {
        return brokenJson;
    }

    public boolean lost1970() {
        return lost1970;
    }

    public boolean sendsTwice() {
        return sendsTwice;
    }

    /** Whether this frame is the one to break after; true once. */
    public boolean isLast(String frame) {
        return isOf(frame, breaksAfter);
    }

    /** Whether the answer to this frame is the one to lose; true once. */
    public boolean answerGetsLost(String frame) {
        return isOf(frame, losesAnswer);
    }

    private static boolean isOf(String frame, AtomicReference<@Nullable String> wanted) {
        String action = wanted.get();
        return action != null && frame.contains("\"" + action + "\"") && wanted.compareAndSet(action, null);
    }
}
