package org.ohmstead.simulator.v2;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.BootNotification.BootReason;
import org.ohmstead.ocpp.v2.ChargingProfile;
import org.ohmstead.ocpp.v2.ChargingProfilePurpose;
import org.ohmstead.ocpp.v2.GetTransactionStatus;
import org.ohmstead.ocpp.v2.RequestStartStopStatus;
import org.ohmstead.ocpp.v2.RequestStartTransaction;
import org.ohmstead.ocpp.v2.RequestStopTransaction;
import org.ohmstead.ocpp.v2.Reset;
import org.ohmstead.ocpp.v2.TransactionEvent.Reason;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.ocpp.v2.UnlockConnector;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.Transaction;
import org.ohmstead.simulator.station.authorization.Token;

/** Remote control (F), reset (B11 to B13) and network profiles (B09). */
final class Remote2 {
    private Remote2() {}

    static RequestStartTransaction.Response start(Protocol2 cs, RequestStartTransaction.Request request) {
        Station station = cs.station();
        Token token = Protocol2.token(request.idToken(), request.groupIdToken());
        ChargingProfile profile = request.chargingProfile();
        Outlet outlet = choose(station, request.evseId(), token);
        boolean wrongProfile = profile != null && profile.chargingProfilePurpose() != ChargingProfilePurpose.TxProfile;
        if (outlet == null || wrongProfile || !station.isReady()) {
            return new RequestStartTransaction.Response(RequestStartStopStatus.Rejected);
        }
        Transaction running = outlet.transaction();
        station.afterAnswer(() -> begin(cs, outlet, token, request.remoteStartId(), profile));
        return new RequestStartTransaction.Response(
                RequestStartStopStatus.Accepted, null, running == null ? null : running.id());
    }

    static RequestStopTransaction.Response stop(Protocol2 cs, RequestStopTransaction.Request request) {
        Station station = cs.station();
        Optional<Outlet> outlet = station.charging().find(request.transactionId());
        if (outlet.isEmpty()) {
            return new RequestStopTransaction.Response(RequestStartStopStatus.Rejected, Reasons.of("TxNotFound"));
        }
        station.afterAnswer(() -> station.charging().stop(outlet.get(), TriggerReason.RemoteStop, Reason.Remote, null));
        return new RequestStopTransaction.Response(RequestStartStopStatus.Accepted);
    }

    static UnlockConnector.Response unlock(Protocol2 cs, UnlockConnector.Request request) {
        Outlet outlet = cs.station().outlet(request.evseId()).orElse(null);
        if (outlet == null || request.connectorId() != 1) {
            return new UnlockConnector.Response(UnlockConnector.UnlockStatus.UnknownConnector);
        }
        Transaction running = outlet.transaction();
        boolean authorized = running != null && running.token() != null;
        // F05.FR.02.
        return new UnlockConnector.Response(
                authorized
                        ? UnlockConnector.UnlockStatus.OngoingAuthorizedTransaction
                        : UnlockConnector.UnlockStatus.Unlocked);
    }

    static GetTransactionStatus.Response status(Protocol2 cs, GetTransactionStatus.Request request) {
        Station station = cs.station();
        String id = request.transactionId();
        if (id == null) {
            return new GetTransactionStatus.Response(station.queue().size() > 0);
        }
        boolean running = station.charging().find(id).isPresent();
        return new GetTransactionStatus.Response(station.queue().holds(id), running);
    }

    static Reset.Response reset(Protocol2 cs, Reset.Request request) {
        Station station = cs.station();
        Integer evse = request.evseId();
        if (evse != null && evse != 0 && station.outlet(evse).isEmpty()) {
            return new Reset.Response(Reset.ResetStatus.Rejected, Reasons.of("UnknownEvse"));
        }
        boolean busy = station.outlets().stream()
                .anyMatch(one -> one.transaction() != null && (evse == null || evse == 0 || one.id() == evse));
        if (evse != null && evse != 0) {
            station.outlet(evse)
                    .ifPresent(outlet -> station.afterAnswer(() ->
                            station.charging().stop(outlet, TriggerReason.ResetCommand, Reason.ImmediateReset, null)));
            return new Reset.Response(Reset.ResetStatus.Accepted);
        }
        switch (request.type()) {
            case Immediate ->
                station.afterAnswer(
                        () -> station.lifecycle().reboot(BootReason.RemoteReset, Reason.ImmediateReset, false));
            case ImmediateAndResume ->
                station.afterAnswer(() -> station.lifecycle().reboot(BootReason.RemoteReset, Reason.Reboot, true));
            case OnIdle -> {
                if (busy) {
                    station.afterAnswer(() -> whenIdle(station));
                    return new Reset.Response(Reset.ResetStatus.Scheduled);
                }
                station.afterAnswer(() -> station.lifecycle().reboot(BootReason.ScheduledReset, Reason.Reboot, false));
            }
        }
        return new Reset.Response(Reset.ResetStatus.Accepted);
    }

    private static void begin(
            Protocol2 cs, Outlet outlet, Token token, int remoteStartId, @Nullable ChargingProfile profile) {
        Station station = cs.station();
        // Tokens of type Central are the CSMS's own and are not asked about (C05.FR.01).
        boolean ask = cs.configuration().flag(DeviceModel2.AUTHORIZE_REMOTE)
                && !token.kind().equalsIgnoreCase("Central");
        if (ask) {
            station.mind(station.charging().authorize(token).thenAccept(verdict -> {
                if (verdict.accepted()) {
                    start(station, outlet, verdict.token(), remoteStartId, profile);
                }
            }));
        } else {
            start(station, outlet, token, remoteStartId, profile);
        }
    }

    private static void start(
            Station station, Outlet outlet, Token token, int remoteStartId, @Nullable ChargingProfile profile) {
        if (profile != null) {
            synchronized (station) {
                station.profiles().install(SmartCharging2.profile(outlet.id(), profile));
            }
        }
        station.charging().start(outlet, token, TriggerReason.RemoteStart, remoteStartId);
    }

    /** The EVSE asked for, or the first free one, one with a cable before one without. */
    private static @Nullable Outlet choose(Station station, @Nullable Integer evse, Token token) {
        List<Outlet> possible = station.outlets().stream()
                .filter(outlet -> evse == null || outlet.id() == evse)
                .filter(outlet -> station.charging().admits(outlet, token))
                .toList();
        return possible.stream()
                .filter(Outlet::plugged)
                .findFirst()
                .or(() -> possible.stream().findFirst())
                .orElse(null);
    }

    private static void whenIdle(Station station) {
        station.time().after(java.time.Duration.ofSeconds(5), () -> {
            if (station.outlets().stream().anyMatch(one -> one.transaction() != null)) {
                whenIdle(station);
            } else {
                station.lifecycle().reboot(BootReason.ScheduledReset, Reason.Reboot, false);
            }
        });
    }

    /** Whether an action is of this station's version at all. */
    static boolean is21(Protocol2 cs) {
        return cs.version() == OcppVersion.V21;
    }
}
