package org.ohmstead.app.socket;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;

/** Passes everything on, and notices the answer to a BootNotification. */
final class BootWatch implements LinkObserver {
    private static final String BOOT = "BootNotification";

    /** Called on the link's worker, just before the answer leaves. */
    @FunctionalInterface
    interface Answered {
        void answered(Answer answer);
    }

    /** What the station was told. */
    enum Answer {
        ACCEPTED,
        PENDING,
        REJECTED
    }

    private final LinkObserver next;
    private final Answered boot;

    BootWatch(LinkObserver next, Answered boot) {
        this.next = next;
        this.boot = boot;
    }

    @Override
    public void frameOut(String text, FrameType type, @Nullable String action, String id) {
        next.frameOut(text, type, action, id);
        if (type == FrameType.CALLRESULT && BOOT.equals(action)) {
            boot.answered(answer(text));
        }
    }

    private static Answer answer(String text) {
        if (text.contains("\"status\":\"Accepted\"")) {
            return Answer.ACCEPTED;
        }
        return text.contains("\"status\":\"Rejected\"") ? Answer.REJECTED : Answer.PENDING;
    }

    @Override
    public void frameIn(
            String text,
            @Nullable FrameType type,
            @Nullable String action,
            @Nullable String id,
            List<Deviation> deviations) {
        next.frameIn(text, type, action, id, deviations);
    }

    @Override
    public void dropped(Dropped why, String text) {
        next.dropped(why, text);
    }

    @Override
    public void repeatedAnswer(String action, String id) {
        next.repeatedAnswer(action, id);
    }

    @Override
    public void served(String action, String id, Duration took, @Nullable ErrorCode refused) {
        next.served(action, id, took, refused);
    }

    @Override
    public void callTimedOut(String action, String id, Duration waited) {
        next.callTimedOut(action, id, waited);
    }

    @Override
    public void resultRefused(@Nullable String action, String id, ErrorCode code, String description) {
        next.resultRefused(action, id, code, description);
    }
}
