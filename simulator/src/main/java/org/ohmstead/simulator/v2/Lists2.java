package org.ohmstead.simulator.v2;

import java.time.Duration;
import java.util.List;
import org.ohmstead.ocpp.v2.CancelReservation;
import org.ohmstead.ocpp.v2.ClearCache;
import org.ohmstead.ocpp.v2.GetLocalListVersion;
import org.ohmstead.ocpp.v2.IdTokenInfo;
import org.ohmstead.ocpp.v2.ReserveNow;
import org.ohmstead.ocpp.v2.ReserveNow.ReserveNowStatus;
import org.ohmstead.ocpp.v2.SendLocalList;
import org.ohmstead.simulator.station.Outlet;
import org.ohmstead.simulator.station.OutletState;
import org.ohmstead.simulator.station.Station;
import org.ohmstead.simulator.station.authorization.LocalList;
import org.ohmstead.simulator.station.authorization.Reservations.Reservation;
import org.ohmstead.simulator.station.authorization.Token;

/** The cache, the local authorization list (D) and reservations (H). */
final class Lists2 {
    private Lists2() {}

    static ClearCache.Response clearCache(Protocol2 cs, ClearCache.Request request) {
        synchronized (cs.station()) {
            cs.station().localList().clearCache();
        }
        return new ClearCache.Response(ClearCache.ClearCacheStatus.Accepted);
    }

    static GetLocalListVersion.Response version(Protocol2 cs, GetLocalListVersion.Request request) {
        synchronized (cs.station()) {
            return new GetLocalListVersion.Response(cs.station().localList().version());
        }
    }

    static SendLocalList.Response send(Protocol2 cs, SendLocalList.Request request) {
        Station station = cs.station();
        synchronized (station) {
            LocalList list = station.localList();
            if (request.updateType() == SendLocalList.Update.Full) {
                list.replace(request.versionNumber());
            } else if (list.follows(request.versionNumber())) {
                list.update(request.versionNumber());
            } else {
                return new SendLocalList.Response(SendLocalList.SendLocalListStatus.VersionMismatch);
            }
            List<SendLocalList.AuthorizationData> entries = request.localAuthorizationList();
            for (SendLocalList.AuthorizationData entry :
                    entries == null ? List.<SendLocalList.AuthorizationData>of() : entries) {
                IdTokenInfo info = entry.idTokenInfo();
                Token token = Protocol2.token(entry.idToken(), null);
                list.put(token.value(), info == null ? null : Protocol2.verdict(token, info));
            }
        }
        return new SendLocalList.Response(SendLocalList.SendLocalListStatus.Accepted);
    }

    static ReserveNow.Response reserve(Protocol2 cs, ReserveNow.Request request) {
        Station station = cs.station();
        Integer evse = request.evseId();
        Reservation reservation = new Reservation(
                request.id(),
                evse == null ? 0 : evse,
                Protocol2.token(request.idToken(), request.groupIdToken()),
                request.expiryDateTime());
        synchronized (station) {
            ReserveNowStatus status = status(station, reservation);
            if (status != ReserveNowStatus.Accepted) {
                return new ReserveNow.Response(status);
            }
            station.reservations().add(reservation);
        }
        Duration left = Duration.between(station.time().now(), reservation.until());
        station.time().after(left.isNegative() ? Duration.ZERO : left, () -> expire(cs, reservation));
        station.afterAnswer(() -> station.outlet(reservation.outlet()).ifPresent(station::report));
        return new ReserveNow.Response(ReserveNowStatus.Accepted);
    }

    static CancelReservation.Response cancel(Protocol2 cs, CancelReservation.Request request) {
        Station station = cs.station();
        boolean known;
        synchronized (station) {
            known = station.reservations().cancel(request.reservationId()).isPresent();
        }
        station.afterAnswer(() -> station.outlets().forEach(station::report));
        return new CancelReservation.Response(
                known
                        ? CancelReservation.CancelReservationStatus.Accepted
                        : CancelReservation.CancelReservationStatus.Rejected);
    }

    private static ReserveNowStatus status(Station station, Reservation wanted) {
        if (wanted.outlet() == 0) {
            boolean free = station.outlets().stream().anyMatch(one -> station.state(one) == OutletState.AVAILABLE);
            return free ? ReserveNowStatus.Accepted : ReserveNowStatus.Occupied;
        }
        Outlet outlet = station.outlet(wanted.outlet()).orElse(null);
        if (outlet == null) {
            return ReserveNowStatus.Rejected;
        }
        boolean same = station.reservations()
                .of(outlet.id())
                .map(one -> one.id() == wanted.id())
                .orElse(false);
        return switch (station.state(outlet)) {
            case AVAILABLE -> ReserveNowStatus.Accepted;
            case RESERVED -> same ? ReserveNowStatus.Accepted : ReserveNowStatus.Occupied;
            case PREPARING, CHARGING, SUSPENDED_EV, SUSPENDED_EVSE, FINISHING -> ReserveNowStatus.Occupied;
            case UNAVAILABLE -> ReserveNowStatus.Unavailable;
            case FAULTED -> ReserveNowStatus.Faulted;
        };
    }

    private static void expire(Protocol2 cs, Reservation reservation) {
        Station station = cs.station();
        synchronized (station) {
            if (!station.reservations().all().contains(reservation)) {
                return;
            }
            station.reservations().cancel(reservation.id());
            cs.expired(reservation);
            station.outlet(reservation.outlet()).ifPresent(station::report);
        }
    }
}
