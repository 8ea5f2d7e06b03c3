package org.ohmstead.ocpp.rpc;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.frame.Frame;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;

/** A CALL of ours that waits for its turn, or for its answer. */
final class PendingCall<R extends OcppResult> {
    private final Frame.Call frame;
    private final Class<? extends Record> responseType;
    private final Duration timeout;
    private final CompletableFuture<Outcome<R>> outcome = new CompletableFuture<>();
    private long sentNanos;
    private Timers.@Nullable Alarm alarm;

    PendingCall(Frame.Call frame, Class<? extends Record> responseType, Duration timeout) {
        this.frame = frame;
        this.responseType = responseType;
        this.timeout = timeout;
    }

    Frame.Call frame() {
        return frame;
    }

    String id() {
        return frame.id().text();
    }

    String action() {
        return frame.action();
    }

    Class<? extends Record> responseType() {
        return responseType;
    }

    Duration timeout() {
        return timeout;
    }

    CompletableFuture<Outcome<R>> outcome() {
        return outcome;
    }

    /** Whether the caller has withdrawn it, so that it need not be sent any more. */
    boolean withdrawn() {
        return outcome.isDone();
    }

    void sent(long nanos) {
        this.sentNanos = nanos;
    }

    void alarm(Timers.Alarm alarm) {
        this.alarm = alarm;
    }

    void cancelAlarm() {
        if (alarm != null) {
            alarm.cancel();
        }
    }

    /** The record is one of {@link #responseType()}, which the catalogue ties to {@code R}. */
    @SuppressWarnings("unchecked")
    void answered(Record response, long nanos, List<Deviation> tolerated, String raw) {
        outcome.complete(new Outcome.Answered<>((R) response, Duration.ofNanos(nanos - sentNanos), tolerated, raw));
    }

    void unreadable(List<Deviation> broken, String raw, long nanos) {
        outcome.complete(new Outcome.Unreadable<>(broken, raw, Duration.ofNanos(nanos - sentNanos)));
    }

    void refused(ErrorCode code, String rawCode, String description, @Nullable JsonNode details) {
        outcome.complete(new Outcome.Refused<>(code, rawCode, description, details));
    }

    void timedOut() {
        outcome.complete(new Outcome.TimedOut<>(timeout));
    }

    void notConnected(String why) {
        outcome.complete(new Outcome.NotConnected<>(why));
    }

    void connectionLost(String why) {
        outcome.complete(new Outcome.ConnectionLost<>(why));
    }

    void busy(String why) {
        outcome.complete(new Outcome.Busy<>(why));
    }
}
