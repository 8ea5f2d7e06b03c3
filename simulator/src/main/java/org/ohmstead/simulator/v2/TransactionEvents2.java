package org.ohmstead.simulator.v2;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.AuthorizationStatus;
import org.ohmstead.ocpp.v2.CostDetails;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.IdTokenInfo;
import org.ohmstead.ocpp.v2.MeterValue;
import org.ohmstead.ocpp.v2.ReadingContext;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TransactionEventKind;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Configuration;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Protocol.Ending;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.metering.Sample;

/** TransactionEvents: numbered from 0 per transaction, put into the queue with the content they have at that moment. */
final class TransactionEvents2 {
    private final Station station;
    private final Configuration model;

    /** Transactions of which the CSMS has been told the token (E03.FR.01: once). */
    private final Set<String> tokenTold = ConcurrentHashMap.newKeySet();

    /** What differs from event to event. */
    private record Parts(
            TransactionEventKind kind,
            TriggerReason trigger,
            Instant at,
            @Nullable MeterValue value,
            @Nullable Evse evse,
            @Nullable Token token) {}

    TransactionEvents2(Station station, Configuration model) {
        this.station = station;
        this.model = model;
    }

    void started(Outlet outlet, Transaction transaction, TriggerReason trigger, Sample sample) {
        Parts parts = new Parts(
                TransactionEventKind.Started,
                trigger,
                sample.at(),
                Readings2.of(sample, ReadingContext.Transaction_Begin, model.text(DeviceModel2.END_MEASURANDS)),
                new Evse(outlet.id(), 1),
                untold(transaction));
        add(transaction, parts, null, null);
    }

    void updated(Outlet outlet, Transaction transaction, TriggerReason trigger, @Nullable Sample sample) {
        ReadingContext context =
                trigger == TriggerReason.Trigger ? ReadingContext.Trigger : ReadingContext.Sample_Periodic;
        Parts parts = new Parts(
                TransactionEventKind.Updated,
                trigger,
                sample == null ? station.stamp() : sample.at(),
                sample == null ? null : Readings2.of(sample, context, model.text(DeviceModel2.MEASURANDS)),
                null,
                untold(transaction));
        add(transaction, parts, null, null);
    }

    void ended(Outlet outlet, Transaction transaction, Ending ending, Sample sample, @Nullable CostDetails cost) {
        Parts parts = new Parts(
                TransactionEventKind.Ended,
                ending.trigger(),
                sample.at(),
                Readings2.of(sample, ReadingContext.Transaction_End, model.text(DeviceModel2.END_MEASURANDS)),
                null,
                ending.stopper());
        add(transaction, parts, ending.reason(), cost);
        tokenTold.remove(transaction.id());
    }

    private @Nullable Token untold(Transaction transaction) {
        Token token = transaction.token();
        return token != null && tokenTold.add(transaction.id()) ? token : null;
    }

    private void add(Transaction transaction, Parts parts, @Nullable Reason stopped, @Nullable CostDetails cost) {
        Token told = parts.token();
        TransactionEvent.Request request = new TransactionEvent.Request(
                parts.kind(),
                parts.at(),
                parts.trigger(),
                transaction.takeSeqNo(),
                info(transaction, parts, stopped),
                parts.value() == null ? null : List.of(parts.value()),
                station.isReady() ? null : Boolean.TRUE,
                station.outlets().getFirst().dc() ? null : 3,
                null,
                parts.kind() == TransactionEventKind.Started ? transaction.reservation() : null,
                parts.evse(),
                told == null ? null : Protocol2.idToken(told),
                cost,
                null,
                null,
                null);
        station.queue()
                .<TransactionEvent.Response>add(
                        transaction, "TransactionEvent", () -> request, answer -> answered(transaction, parts, answer));
    }

    private TransactionEvent.Transaction info(Transaction transaction, Parts parts, @Nullable Reason stopped) {
        boolean first = parts.kind() == TransactionEventKind.Started || parts.trigger() == TriggerReason.RemoteStart;
        boolean v21 = station.options().version() == OcppVersion.V21;
        boolean confirmsLimit = v21 && parts.trigger() == TriggerReason.LimitSet;
        return new TransactionEvent.Transaction(
                transaction.id(),
                parts.kind() == TransactionEventKind.Ended ? null : transaction.chargingState(),
                null,
                stopped,
                first ? transaction.remoteStartId() : null,
                null,
                v21 ? transaction.tariff() : null,
                confirmsLimit ? transaction.limit() : null);
    }

    private void answered(Transaction transaction, Parts parts, TransactionEvent.Response answer) {
        IdTokenInfo info = answer.idTokenInfo();
        Token told = parts.token();
        if (info != null && told != null) {
            station.localList().remember(Protocol2.verdict(told, info));
            if (info.status() != AuthorizationStatus.Accepted && parts.kind() != TransactionEventKind.Ended) {
                station.charging().refused(transaction);
            }
        }
        TransactionEvent.TransactionLimit limit = answer.transactionLimit();
        if (limit != null && parts.kind() != TransactionEventKind.Ended) {
            transaction.limit(limit);
            // E16.FR.03: confirmed with the limits that are supported.
            station.charging()
                    .find(transaction.id())
                    .ifPresent(outlet -> updated(outlet, transaction, TriggerReason.LimitSet, null));
        }
    }
}
