package org.ohmstead.charging.lifecycle;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.EndSign;
import org.ohmstead.charging.trail.TrailEntry;
import org.ohmstead.charging.trail.TrailEntryBuilder;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStatus;
import org.ohmstead.stations.availability.ConnectorWatch;

/**
 * How a session ends other than by its own stop, in all versions: its station has booted and its connector is free; its connector
 * is free for minutes although it is said to charge; its token was refused and its connector is free. Messages of the session
 * prove the contrary. Newer sessions on the EVSE are {@link Succession}'s matter, closing is {@link DueSessions}'s.
 */
@Singleton
public class EndSigns implements ConnectorWatch {
    private static final String LAST_BOOT = "select last_boot_at from station where tenant_id = ? and id = ?";

    private final SessionLedger ledger;
    private final ChargingSettings settings;

    @Inject
    public EndSigns(SessionLedger ledger, ChargingSettings settings) {
        this.ledger = ledger;
        this.settings = settings;
    }

    @Override
    public void reported(Tx tx, Caller caller, int evse, List<ConnectorState> connectors) {
        if (evse == 0) {
            return;
        }
        Supplier<Optional<Instant>> boot = once(() -> lastBoot(tx, caller.station()));
        for (ChargingSession session :
                ledger.sessions().in(tx, caller.station()).open()) {
            Integer own = session.place().evse();
            if (own == null || own == evse) {
                EndSign sign = sign(boot, caller, session, connectors);
                if (sign != session.ending().sign()) {
                    ledger.enter(
                            tx,
                            session,
                            session.with(session.ending().withSign(sign)),
                            new TrailEntryBuilder().event(TrailEntry.Kind.UPDATED, caller));
                }
            }
        }
    }

    /** What tells now that a session is over; null: nothing. */
    private @Nullable EndSign sign(
            Supplier<Optional<Instant>> boot, Caller caller, ChargingSession session, List<ConnectorState> connectors) {
        EndSign known = session.ending().sign();
        Instant now = caller.receivedAt();
        List<ConnectorStatus> here = connectors.stream()
                .filter(connector -> isHere(connector, session.place()))
                .map(ConnectorState::status)
                .toList();
        if (here.stream().anyMatch(EndSigns::isCharging)) {
            return known != null && known.by() == ClosedBy.SUPERSEDED ? known : null;
        }
        boolean free = !here.isEmpty() && here.stream().allMatch(EndSigns::isFree);
        boolean idle = free || (!here.isEmpty() && here.stream().allMatch(EndSigns::isIdle));
        if (free && session.isRefusedAndIdle()) {
            return isDue(known, now) ? known : EndSign.of(ClosedBy.REFUSED, now, Duration.ZERO);
        }
        if (idle && !(known != null && known.by() == ClosedBy.REBOOT) && hasBootedSince(boot.get(), session)) {
            return EndSign.of(ClosedBy.REBOOT, now, Duration.ZERO);
        }
        if (free && known == null && session.place().evse() != null) {
            return EndSign.of(ClosedBy.CONNECTOR_FREE, now, settings.freeAfter());
        }
        boolean interrupted = !free && known != null && known.by() == ClosedBy.CONNECTOR_FREE && !isDue(known, now);
        return interrupted ? null : known;
    }

    private static boolean isDue(@Nullable EndSign sign, Instant now) {
        return sign != null && !sign.freeAt().isAfter(now);
    }

    /** A session that has named no EVSE may be at any. */
    private static boolean isHere(ConnectorState connector, ConnectorRef place) {
        boolean evse = place.evse() == null ? connector.evse() != 0 : place.evse() == connector.evse();
        return evse && (place.connector() == null || place.connector() == connector.connector());
    }

    private static boolean isFree(ConnectorStatus status) {
        return status == ConnectorStatus.AVAILABLE || status == ConnectorStatus.RESERVED;
    }

    /** No session runs there (1.6 §4.9), but a vehicle may wait: it was there when the power went. */
    private static boolean isIdle(ConnectorStatus status) {
        return isFree(status) || status == ConnectorStatus.PREPARING;
    }

    private static boolean isCharging(ConnectorStatus status) {
        return status == ConnectorStatus.CHARGING
                || status == ConnectorStatus.SUSPENDED_EV
                || status == ConnectorStatus.SUSPENDED_EVSE;
    }

    private static boolean hasBootedSince(Optional<Instant> boot, ChargingSession session) {
        return boot.filter(at -> at.isAfter(session.times().updatedAt())).isPresent();
    }

    private static Optional<Instant> lastBoot(Tx tx, StationRef station) {
        return tx.rows(LAST_BOOT, row -> Optional.ofNullable(row.instant(1)), station.tenant(), station.id()).stream()
                .findFirst()
                .flatMap(found -> found);
    }

    /** Asked when it is wanted, and once for all sessions. */
    private static <T> Supplier<Optional<T>> once(Supplier<Optional<T>> question) {
        List<Optional<T>> answer = new ArrayList<>(1);
        return () -> {
            if (answer.isEmpty()) {
                answer.add(question.get());
            }
            return answer.getFirst();
        };
    }
}
