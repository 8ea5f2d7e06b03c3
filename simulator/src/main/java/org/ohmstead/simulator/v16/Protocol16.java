package org.ohmstead.simulator.v16;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.CallerOf;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.Wire;
import org.ohmstead.ocpp.v16.AuthorizationStatus;
import org.ohmstead.ocpp.v16.Authorize;
import org.ohmstead.ocpp.v16.BootNotification;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.ocpp.v16.IdTagInfo;
import org.ohmstead.ocpp.v16.MeterValue;
import org.ohmstead.ocpp.v16.MeterValues;
import org.ohmstead.ocpp.v16.ReadingContext;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.ocpp.v16.StatusNotification;
import org.ohmstead.ocpp.v16.StatusNotification.ConnectorStatus;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Certificates;
import org.ohmstead.simulator.station.Configuration;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.Protocol;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;
import org.ohmstead.simulator.station.authorization.Reservations;
import org.ohmstead.simulator.station.authorization.Token;
import org.ohmstead.simulator.station.authorization.Verdict;
import org.ohmstead.simulator.station.metering.Sample;
import org.ohmstead.simulator.station.network.Destinations.Destination;

/** What happens at a station, in the words of 1.6. */
public final class Protocol16 implements Protocol {
    /** The id of a transaction whose start was never answered (erratum 3.18). */
    private static final long UNKNOWN_TRANSACTION = -1;

    private final Station station;
    private final Configuration keys;
    private final Certificates certificates = new Certificates();
    private final Maintenance16 maintenance;

    public Protocol16(Station station) {
        this.station = station;
        this.keys = Keys16.of(station.options());
        this.maintenance = new Maintenance16(this);
    }

    Station station() {
        return station;
    }

    Certificates certificates() {
        return certificates;
    }

    Maintenance16 maintenance() {
        return maintenance;
    }

    @Override
    public OcppVersion version() {
        return OcppVersion.V16;
    }

    @Override
    public OcppLink<?> link(Wire wire, LinkSettings settings, LinkEngine engine, LinkObserver observer) {
        return new OcppLink<>(CallerOf.always(this), Routes16.ALL, settings, wire, engine, observer);
    }

    @Override
    public Configuration configuration() {
        return keys;
    }

    /** 1.6 knows no network profiles: it moves when it is told a security profile. */
    @Override
    public List<Destination> destinations() {
        return List.of();
    }

    @Override
    public CompletableFuture<Registration> boot(BootReason reason) {
        String serial = "SIM" + Integer.toHexString(station.identity().hashCode());
        BootNotification.Request request = new BootNotification.Request(
                "Ohmstead",
                station.options().dc() ? "Virtual DC" : "Virtual AC",
                serial,
                serial,
                maintenance.firmware(),
                null,
                null,
                "Virtual meter",
                serial);
        return station.call(request).thenApply(outcome -> {
            if (!(outcome instanceof Outcome.Answered<BootNotification.Response> answered)) {
                return new Registration(Registration.Status.NONE, Duration.ZERO);
            }
            BootNotification.Response answer = answered.response();
            Registration.Status status =
                    switch (answer.status()) {
                        case Accepted -> Registration.Status.ACCEPTED;
                        case Pending -> Registration.Status.PENDING;
                        case Rejected -> Registration.Status.REJECTED;
                    };
            return new Registration(status, Duration.ofSeconds(answer.interval()));
        });
    }

    @Override
    public void heartbeat() {
        station.say(new Heartbeat.Request());
    }

    @Override
    public void report(Outlet outlet, OutletState state) {
        station.say(status(outlet.id(), status(state)));
    }

    @Override
    public void reportStation() {
        station.say(status(0, station.operative() ? ConnectorStatus.Available : ConnectorStatus.Unavailable));
    }

    StatusNotification.Request status(int connector, ConnectorStatus status) {
        StatusNotification.ErrorCode error = status == ConnectorStatus.Faulted
                ? StatusNotification.ErrorCode.OtherError
                : StatusNotification.ErrorCode.NoError;
        return new StatusNotification.Request(connector, error, status, null, station.stamp(), null, null);
    }

    static ConnectorStatus status(OutletState state) {
        return switch (state) {
            case AVAILABLE -> ConnectorStatus.Available;
            case PREPARING -> ConnectorStatus.Preparing;
            case CHARGING -> ConnectorStatus.Charging;
            case SUSPENDED_EV -> ConnectorStatus.SuspendedEV;
            case SUSPENDED_EVSE -> ConnectorStatus.SuspendedEVSE;
            case FINISHING -> ConnectorStatus.Finishing;
            case RESERVED -> ConnectorStatus.Reserved;
            case UNAVAILABLE -> ConnectorStatus.Unavailable;
            case FAULTED -> ConnectorStatus.Faulted;
        };
    }

    @Override
    public CompletableFuture<Optional<Verdict>> authorize(Token token) {
        return station.call(new Authorize.Request(token.value()))
                .thenApply(outcome -> outcome instanceof Outcome.Answered<Authorize.Response> answered
                        ? Optional.of(verdict(token, answered.response().idTagInfo()))
                        : Optional.empty());
    }

    static Verdict verdict(Token token, IdTagInfo info) {
        return new Verdict(info.status().name(), token.withGroup(info.parentIdTag()));
    }

    @Override
    public void started(Outlet outlet, Transaction transaction, TriggerReason trigger, Sample sample) {
        Token token = transaction.token();
        StartTransaction.Request request = new StartTransaction.Request(
                outlet.id(),
                token == null ? "" : token.value(),
                Readings16.wattHours(sample.registerWh()),
                sample.at(),
                transaction.reservation());
        station.queue().<StartTransaction.Response>add(transaction, "StartTransaction", () -> request, answer -> {
            transaction.number(answer.transactionId());
            if (token != null) {
                station.localList().remember(verdict(token, answer.idTagInfo()));
            }
            if (answer.idTagInfo().status() != AuthorizationStatus.Accepted) {
                station.charging().refused(transaction);
            }
        });
    }

    @Override
    public void updated(Outlet outlet, Transaction transaction, TriggerReason trigger, @Nullable Sample sample) {
        if (sample == null) {
            // 1.6 tells changes of the charging state by StatusNotification alone.
            return;
        }
        ReadingContext context =
                trigger == TriggerReason.Trigger ? ReadingContext.Trigger : ReadingContext.Sample_Periodic;
        MeterValue value = Readings16.of(sample, context, keys.text(Keys16.MEASURANDS));
        station.queue()
                .<MeterValues.Response>add(
                        transaction,
                        "MeterValues",
                        () -> new MeterValues.Request(outlet.id(), List.of(value), number(transaction)),
                        answer -> {});
    }

    @Override
    public void ended(Outlet outlet, Transaction transaction, Ending ending, Sample sample) {
        Token stopper = ending.stopper();
        String measurands = keys.text(Keys16.STOP_MEASURANDS);
        List<MeterValue> data = measurands.isBlank()
                ? null
                : List.of(Readings16.of(sample, ReadingContext.Transaction_End, measurands));
        station.queue()
                .<StopTransaction.Response>add(
                        transaction,
                        "StopTransaction",
                        () -> new StopTransaction.Request(
                                Readings16.wattHours(sample.registerWh()),
                                sample.at(),
                                number(transaction),
                                stopper == null ? null : stopper.value(),
                                reason(ending.reason()),
                                data),
                        answer -> {});
    }

    @Override
    public void meterValues(Outlet outlet, Sample sample) {
        MeterValue value = Readings16.of(sample, ReadingContext.Trigger, keys.text(Keys16.MEASURANDS));
        station.say(new MeterValues.Request(outlet.id(), List.of(value), null));
    }

    @Override
    public Timing timing() {
        return new Timing(
                keys.seconds(Keys16.HEARTBEAT),
                keys.seconds(Keys16.METER_INTERVAL),
                keys.seconds(Keys16.RETRY),
                (int) keys.seconds(Keys16.ATTEMPTS).toSeconds(),
                keys.seconds(Keys16.PLUG_TIMEOUT));
    }

    @Override
    public void heartbeatInterval(Duration interval) {
        keys.change(Keys16.HEARTBEAT, String.valueOf(interval.toSeconds()));
    }

    @Override
    public boolean stopsOnInvalidToken() {
        return keys.flag(Keys16.STOP_ON_INVALID);
    }

    @Override
    public boolean trustsOfflineTokens() {
        return keys.flag(Keys16.OFFLINE_UNKNOWN);
    }

    @Override
    public void expired(Reservations.Reservation reservation) {
        // 1.6 has no message for it: the connector becomes Available again.
    }

    private static long number(Transaction transaction) {
        Long number = transaction.number();
        return number == null ? UNKNOWN_TRANSACTION : number;
    }

    private static StopTransaction.Reason reason(Reason reason) {
        return switch (reason) {
            case DeAuthorized -> StopTransaction.Reason.DeAuthorized;
            case EmergencyStop -> StopTransaction.Reason.EmergencyStop;
            case EVDisconnected -> StopTransaction.Reason.EVDisconnected;
            case ImmediateReset -> StopTransaction.Reason.HardReset;
            case Reboot -> StopTransaction.Reason.SoftReset;
            case Local, StoppedByEV -> StopTransaction.Reason.Local;
            case PowerLoss -> StopTransaction.Reason.PowerLoss;
            case Remote -> StopTransaction.Reason.Remote;
            case EnergyLimitReached,
                    GroundFault,
                    LocalOutOfCredit,
                    MasterPass,
                    Other,
                    OvercurrentFault,
                    PowerQuality,
                    SOCLimitReached,
                    TimeLimitReached,
                    Timeout,
                    ReqEnergyTransferRejected -> StopTransaction.Reason.Other;
        };
    }
}
