package org.ohmstead.charging.ocpp2;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.ChargingSessions;
import org.ohmstead.charging.UnreadWords;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.trail.TransactionAnswer;
import org.ohmstead.charging.trail.TransactionReport;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.stations.Caller;
import org.ohmstead.tokens.ocpp2.IdTokenInfos;

/**
 * OCPP 2.x E01 to E15: one event of a session. Always answered; with idTokenInfo whenever the event has an idToken
 * (E01.FR.12).
 */
@Singleton
public class TransactionEvent2 implements CallHandler<Caller, TransactionEvent.Request, TransactionEvent.Response> {
    private static final String REASON = "transactionInfo.stoppedReason";

    private final ChargingSessions sessions;
    private final List<TransactionEventListener2> listeners;

    @Inject
    public TransactionEvent2(ChargingSessions sessions, @Any Instance<TransactionEventListener2> listeners) {
        this(sessions, listeners.stream().toList());
    }

    /** For those who have no container. */
    public TransactionEvent2(ChargingSessions sessions, List<TransactionEventListener2> listeners) {
        this.sessions = sessions;
        this.listeners = listeners;
    }

    /** For those whom nobody listens to. */
    public TransactionEvent2(ChargingSessions sessions) {
        this(sessions, List.of());
    }

    @Override
    public TransactionEvent.Response handle(Caller station, TransactionEvent.Request call) {
        UnreadWords unread = new UnreadWords(station.deviations());
        TransactionAnswer answer = sessions.transactionEvent(report(station, call, unread));
        for (TransactionEventListener2 listener : listeners) {
            listener.after(station, call);
        }
        return response(answer, station.version());
    }

    static TransactionEvent.Response response(TransactionAnswer answer, OcppVersion version) {
        return new TransactionEvent.Response(
                answer.totalCost(),
                answer.priority(),
                answer.verdict() == null ? null : IdTokenInfos.of(answer.verdict(), version),
                IdTokenInfos.message(answer.message(), version),
                null,
                null);
    }

    private static TransactionReport report(Caller station, TransactionEvent.Request call, UnreadWords unread) {
        TransactionEvent.Transaction transaction = call.transactionInfo();
        return new TransactionReport(
                station,
                transaction.transactionId(),
                step(call.eventType()),
                call.seqNo(),
                call.timestamp(),
                Boolean.TRUE.equals(call.offline()),
                cause(call.triggerReason()),
                unread.word(call.triggerReason(), "triggerReason"),
                place(call.evse()),
                call.idToken() == null
                        ? null
                        : new TransactionReport.Presented(
                                call.idToken().idToken(), call.idToken().type()),
                StateWords2.charging(transaction.chargingState()),
                StateWords2.reason(transaction.stoppedReason(), unread.text(REASON) != null),
                unread.text(REASON),
                number(call.reservationId()),
                number(transaction.remoteStartId()),
                Samples2.readings(call.meterValue(), "meterValue", unread));
    }

    /** EVSE 0 is the station as a whole, where nothing can be charged. */
    private static ConnectorRef place(@Nullable Evse evse) {
        return evse == null || evse.id() <= 0 ? ConnectorRef.UNKNOWN : new ConnectorRef(evse.id(), evse.connectorId());
    }

    private static @Nullable Long number(@Nullable Integer id) {
        return id == null ? null : id.longValue();
    }

    /** Without a type it is nothing but one more event. */
    private static TransactionReport.Step step(TransactionEvent.@Nullable TransactionEventKind kind) {
        if (kind == null) {
            return TransactionReport.Step.UPDATED;
        }
        return switch (kind) {
            case Started -> TransactionReport.Step.STARTED;
            case Updated -> TransactionReport.Step.UPDATED;
            case Ended -> TransactionReport.Step.ENDED;
        };
    }

    /** MicroOcpp sent none (field note 58). */
    private static TransactionReport.Cause cause(TransactionEvent.@Nullable TriggerReason trigger) {
        if (trigger == TransactionEvent.TriggerReason.MeterValuePeriodic
                || trigger == TransactionEvent.TriggerReason.MeterValueClock) {
            return TransactionReport.Cause.READING;
        }
        return trigger == TransactionEvent.TriggerReason.StopAuthorized
                ? TransactionReport.Cause.STOP_TOKEN
                : TransactionReport.Cause.OTHER;
    }
}
