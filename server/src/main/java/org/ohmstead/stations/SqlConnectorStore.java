package org.ohmstead.stations;

import static org.jooq.impl.DSL.row;
import static org.ohmstead.db.schema.Tables.CONNECTOR;
import static org.ohmstead.db.schema.Tables.EVSE;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.Tx;
import org.ohmstead.db.schema.tables.records.ConnectorRecord;
import org.ohmstead.events.Outbox;

/** The rows of EVSEs and connectors. */
@ApplicationScoped
public class SqlConnectorStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlConnectorStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    Optional<ConnectorState> find(StationRef station, int evse, int connector) {
        return database.read()
                .selectFrom(CONNECTOR)
                .where(is(station, evse, connector))
                .fetchOptional(SqlConnectorStore::read);
    }

    List<Integer> connectors(StationRef station, int evse) {
        return database.read()
                .select(CONNECTOR.CONNECTOR_)
                .from(CONNECTOR)
                .where(of(station), CONNECTOR.EVSE.eq(evse))
                .fetch(CONNECTOR.CONNECTOR_);
    }

    List<ConnectorState> after(StationRef station, int evse, int connector, int rows) {
        return database.read()
                .selectFrom(CONNECTOR)
                .where(of(station))
                .and(row(CONNECTOR.EVSE, CONNECTOR.CONNECTOR_).gt(evse, connector))
                .orderBy(CONNECTOR.EVSE, CONNECTOR.CONNECTOR_)
                .limit(rows)
                .fetch(SqlConnectorStore::read);
    }

    /**
     * Makes this the connector's state, unless a newer arrival stands already.
     *
     * @param event what to tell, given the state until now (null: none); null: nothing
     */
    void put(
            StationRef station,
            ConnectorState state,
            Function<@Nullable ConnectorState, @Nullable ConnectorChanged> event) {
        commits.write(station.id(), tx -> {
            Condition key = is(station, state.evse(), state.connector());
            ConnectorState before = tx.sql().selectFrom(CONNECTOR).where(key).fetchOne(SqlConnectorStore::read);
            if (before == null) {
                insert(tx, station, state);
            } else if (before.receivedAt().isAfter(state.receivedAt())) {
                return null;
            } else {
                tx.sql().update(CONNECTOR).set(columns(state)).where(key).execute();
            }
            ConnectorChanged changed = event.apply(before);
            if (changed != null) {
                outbox.append(tx, changed);
            }
            return null;
        });
    }

    private static void insert(Tx tx, StationRef station, ConnectorState state) {
        tx.sql()
                .insertInto(EVSE)
                .set(EVSE.TENANT_ID, station.tenant())
                .set(EVSE.STATION_ID, station.id())
                .set(EVSE.EVSE_, state.evse())
                .set(EVSE.CREATED_AT, state.receivedAt())
                .onConflictDoNothing()
                .execute();
        tx.sql()
                .insertInto(CONNECTOR)
                .set(CONNECTOR.TENANT_ID, station.tenant())
                .set(CONNECTOR.STATION_ID, station.id())
                .set(CONNECTOR.EVSE, state.evse())
                .set(CONNECTOR.CONNECTOR_, state.connector())
                .set(columns(state))
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> columns(ConnectorState state) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(CONNECTOR.STATUS, state.status().word());
        columns.put(CONNECTOR.RAW_STATUS, state.rawStatus());
        columns.put(CONNECTOR.ERROR_CODE, state.errorCode());
        columns.put(CONNECTOR.INFO, state.info());
        columns.put(CONNECTOR.VENDOR, state.vendor());
        columns.put(CONNECTOR.VENDOR_ERROR_CODE, state.vendorErrorCode());
        columns.put(CONNECTOR.STATUS_AT, state.statusAt());
        columns.put(CONNECTOR.RECEIVED_AT, state.receivedAt());
        return columns;
    }

    private static ConnectorState read(ConnectorRecord row) {
        return new ConnectorState(
                row.getEvse(),
                row.getConnector(),
                ConnectorStatus.valueOf(row.getStatus().toUpperCase(Locale.ROOT)),
                row.getRawStatus(),
                row.getErrorCode(),
                row.getInfo(),
                row.getVendor(),
                row.getVendorErrorCode(),
                row.getStatusAt(),
                row.getReceivedAt());
    }

    private static Condition of(StationRef station) {
        return CONNECTOR.TENANT_ID.eq(station.tenant()).and(CONNECTOR.STATION_ID.eq(station.id()));
    }

    private static Condition is(StationRef station, int evse, int connector) {
        return of(station).and(CONNECTOR.EVSE.eq(evse)).and(CONNECTOR.CONNECTOR_.eq(connector));
    }
}
