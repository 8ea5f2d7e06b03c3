package org.ohmstead.ocpp.rpc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppSend;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver.Dropped;
import org.ohmstead.ocpp.rpc.frame.Frame;
import org.ohmstead.ocpp.rpc.frame.MessageId;
import org.ohmstead.ocpp.rpc.routing.InvalidMessage;
import org.ohmstead.ocpp.rpc.routing.Payload;
import org.ohmstead.ocpp.rpc.routing.Routes;

/**
 * One connection between a station and a CSMS, seen from either end. What comes in is given to {@link #received} by the one
 * thread that reads the socket; everything else may be called from any thread. Holds no thread and no timer while idle.
 *
 * @param <C> what handlers get as their caller
 */
public final class OcppLink<C> {
    private final OcppVersion version;
    private final LinkSettings settings;
    private final Wire wire;
    private final LinkEngine engine;
    private final LinkObserver observer;
    private final Inbound inbound;
    private final Outbound outbound;
    private final Serving<C> serving;
    private final Receiving<C> receiving;

    public OcppLink(
            CallerOf<C> callers,
            Routes<C> routes,
            LinkSettings settings,
            Wire wire,
            LinkEngine engine,
            LinkObserver observer) {
        this.version = routes.version();
        this.settings = settings;
        this.wire = wire;
        this.engine = engine;
        this.observer = observer;
        this.inbound = new Inbound(wire, settings.inboundQueue(), engine);
        this.outbound = new Outbound(wire, settings, engine, observer, inbound);
        this.serving = new Serving<>(routes, engine.timers(), observer, this::answer);
        Answers<C> answers = new Answers<>(version, settings, outbound, engine.timers(), observer, this::put);
        this.receiving = new Receiving<>(
                callers,
                new Decoder<>(routes, settings.reading(), outbound),
                new Receiving.Ends<>(version, inbound, serving, answers),
                engine.timers(),
                observer);
    }

    public OcppVersion version() {
        return version;
    }

    /**
     * Takes a text message: completes the CALL of ours that it answers, or queues what it asks for. Never throws, whatever
     * the text is.
     */
    public void received(String text) {
        receiving.received(text);
    }

    /** {@link #call(OcppCall, Duration)} with the time-out of the settings. */
    public <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request) {
        return call(request, settings.callTimeout());
    }

    /**
     * Sends a CALL when its turn comes, and ends with what became of it. A caller that no longer wants it may cancel the
     * future: what has not left by then never will.
     *
     * <p>The future is complete before any later message of the other side is looked at, which also means: what is chained
     * to it without {@code Async} runs on the thread that reads the socket and must not block. Waiting for it
     * ({@code join}) is fine anywhere but on that thread.
     *
     * @param timeout how long to wait for the answer, once the CALL has left; and how long to wait for its turn before that,
     *                after which it ends as {@link Outcome.Busy} and is never sent
     * @throws InvalidMessage if the request breaks the schema of this version
     */
    public <R extends OcppResult> CompletableFuture<Outcome<R>> call(OcppCall<R> request, Duration timeout) {
        Record message = (Record) request;
        Action action = Payload.actionOf(message.getClass(), version).orElse(null);
        Class<? extends Record> response = action == null ? null : action.response();
        if (action == null || response == null) {
            return CompletableFuture.completedFuture(new Outcome.NotSupported<>(unknown(message)));
        }
        Frame.Call frame = new Frame.Call(MessageId.random(), action.name(), checked(action, message));
        PendingCall<R> call = new PendingCall<>(frame, response, timeout);
        outbound.offer(call);
        return call.outcome();
    }

    /**
     * Sends a SEND (2.1), past all CALLs that wait.
     *
     * @return false: not sent, because the link is closed or not open yet, or its version has no such message
     * @throws InvalidMessage if it breaks the schema
     */
    public boolean send(OcppSend message) {
        Record payload = (Record) message;
        Action action = Payload.actionOf(payload.getClass(), version).orElse(null);
        if (action == null || !outbound.isOpen()) {
            return false;
        }
        put(new Frame.Send(MessageId.random(), action.name(), checked(action, payload)), action.name());
        return true;
    }

    /**
     * Lets our CALLs out, which wait until then: some stations break when asked anything before their BootNotification is
     * answered (field note 67). A client opens as soon as it is connected.
     */
    public void open() {
        outbound.open();
    }

    /** Whether CALLs leave: opened and not closed. */
    public boolean isOpen() {
        return outbound.isOpen();
    }

    /** How many CALLs of ours are on the wire or wait. */
    public int waitingCalls() {
        return outbound.waiting();
    }

    /**
     * For a handler: runs something on the worker once its answer has left, such as {@link #open}. Called from anywhere else
     * it runs at once.
     */
    public void afterAnswer(Runnable what) {
        inbound.afterAnswer(what);
    }

    /** Runs something behind all that has come so far; at once when nothing of it waits. Not for a handler. */
    public void afterWaiting(Runnable what) {
        inbound.afterWaiting(what);
    }

    /** The answers that a repeated message gets again; to be given to the station's next link. */
    public Replies replies() {
        return serving.replies();
    }

    /** Takes over the answers of an earlier link of the same station and version; before the first message. */
    public void resume(Replies earlier) {
        serving.resume(earlier);
    }

    /** Waits until nothing that the other side asked for waits or runs; false: patience ran out first. */
    public boolean drain(Duration patience) throws InterruptedException {
        return inbound.drain(patience);
    }

    /**
     * The socket is gone: our CALL on the wire ends as {@link Outcome.ConnectionLost}, those that wait as
     * {@link Outcome.NotConnected}. What the other side has said is served to the end, also when nobody is left to hear the
     * answers: it may believe them lost on the way, and never say it again.
     */
    public void closed(String why) {
        inbound.closed();
        outbound.closed(why);
    }

    /**
     * Serves nothing before all is served that came over an earlier link of the same station, which is closed or about to
     * be; before the first message. Blocks nobody: what comes waits in this link's queue.
     *
     * @param patience after which this link goes on all the same, so that a handler that hangs does not lock a station out
     */
    public void follow(OcppLink<C> earlier, Duration patience) {
        LinkOrder.follow(inbound, earlier.inbound, engine, patience);
    }

    /** Runs something once this link is closed and all that came over it is served; at once when that is so already. */
    public void whenDone(Runnable what) {
        inbound.whenDone(what);
    }

    private String checked(Action action, Record message) {
        List<Deviation> deviations = Payload.check(message, version);
        if (!deviations.isEmpty()) {
            throw new InvalidMessage(action.name(), deviations);
        }
        return Payload.write(message, version);
    }

    private String unknown(Record message) {
        Class<?> action = message.getClass().getEnclosingClass();
        return "OCPP " + version.number() + " has no " + (action == null ? message.getClass() : action).getSimpleName();
    }

    private void answer(Frame frame, @Nullable String action) {
        inbound.answers();
        put(frame, action);
    }

    private void put(Frame frame, @Nullable String action) {
        String text = frame.text();
        if (inbound.isClosed()) {
            observer.dropped(Dropped.CLOSED, text);
            return;
        }
        observer.frameOut(text, frame.type(), action, frame.id().text());
        wire.send(text);
    }
}
