package org.ohmstead.simulator.v16;

import java.time.Duration;
import java.util.List;
import org.ohmstead.ocpp.v16.CancelReservation;
import org.ohmstead.ocpp.v16.GetLocalListVersion;
import org.ohmstead.ocpp.v16.IdTagInfo;
import org.ohmstead.ocpp.v16.ReserveNow;
import org.ohmstead.ocpp.v16.SendLocalList;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.authorization.LocalList;
import org.ohmstead.simulator.station.authorization.Reservations.Reservation;
import org.ohmstead.simulator.station.authorization.Token;

/** The local authorization list, and reservations. */
final class Lists16 {
    private Lists16() {}

    static GetLocalListVersion.Response version(Protocol16 cp, GetLocalListVersion.Request request) {
        synchronized (cp.station()) {
            return new GetLocalListVersion.Response(cp.station().localList().version());
        }
    }

    static SendLocalList.Response send(Protocol16 cp, SendLocalList.Request request) {
        Station station = cp.station();
        synchronized (station) {
            LocalList list = station.localList();
            if (request.updateType() == SendLocalList.UpdateType.Full) {
                list.replace(request.listVersion());
            } else if (list.follows(request.listVersion())) {
                list.update(request.listVersion());
            } else {
                return new SendLocalList.Response(SendLocalList.Status.VersionMismatch);
            }
            List<SendLocalList.AuthorizationData> entries = request.localAuthorizationList();
            for (SendLocalList.AuthorizationData entry :
                    entries == null ? List.<SendLocalList.AuthorizationData>of() : entries) {
                IdTagInfo info = entry.idTagInfo();
                Token token = new Token(entry.idTag());
                list.put(entry.idTag(), info == null ? null : Protocol16.verdict(token, info));
            }
        }
        return new SendLocalList.Response(SendLocalList.Status.Accepted);
    }

    static ReserveNow.Response reserve(Protocol16 cp, ReserveNow.Request request) {
        Station station = cp.station();
        Token token = new Token(request.idTag()).withGroup(request.parentIdTag());
        Reservation reservation =
                new Reservation(request.reservationId(), request.connectorId(), token, request.expiryDate());
        synchronized (station) {
            ReserveNow.Status status = status(station, request);
            if (status != ReserveNow.Status.Accepted) {
                return new ReserveNow.Response(status);
            }
            station.reservations().add(reservation);
        }
        Duration left = Duration.between(station.time().now(), request.expiryDate());
        station.time().after(left.isNegative() ? Duration.ZERO : left, () -> expire(station, reservation));
        station.afterAnswer(() -> station.outlet(request.connectorId()).ifPresent(station::report));
        return new ReserveNow.Response(ReserveNow.Status.Accepted);
    }

    static CancelReservation.Response cancel(Protocol16 cp, CancelReservation.Request request) {
        Station station = cp.station();
        boolean known;
        synchronized (station) {
            known = station.reservations().cancel(request.reservationId()).isPresent();
        }
        station.afterAnswer(() -> station.outlets().forEach(station::report));
        return new CancelReservation.Response(
                known ? CancelReservation.Status.Accepted : CancelReservation.Status.Rejected);
    }

    private static ReserveNow.Status status(Station station, ReserveNow.Request request) {
        if (request.connectorId() == 0) {
            boolean free = station.outlets().stream().anyMatch(one -> station.state(one) == OutletState.AVAILABLE);
            return free ? ReserveNow.Status.Accepted : ReserveNow.Status.Occupied;
        }
        Outlet outlet = station.outlet(request.connectorId()).orElse(null);
        if (outlet == null) {
            return ReserveNow.Status.Rejected;
        }
        boolean same = station.reservations()
                .of(outlet.id())
                .map(one -> one.id() == request.reservationId())
                .orElse(false);
        return switch (station.state(outlet)) {
            case AVAILABLE -> ReserveNow.Status.Accepted;
            case RESERVED -> same ? ReserveNow.Status.Accepted : ReserveNow.Status.Occupied;
            case PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING -> ReserveNow.Status.Occupied;
            case UNAVAILABLE -> ReserveNow.Status.Unavailable;
            case FAULTED -> ReserveNow.Status.Faulted;
        };
    }

    private static void expire(Station station, Reservation reservation) {
        synchronized (station) {
            if (station.reservations().all().contains(reservation)) {
                station.reservations().cancel(reservation.id());
                station.outlet(reservation.outlet()).ifPresent(station::report);
            }
        }
    }
}
