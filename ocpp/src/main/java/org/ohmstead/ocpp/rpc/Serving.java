package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver.Dropped;
import org.ohmstead.ocpp.rpc.frame.Frame;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.frame.MessageId;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Payload;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.ocpp.rpc.routing.Violation;

/**
 * Serves what the other side asks, on the link's worker. Here every exception of a handler ends: as CALLERROR, and in the log
 * without the payload, which may hold a password.
 */
final class Serving<C> {
    private static final System.Logger LOG = System.getLogger(Serving.class.getName());

    /** In place of the fingerprint of a message whose answer need not be kept. */
    private static final long NOT_KEPT = 0;

    private final Routes<C> routes;
    private final Timers timers;
    private final LinkObserver observer;
    private final Sender sender;
    private @Nullable Replies replies;
    private volatile @Nullable Result last;

    /** Lets a frame go, unless the link is closed. */
    @FunctionalInterface
    interface Sender {
        void put(Frame frame, @Nullable String action);
    }

    /** What was answered last: a CALLRESULTERROR names no action. */
    private record Result(String id, String action) {}

    /** What to answer instead of a result. */
    private record Refusal(ErrorCode code, String description, String details) {}

    /** What is done with a message that may come in; null: it was answered. */
    @FunctionalInterface
    private interface Work {
        @Nullable
        Refusal run();
    }

    Serving(Routes<C> routes, Timers timers, LinkObserver observer, Sender sender) {
        this.routes = routes;
        this.timers = timers;
        this.observer = observer;
        this.sender = sender;
    }

    /** Whether the answer needs no waiting for anything, so that any thread may give it. */
    boolean isPrompt(C caller, Arrival.Request<C> request) {
        return request.route().isPrompt().getAsBoolean() && routes.gate().isKnownToBeOpen(caller);
    }

    /** Answers a CALL, or takes a SEND, that came in at {@code arrived} (nanoseconds of the timers). */
    void serve(C caller, Arrival.Request<C> request, String text, long arrived) {
        String action = request.action();
        boolean kept = request.type() == FrameType.CALL && Replies.keeps(action);
        long print = kept ? Replies.fingerprint(text) : NOT_KEPT;
        String known = kept ? replies().find(print) : null;
        if (known != null) {
            observer.repeatedAnswer(action, request.id().text());
            sender.put(new Frame.CallResult(request.id(), known), action);
            return;
        }
        Refusal refusal = guarded(caller, request.id(), action, () -> attempt(caller, request, print));
        if (refusal != null) {
            refuse(request.type(), request.id(), action, refusal, text);
        }
        served(action, request.id(), arrived, refusal == null ? null : refusal.code());
    }

    /** Refuses a CALL that no handler gets to see; with these words only where the gate has none. */
    void refuse(C caller, Arrival<C> arrival, MessageId id, ErrorCode code, String description) {
        String action = Objects.requireNonNullElse(arrival.action(), "");
        Refusal own = new Refusal(code, description, "{}");
        refuse(arrival, id, Objects.requireNonNull(guarded(caller, id, action, () -> own)));
    }

    /** Refuses what is not even a CALL, so that there is nothing to ask the gate about. */
    void refuse(Arrival<C> arrival, MessageId id, ErrorCode code, String description) {
        refuse(arrival, id, new Refusal(code, description, "{}"));
    }

    private void refuse(Arrival<C> arrival, MessageId id, Refusal refusal) {
        String action = arrival.action();
        sender.put(error(id, refusal), action);
        observer.served(action == null ? "" : action, id.text(), Duration.ZERO, refusal.code());
    }

    /** The action of the answer with this id, if it was the last one. */
    @Nullable
    String actionOfResult(String id) {
        Result result = last;
        return result != null && result.id().equals(id) ? result.action() : null;
    }

    synchronized Replies replies() {
        Replies known = replies;
        if (known == null) {
            known = new Replies();
            replies = known;
        }
        return known;
    }

    synchronized void resume(Replies earlier) {
        replies = earlier;
    }

    /** The gate first, then the work; whatever either of them throws is an answer too. */
    private @Nullable Refusal guarded(C caller, MessageId id, String action, Work work) {
        try {
            CallRefused closed = routes.gate().refusal(caller, action).orElse(null);
            return closed == null ? work.run() : refusal(closed);
        } catch (CallRefused e) {
            return refusal(e);
        } catch (Throwable e) {
            LOG.log(
                    e instanceof ToldElsewhere ? System.Logger.Level.DEBUG : System.Logger.Level.ERROR,
                    "Handler failed: action=" + action + " id=" + id + " caller=" + caller,
                    e);
            return new Refusal(ErrorCode.InternalError, "The request could not be processed", "{}");
        }
    }

    private @Nullable Refusal attempt(C caller, Arrival.Request<C> request, long print) {
        Action action = request.route().action();
        Record payload = request.payload().value();
        if (payload == null) {
            return refusal(request.payload().fatal());
        }
        Record response = request.route().service().serve(caller, payload);
        if (request.type() == FrameType.SEND) {
            return null;
        }
        return answer(request.id(), action, Objects.requireNonNull(response, "no answer"), print);
    }

    /** Strict in what we send: an answer that breaks the schema is our fault, and the other side is told so. */
    private @Nullable Refusal answer(MessageId id, Action action, Record response, long print) {
        OcppVersion version = routes.version();
        List<Deviation> wrong = Payload.check(response, version);
        if (!wrong.isEmpty()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "Answer breaks the schema: action={0} id={1} {2}",
                    action.name(),
                    id,
                    Violation.describe(wrong));
            return new Refusal(ErrorCode.InternalError, "The answer could not be formed", "{}");
        }
        String payload = Payload.write(response, version);
        if (print != NOT_KEPT) {
            replies().keep(print, payload);
        }
        last = new Result(id.text(), action.name());
        sender.put(new Frame.CallResult(id, payload), action.name());
        return null;
    }

    /** A SEND is never answered, not even with an error (N15.FR.02). */
    private void refuse(FrameType type, MessageId id, String action, Refusal refusal, String text) {
        if (type == FrameType.SEND) {
            observer.dropped(Dropped.REFUSED_SEND, text);
        } else {
            sender.put(error(id, refusal), action);
        }
    }

    private Frame error(MessageId id, Refusal refusal) {
        String code = refusal.code().wire(routes.version());
        return new Frame.CallError(id, code, refusal.description(), refusal.details());
    }

    private void served(String action, MessageId id, long arrived, @Nullable ErrorCode refused) {
        observer.served(action, id.text(), Duration.ofNanos(timers.nanos() - arrived), refused);
    }

    private static Refusal refusal(CallRefused refused) {
        return new Refusal(refused.code(), refused.description(), "{}");
    }

    private static Refusal refusal(List<Deviation> broken) {
        return new Refusal(Violation.code(broken), Violation.describe(broken), Violation.details(broken));
    }
}
