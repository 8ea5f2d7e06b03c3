package org.ohmstead.ocpp.rpc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.rpc.LinkObserver.Dropped;
import org.ohmstead.ocpp.rpc.frame.Frame;
import org.ohmstead.ocpp.rpc.frame.FrameType;
import org.ohmstead.ocpp.rpc.frame.MessageId;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.rpc.routing.Violation;

/** What the other side answers to our CALLs: ends the one on the wire with it, and lets the next one go. */
final class Answers<C> {
    private final OcppVersion version;
    private final boolean sendCallResultError;
    private final Outbound outbound;
    private final Timers timers;
    private final LinkObserver observer;
    private final Serving.Sender sender;

    Answers(
            OcppVersion version,
            LinkSettings settings,
            Outbound outbound,
            Timers timers,
            LinkObserver observer,
            Serving.Sender sender) {
        this.version = version;
        this.sendCallResultError = version == OcppVersion.V21 && settings.sendCallResultError();
        this.outbound = outbound;
        this.timers = timers;
        this.observer = observer;
        this.sender = sender;
    }

    void result(Arrival.Result<C> result, String text) {
        PendingCall<?> pending = result.pending();
        Record response = result.payload().value();
        if (response == null) {
            List<Deviation> broken = result.payload().fatal();
            var error = new Wrong(Violation.code(broken), Violation.describe(broken), Violation.details(broken));
            unreadable(pending, text, error, result.deviations(), result.raw());
        } else if (ends(pending, text)) {
            outbound.next();
            pending.answered(response, timers.nanos(), result.deviations(), result.raw());
        }
    }

    void error(Arrival.Error<C> error, String text) {
        PendingCall<?> pending = error.pending();
        if (pending == null) {
            stray(error.id(), text);
        } else if (ends(pending, text)) {
            outbound.next();
            pending.refused(error.code(), error.rawCode(), error.description(), error.details());
        }
    }

    /** A CALLRESULT or CALLERROR that cannot be read ends its CALL if the id can; the socket stays (field note 26). */
    void broken(Arrival.Broken<C> answer, String text) {
        MessageId id = answer.id();
        PendingCall<?> pending = id == null ? null : outbound.onTheWire(id.text());
        String fault = Violation.describe(List.of(answer.fault()));
        if (pending == null) {
            stray(id, text);
        } else if (answer.type() == FrameType.CALLRESULT) {
            unreadable(pending, text, new Wrong(answer.code(), fault, "{}"), answer.deviations(), text);
        } else if (ends(pending, text)) {
            outbound.next();
            pending.refused(ErrorCode.GenericError, "", "the CALLERROR cannot be read: " + fault, null);
        }
    }

    void stray(@Nullable MessageId id, String text) {
        observer.dropped(id == null ? Dropped.UNREADABLE : outbound.stray(id.text()), text);
    }

    /** What the other side is told of its answer. */
    private record Wrong(ErrorCode code, String what, String details) {}

    /** An answer that breaks the schema ends its CALL; on 2.1 the other side hears of it (OCPP-J 2.1 FR.06). */
    private void unreadable(PendingCall<?> pending, String text, Wrong error, List<Deviation> broken, String raw) {
        if (!ends(pending, text)) {
            return;
        }
        if (sendCallResultError) {
            MessageId id = pending.frame().id();
            String code = error.code().wire(version);
            sender.put(new Frame.CallResultError(id, code, error.what(), error.details()), pending.action());
        }
        outbound.next();
        pending.unreadable(broken, raw, timers.nanos());
    }

    /** False: it timed out, or the link was closed, while its answer was being read. */
    private boolean ends(PendingCall<?> pending, String text) {
        boolean ends = outbound.answered(pending);
        if (!ends) {
            observer.dropped(Dropped.LATE_ANSWER, text);
        }
        return ends;
    }
}
