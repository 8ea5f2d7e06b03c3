package org.ohmstead.simulator.v16;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.v16.DiagnosticsStatusNotification;
import org.ohmstead.ocpp.v16.ExtendedTriggerMessage;
import org.ohmstead.ocpp.v16.FirmwareStatusNotification;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.ocpp.v16.LogStatusNotification;
import org.ohmstead.ocpp.v16.RemoteStartTransaction;
import org.ohmstead.ocpp.v16.RemoteStopTransaction;
import org.ohmstead.ocpp.v16.SignedFirmwareStatusNotification;
import org.ohmstead.ocpp.v16.StatusNotification.ConnectorStatus;
import org.ohmstead.ocpp.v16.TriggerMessage;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.authorization.Token;

/** Remote start and stop, and messages on demand. */
final class Remote16 {
    private Remote16() {}

    static RemoteStartTransaction.Response start(Protocol16 cp, RemoteStartTransaction.Request request) {
        Station station = cp.station();
        Token token = new Token(request.idTag());
        Outlet outlet = choose(station, request.connectorId(), token);
        if (outlet == null) {
            return new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Rejected);
        }
        if (request.chargingProfile() != null) {
            synchronized (station) {
                station.profiles().install(SmartCharging16.profile(outlet.id(), request.chargingProfile()));
            }
        }
        station.afterAnswer(() -> {
            if (cp.configuration().flag(Keys16.AUTHORIZE_REMOTE)) {
                station.mind(station.charging().authorize(token).thenAccept(verdict -> {
                    if (verdict.accepted()) {
                        station.charging().start(outlet, verdict.token(), TriggerReason.RemoteStart, null);
                    }
                }));
            } else {
                station.charging().start(outlet, token, TriggerReason.RemoteStart, null);
            }
        });
        return new RemoteStartTransaction.Response(RemoteStartTransaction.Status.Accepted);
    }

    static RemoteStopTransaction.Response stop(Protocol16 cp, RemoteStopTransaction.Request request) {
        Station station = cp.station();
        Optional<Outlet> outlet = station.outlets().stream()
                .filter(one -> one.transaction() != null
                        && Long.valueOf(request.transactionId())
                                .equals(one.transaction().number()))
                .findFirst();
        if (outlet.isEmpty()) {
            return new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Rejected);
        }
        station.afterAnswer(() -> station.charging().stop(outlet.get(), TriggerReason.RemoteStop, Reason.Remote, null));
        return new RemoteStopTransaction.Response(RemoteStopTransaction.Status.Accepted);
    }

    static TriggerMessage.Response trigger(Protocol16 cp, TriggerMessage.Request request) {
        if (!exists(cp, request.connectorId())) {
            return new TriggerMessage.Response(TriggerMessage.Status.Rejected);
        }
        boolean sent =
                switch (request.requestedMessage()) {
                    case BootNotification -> boot(cp);
                    case DiagnosticsStatusNotification ->
                        later(
                                cp,
                                new DiagnosticsStatusNotification.Request(
                                        cp.maintenance().diagnosticsState()));
                    case FirmwareStatusNotification ->
                        later(
                                cp,
                                new FirmwareStatusNotification.Request(
                                        cp.maintenance().firmwareState()));
                    case Heartbeat -> later(cp, new Heartbeat.Request());
                    case MeterValues -> meterValues(cp, request.connectorId());
                    case StatusNotification -> status(cp, request.connectorId());
                };
        return new TriggerMessage.Response(sent ? TriggerMessage.Status.Accepted : TriggerMessage.Status.Rejected);
    }

    static ExtendedTriggerMessage.Response extendedTrigger(Protocol16 cp, ExtendedTriggerMessage.Request request) {
        if (!exists(cp, request.connectorId())) {
            return new ExtendedTriggerMessage.Response(ExtendedTriggerMessage.Status.Rejected);
        }
        boolean sent =
                switch (request.requestedMessage()) {
                    case BootNotification -> boot(cp);
                    case LogStatusNotification ->
                        later(
                                cp,
                                new LogStatusNotification.Request(
                                        cp.maintenance().logState(),
                                        cp.maintenance().logRequest()));
                    case FirmwareStatusNotification ->
                        later(
                                cp,
                                new SignedFirmwareStatusNotification.Request(
                                        cp.maintenance().signedState(),
                                        cp.maintenance().signedRequest()));
                    case Heartbeat -> later(cp, new Heartbeat.Request());
                    case MeterValues -> meterValues(cp, request.connectorId());
                    case SignChargePointCertificate -> later(cp, Security16.request(cp));
                    case StatusNotification -> status(cp, request.connectorId());
                };
        return new ExtendedTriggerMessage.Response(
                sent ? ExtendedTriggerMessage.Status.Accepted : ExtendedTriggerMessage.Status.Rejected);
    }

    /** The connector asked for, or the first free one, one with a cable before one without. */
    private static @Nullable Outlet choose(Station station, @Nullable Integer connector, Token token) {
        List<Outlet> possible = station.outlets().stream()
                .filter(outlet -> connector == null || outlet.id() == connector)
                .filter(outlet -> station.charging().admits(outlet, token))
                .toList();
        return possible.stream()
                .filter(Outlet::plugged)
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .orElse(null);
    }

    private static boolean exists(Protocol16 cp, @Nullable Integer connector) {
        return connector == null
                || connector == 0
                || cp.station().outlet(connector).isPresent();
    }

    /** Once accepted a station does not boot on demand (erratum 3.35). */
    private static boolean boot(Protocol16 cp) {
        if (cp.station().lifecycle().registration() == Registration.Status.ACCEPTED) {
            return false;
        }
        cp.station().afterAnswer(() -> cp.station().lifecycle().boot(BootReason.Triggered));
        return true;
    }

    /** Sent whether or not the station is accepted: what was asked for may pass while it is pending. */
    private static boolean later(Protocol16 cp, OcppCall<?> message) {
        cp.station().afterAnswer(() -> cp.station().call(message));
        return true;
    }

    private static boolean meterValues(Protocol16 cp, @Nullable Integer connector) {
        cp.station().afterAnswer(() -> some(cp, connector)
                .forEach(outlet -> cp.station().charging().meter(outlet, TriggerReason.Trigger)));
        return true;
    }

    private static boolean status(Protocol16 cp, @Nullable Integer connector) {
        Station station = cp.station();
        station.afterAnswer(() -> {
            if (connector == null || connector == 0) {
                station.call(
                        cp.status(0, station.operative() ? ConnectorStatus.Available : ConnectorStatus.Unavailable));
            }
            if (connector == null || connector > 0) {
                some(cp, connector)
                        .forEach(outlet ->
                                station.call(cp.status(outlet.id(), Protocol16.status(station.state(outlet)))));
            }
        });
        return true;
    }

    private static List<Outlet> some(Protocol16 cp, @Nullable Integer connector) {
        return connector == null || connector == 0
                ? cp.station().outlets()
                : cp.station().outlet(connector).stream().toList();
    }
}
