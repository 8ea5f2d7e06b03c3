package org.ohmstead.stations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;

/**
 * The state of each connector, whichever version and message it comes from. The newest arrival is the state, because a station
 * that comes back reports with the time of an event that may be days old (gotcha 64). A repetition writes nothing.
 */
@Singleton
public class ConnectorStates {
    private final SqlConnectorStore store;
    private final ConnectorWatch watch;

    @Inject
    public ConnectorStates(SqlConnectorStore store, ConnectorWatch watch) {
        this.store = store;
        this.watch = watch;
    }

    public void report(Caller caller, ConnectorReport report) {
        store.change(
                caller.station(),
                known -> state(report, caller.receivedAt(), known),
                (state, before) -> changed(caller.station(), state, before),
                (tx, known) -> watch.reported(tx, caller, report.evse(), known.all()));
    }

    /** @return null: it says nothing new, or not of which connector */
    private static @Nullable ConnectorState state(ConnectorReport report, Instant receivedAt, KnownConnectors known) {
        Integer connector = connector(report, known);
        if (connector == null) {
            return null;
        }
        ConnectorState state = ConnectorState.of(report, connector, receivedAt);
        ConnectorState before = known.find(state.evse(), state.connector());
        boolean isNews = before == null
                || !(before.saysTheSameAs(state) || before.receivedAt().isAfter(receivedAt));
        return isNews ? state : null;
    }

    /** All that were ever reported, in the order of EVSE and connector; the station itself first. */
    public Page<ConnectorState> page(StationRef station, Limit limit, @Nullable Cursor cursor) {
        List<ConnectorState> rows = cursor == null
                ? store.after(station, -1, -1, limit.rows() + 1)
                : store.after(station, cursor.number(0, 2), cursor.number(1, 2), limit.rows() + 1);
        return Page.of(
                rows, limit, state -> Cursor.at(Integer.toString(state.evse()), Integer.toString(state.connector())));
    }

    /** The only connector of the EVSE, where the station does not say which; none, where it has several (gotcha 126). */
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
