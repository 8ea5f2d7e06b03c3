package org.ohmstead.ocpp.rpc;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.LinkObserver.Dropped;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.frame.FurtherMessage;
import org.ohmstead.ocpp.rpc.frame.MessageId;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Violation;

/**
 * What comes in is read, shown to the observer and brought to where it is served, on the one thread that reads the socket. What
 * was read of a CALL that has to wait is forgotten again: records take ten times as much memory as the text that they come from.
 */
final class Receiving<C> {
    /** So that no text full of tiny messages makes a thousand times as many answers. */
    private static final int MOST_IN_A_TEXT = 1000;

    private final CallerOf<C> callers;
    private final Decoder<C> decoder;
    private final Ends<C> ends;
    private final Timers timers;
    private final LinkObserver observer;

    /** Where what comes in goes. */
    record Ends<C>(OcppVersion version, Inbound inbound, Serving<C> serving, Answers<C> answers) {}

    Receiving(CallerOf<C> callers, Decoder<C> decoder, Ends<C> ends, Timers timers, LinkObserver observer) {
        this.callers = callers;
        this.decoder = decoder;
        this.ends = ends;
        this.timers = timers;
        this.observer = observer;
    }

    void received(String text) {
        int next = one(text, 0);
        for (int further = 1; next != FurtherMessage.NONE && further < MOST_IN_A_TEXT; further++) {
            next = one(text, next);
        }
        if (next != FurtherMessage.NONE) {
            observer.dropped(Dropped.UNREADABLE, text.substring(next));
        }
    }

    /** @return where a further message begins, because some firmware writes its queue into one text; or NONE */
    private int one(String whole, int from) {
        if (ends.inbound().isClosed()) {
            observer.dropped(Dropped.CLOSED, whole.substring(from));
            return FurtherMessage.NONE;
        }
        long arrived = timers.nanos();
        Decoder.Message<C> message = decoder.decode(whole, from);
        Arrival<C> arrival = message.arrival();
        String text = message.text();
        MessageId id = arrival.id();
        observer.frameIn(text, arrival.type(), arrival.action(), id == null ? null : id.text(), arrival.deviations());
        switch (arrival) {
            case Arrival.Request<C> request -> queue(request, text, arrived, () -> again(whole, from));
            case Arrival.Unserved<C> unserved -> unserved(unserved, text);
            case Arrival.Result<C> result -> ends.answers().result(result, text);
            case Arrival.Error<C> error when error.type() == FrameType.CALLRESULTERROR -> resultRefused(error);
            case Arrival.Error<C> error -> ends.answers().error(error, text);
            case Arrival.Stray<C> stray -> ends.answers().stray(stray.id(), text);
            case Arrival.UnknownType<C> unknown -> observer.dropped(Dropped.UNKNOWN_TYPE, text);
            case Arrival.Broken<C> broken -> broken(broken, text);
        }
        return message.next();
    }

    /** Reads it once more, which gives the same. */
    private Arrival.Request<C> again(String whole, int from) {
        return (Arrival.Request<C>) decoder.decode(whole, from).arrival();
    }

    /** @param again reads the message once more */
    private void queue(Arrival.Request<C> request, String text, long arrived, Supplier<Arrival.Request<C>> again) {
        C caller = callers.of(request.id().text(), request.action(), request.deviations());
        Serving<C> serving = ends.serving();
        Task task = new Task(
                request.id(),
                text,
                () -> serving.serve(caller, request, text, arrived),
                () -> serving.serve(caller, again.get(), text, arrived));
        if (!(serving.isPrompt(caller, request) && ends.inbound().runNow(task))) {
            queue(task);
        }
    }

    /** A CALL that is answered with an error of this link's, if the gate lets it pass. */
    private void queueRefusal(Arrival<C> call, MessageId id, String text, ErrorCode code, String why) {
        String action = Objects.requireNonNullElse(call.action(), "");
        C caller = callers.of(id.text(), action, call.deviations());
        queue(new Task(id, text, () -> ends.serving().refuse(caller, call, id, code, why)));
    }

    private void queue(Task task) {
        if (!ends.inbound().offer(task)) {
            observer.dropped(Dropped.REPEATED_CALL, task.text());
        }
    }

    private void unserved(Arrival.Unserved<C> call, String text) {
        if (call.type() == FrameType.SEND) {
            observer.dropped(Dropped.REFUSED_SEND, text);
            return;
        }
        ErrorCode code = call.known() == null ? ErrorCode.NotImplemented : ErrorCode.NotSupported;
        String what =
                call.known() == null ? "no action of OCPP " + ends.version().number() : "not served here";
        queueRefusal(call, call.id(), text, code, call.action() + " is " + what);
    }

    private void resultRefused(Arrival.Error<C> error) {
        String id = error.id().text();
        observer.resultRefused(ends.serving().actionOfResult(id), id, error.code(), error.description());
    }

    /** Only what asks for an answer gets one; without a readable id that is possible in 2.x alone (J-4.2.3). */
    private void broken(Arrival.Broken<C> broken, String text) {
        FrameType type = broken.type();
        MessageId id = broken.id();
        String fault = Violation.describe(List.of(broken.fault()));
        if (type == FrameType.CALL && id != null) {
            queueRefusal(broken, id, text, broken.code(), fault);
        } else if ((type == FrameType.CALL || type == null) && ends.version().isV2()) {
            MessageId none = MessageId.UNREADABLE;
            ErrorCode code = ErrorCode.RpcFrameworkError;
            queue(new Task(none, text, () -> ends.serving().refuse(broken, none, code, fault)));
        } else if (type == FrameType.CALLRESULT || type == FrameType.CALLERROR) {
            ends.answers().broken(broken, text);
        } else {
            observer.dropped(type == FrameType.SEND ? Dropped.REFUSED_SEND : Dropped.UNREADABLE, text);
        }
    }
}
