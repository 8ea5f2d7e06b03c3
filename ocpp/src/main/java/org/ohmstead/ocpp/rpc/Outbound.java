package org.ohmstead.ocpp.rpc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.rpc.LinkObserver.Dropped;
import org.ohmstead.ocpp.rpc.frame.FrameType;

/**
 * Our CALLs: one on the wire, the others wait (OCPP-J §4.1.1). Its lock is never held while something else is called, and
 * has nothing to do with what the other side asks of us (field note 35).
 */
final class Outbound {
    /** RFC 6455 has no code for a peer that no longer answers; this is the one to use when there is none. */
    private static final int POLICY_VIOLATION = 1008;

    private static final int REMEMBERED = 4;

    private final Wire wire;
    private final LinkSettings settings;
    private final LinkEngine engine;
    private final LinkObserver observer;
    private final Inbound inbound;

    /** Also the lock of everything below. */
    private final Deque<PendingCall<?>> waiting = new ArrayDeque<>(1);

    private @Nullable PendingCall<?> onTheWire;
    private boolean open;
    private boolean givenUp;
    private @Nullable String closed;
    private int timeoutsInARow;

    /** What ended last, to tell late and second answers from unknown ones. */
    private final Deque<Ended> ended = new ArrayDeque<>(1);

    private record Ended(String id, boolean timedOut) {}

    Outbound(Wire wire, LinkSettings settings, LinkEngine engine, LinkObserver observer, Inbound inbound) {
        this.wire = wire;
        this.settings = settings;
        this.engine = engine;
        this.observer = observer;
        this.inbound = inbound;
    }

    /** Sends a CALL now or in its turn; ends it at once when there is no hope of that. */
    void offer(PendingCall<?> call) {
        String why;
        boolean full;
        synchronized (waiting) {
            why = closed;
            full = isFull();
            if (why == null && !full) {
                waiting.add(call);
            }
        }
        if (why != null) {
            call.notConnected(why);
        } else if (full) {
            call.busy(settings.outboundQueue() + " CALLs wait already");
        } else {
            next();
            waitForTurn(call);
        }
    }

    /** Lets CALLs out from now on. */
    void open() {
        synchronized (waiting) {
            open = true;
        }
        next();
    }

    boolean isOpen() {
        synchronized (waiting) {
            return open && closed == null;
        }
    }

    int waiting() {
        synchronized (waiting) {
            return waiting.size() + (onTheWire == null ? 0 : 1);
        }
    }

    /** The CALL that an answer with this id belongs to. */
    @Nullable
    PendingCall<?> onTheWire(String id) {
        synchronized (waiting) {
            return onTheWire != null && onTheWire.id().equals(id) ? onTheWire : null;
        }
    }

    /** Frees the wire of a CALL that was answered; false: it ended otherwise in the meantime. */
    boolean answered(PendingCall<?> call) {
        if (!end(call, false)) {
            return false;
        }
        call.cancelAlarm();
        return true;
    }

    /** Why an answer belongs to nothing. A late one shows that the other side is not deaf after all. */
    Dropped stray(String id) {
        synchronized (waiting) {
            for (Ended one : ended) {
                if (one.id().equals(id)) {
                    timeoutsInARow = 0;
                    return one.timedOut() ? Dropped.LATE_ANSWER : Dropped.SECOND_ANSWER;
                }
            }
        }
        return Dropped.UNKNOWN_ANSWER;
    }

    /** Sends the next one, if it may go. */
    void next() {
        PendingCall<?> call = take();
        if (call == null) {
            return;
        }
        call.cancelAlarm();
        String text = call.frame().text();
        call.sent(engine.timers().nanos());
        observer.frameOut(text, FrameType.CALL, call.action(), call.id());
        arm(call);
        wire.send(text);
    }

    void closed(String why) {
        PendingCall<?> sent;
        List<PendingCall<?>> unsent;
        synchronized (waiting) {
            if (closed != null) {
                return;
            }
            closed = why;
            unsent = new ArrayList<>(waiting);
            waiting.clear();
            sent = onTheWire;
            onTheWire = null;
        }
        if (sent != null) {
            sent.cancelAlarm();
            sent.connectionLost(why);
        }
        unsent.forEach(PendingCall::cancelAlarm);
        unsent.forEach(call -> call.notConnected(why));
    }

    /** A caller gets his outcome in any case: what has no turn within the time-out is never sent. */
    private void waitForTurn(PendingCall<?> call) {
        synchronized (waiting) {
            if (!waiting.contains(call)) {
                return;
            }
        }
        Timers.Alarm alarm = engine.timers().after(call.timeout(), () -> noTurn(call));
        synchronized (waiting) {
            if (waiting.contains(call)) {
                call.alarm(alarm);
                return;
            }
        }
        alarm.cancel();
    }

    private void noTurn(PendingCall<?> call) {
        boolean waited;
        boolean wasOpen;
        synchronized (waiting) {
            waited = waiting.remove(call);
            wasOpen = open;
        }
        if (waited) {
            String why = wasOpen ? "other CALLs were not answered in time" : "the link was not opened in time";
            engine.workers().execute(() -> call.busy(why));
        }
    }

    private boolean isFull() {
        if (waiting.size() < settings.outboundQueue()) {
            return false;
        }
        waiting.removeIf(PendingCall::withdrawn);
        return waiting.size() >= settings.outboundQueue();
    }

    private @Nullable PendingCall<?> take() {
        synchronized (waiting) {
            if (!open || givenUp || closed != null || onTheWire != null) {
                return null;
            }
            PendingCall<?> next = waiting.poll();
            while (next != null && next.withdrawn()) {
                next = waiting.poll();
            }
            onTheWire = next;
            return next;
        }
    }

    private void arm(PendingCall<?> call) {
        Timers.Alarm alarm = engine.timers().after(call.timeout(), () -> timedOut(call));
        synchronized (waiting) {
            if (onTheWire == call) {
                call.alarm(alarm);
                return;
            }
        }
        alarm.cancel();
    }

    /** On the thread of the timers, so that what the caller hung behind the outcome runs elsewhere. */
    private void timedOut(PendingCall<?> call) {
        if (!end(call, true)) {
            return;
        }
        observer.callTimedOut(call.action(), call.id(), call.timeout());
        engine.workers().execute(call::timedOut);
        if (deaf()) {
            wire.close(POLICY_VIOLATION, settings.closeAfterTimeouts() + " CALLs in a row were not answered");
        } else {
            next();
        }
    }

    /** Whether to give up on this connection: field note 21. */
    private boolean deaf() {
        synchronized (waiting) {
            boolean now =
                    !givenUp && settings.closeAfterTimeouts() > 0 && timeoutsInARow >= settings.closeAfterTimeouts();
            givenUp |= now;
            return now;
        }
    }

    /** While we do not read the socket ourselves it is no wonder that no answer comes. */
    private boolean end(PendingCall<?> call, boolean timedOut) {
        boolean unheard = timedOut && inbound.isStopped();
        synchronized (waiting) {
            if (onTheWire != call) {
                return false;
            }
            onTheWire = null;
            timeoutsInARow = timedOut ? timeoutsInARow + (unheard ? 0 : 1) : 0;
            if (ended.size() == REMEMBERED) {
                ended.poll();
            }
            ended.add(new Ended(call.id(), timedOut));
            return true;
        }
    }
}
