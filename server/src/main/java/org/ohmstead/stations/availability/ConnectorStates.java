package org.ohmstead.stations.availability;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.clocks.StationClocks;

/**
 * The state of each connector, whichever version and message it comes from. The newest arrival is the state, because a station
 * that comes back reports with the time of an event that may be days old (field note 64). A repetition writes nothing, but for
 * the first one since the station booted: what it does not report any more may be gone.
 */
@Singleton
public class ConnectorStates {
    private static final System.Logger LOG = System.getLogger(ConnectorStates.class.getName());

    /** No site has so many; beyond it a station counts connectors that nobody has built. */
    public static final int MOST = 1_000;

    /** An older arrival is served no later than this; what seems older yet came after our own clock was set back. */
    private static final Duration LONGEST_WAY = Duration.ofMinutes(5);

    private final SqlConnectorStore store;
    private final Stations stations;
    private final StationClocks clocks;
    private final ConnectorWatch watch;
    private final AuditLog audit;

    @Inject
    public ConnectorStates(
            SqlConnectorStore store, Stations stations, StationClocks clocks, ConnectorWatch watch, AuditLog audit) {
        this.store = store;
        this.stations = stations;
        this.clocks = clocks;
        this.watch = watch;
        this.audit = audit;
    }

    public void report(Caller caller, ConnectorReport report) {
        clocks.heard(caller, report.statusAt(), StationClocks.Kind.STATUS);
        Instant boot = lastBoot(caller.station());
        store.write(caller.station(), tx -> {
            change(tx, caller, report, boot);
            return null;
        });
    }

    /**
     * Within a transaction that the message has for other things too.
     *
     * @param reports of the same message
     */
    public Consumer<Tx> reporting(Caller caller, List<ConnectorReport> reports) {
        Instant boot = lastBoot(caller.station());
        return tx -> reports.forEach(report -> change(tx, caller, report, boot));
    }

    private @Nullable Instant lastBoot(StationRef station) {
        Station known = stations.get(station).orElse(null);
        return known == null ? null : known.times().lastBootAt();
    }

    private void change(Tx tx, Caller caller, ConnectorReport report, @Nullable Instant boot) {
        store.change(
                tx,
                caller.station(),
                known -> state(report, caller.receivedAt(), boot, known),
                (state, before) -> changed(caller.station(), state, before),
                known -> watch.reported(tx, caller, report.evse(), known.all()));
    }

    /** @return null: it says nothing new, or not of which connector */
    private static @Nullable ConnectorState state(
            ConnectorReport report, Instant receivedAt, @Nullable Instant boot, KnownConnectors known) {
        Integer connector = connector(report, known);
        if (connector == null) {
            return null;
        }
        ConnectorState state = ConnectorState.of(report, connector, receivedAt);
        ConnectorState before = known.find(state.evse(), state.connector());
        if (before == null) {
            return known.size() < MOST ? state : null;
        }
        if (before.reportedAt().isAfter(receivedAt) && !before.reportedAt().isAfter(receivedAt.plus(LONGEST_WAY))) {
            return null;
        }
        if (before.saysTheSameAs(state)) {
            return before.isReportedSince(boot) ? null : before.reportedAgain(receivedAt);
        }
        return state;
    }

    /**
     * Forgets a connector that is gone. One that is there after all comes back with its next report.
     *
     * @param at by our clock
     * @throws Refused not found
     */
    public void remove(Actor by, StationRef station, int evse, int connector, Instant at) {
        ConnectorRemoved event =
                new ConnectorRemoved(station.tenant(), station.id(), at, station.identity(), evse, connector);
        if (!store.remove(station, evse, connector, event, audit.by(by))) {
            throw Refused.notFound("Station '" + station.identity() + "' has reported no connector " + connector
                    + " of EVSE " + evse + ". GET /api/v1/stations/{station}/connectors lists those that it has.");
        }
        by.log(LOG, "station=" + station.identity() + " connector=" + evse + "/" + connector + " removed");
    }

    /** All that were ever reported, in the order of EVSE and connector; the station itself first. */
    public Page<ConnectorState> page(StationRef station, Limit limit, @Nullable Cursor cursor) {
        List<ConnectorState> rows = cursor == null
                ? store.after(station, -1, -1, limit.rows() + 1)
                : store.after(station, cursor.number(0, 2), cursor.number(1, 2), limit.rows() + 1);
        return Page.of(
                rows, limit, state -> Cursor.at(Integer.toString(state.evse()), Integer.toString(state.connector())));
    }

    /** All of a station; the station itself is (0, 0). */
    public List<ConnectorState> of(StationRef station) {
        return store.after(station, -1, -1, MOST);
    }

    /**
     * Those of all stations within the scope, in the order of their identities; the stations themselves are left out.
     *
     * @param cursor null: from the beginning
     */
    public Page<StationConnector> pageOfAll(Scope scope, Limit limit, @Nullable Cursor cursor) {
        List<StationConnector> rows = cursor == null
                ? store.page(scope, "", 0, 0, limit.rows() + 1)
                : store.page(scope, cursor.key(0, 3), cursor.number(1, 3), cursor.number(2, 3), limit.rows() + 1);
        return Page.of(
                rows,
                limit,
                row -> Cursor.at(
                        row.station().key(),
                        Integer.toString(row.state().evse()),
                        Integer.toString(row.state().connector())));
    }

    /** The only connector of the EVSE, where the station does not say which; none, where it has several (field note 126). */
    private static @Nullable Integer connector(ConnectorReport report, KnownConnectors known) {
        if (report.connector() != null) {
            return report.connector();
        }
        List<Integer> candidates = known.of(report.evse());
        return switch (candidates.size()) {
            case 0 -> 1;
            case 1 -> candidates.getFirst();
            default -> null;
        };
    }

    private static @Nullable ConnectorChanged changed(
            StationRef station, ConnectorState state, @Nullable ConnectorState before) {
        if (before != null && before.sameStateAs(state)) {
            return null;
        }
        return new ConnectorChanged(
                station.tenant(),
                station.id(),
                state.receivedAt(),
                station.identity(),
                state.evse(),
                state.connector(),
                state.status().word(),
                before == null ? null : before.status().word(),
                state.errorCode(),
                state.statusAt());
    }
}
