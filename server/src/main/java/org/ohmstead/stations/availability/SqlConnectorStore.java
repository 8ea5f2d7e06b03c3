package org.ohmstead.stations.availability;

import static org.jooq.impl.DSL.row;
import static org.ohmstead.db.schema.Tables.CONNECTOR;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.Tables;
import org.ohmstead.db.schema.tables.records.ConnectorRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The rows of EVSEs and connectors. */
@Singleton
public class SqlConnectorStore {
    private static final String EVSE = """
            insert into evse (tenant_id, station_id, evse, created_at) values (?, ?, ?, ?) on conflict do nothing""";
    private static final String PUT = """
            insert into connector (tenant_id, station_id, evse, connector, status, raw_status, error_code, info, vendor,
                vendor_error_code, status_at, received_at, reported_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, station_id, evse, connector) do update set status = excluded.status,
                raw_status = excluded.raw_status, error_code = excluded.error_code, info = excluded.info,
                vendor = excluded.vendor, vendor_error_code = excluded.vendor_error_code,
                status_at = excluded.status_at, received_at = excluded.received_at,
                reported_at = excluded.reported_at""";

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlConnectorStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    List<ConnectorState> after(StationRef station, int evse, int connector, int rows) {
        return database.read(station.scope())
                .selectFrom(CONNECTOR)
                .where(of(station))
                .and(row(CONNECTOR.EVSE, CONNECTOR.CONNECTOR_).gt(evse, connector))
                .orderBy(CONNECTOR.EVSE, CONNECTOR.CONNECTOR_)
                .limit(rows)
                .fetch(SqlConnectorStore::read);
    }

    /** Of all stations within the scope, but not the stations themselves. */
    List<StationConnector> page(Scope scope, String afterKey, int evse, int connector, int rows) {
        return database.read(scope)
                .select(CONNECTOR.fields())
                .select(STATION.IDENTITY)
                .from(CONNECTOR)
                .join(STATION)
                .on(STATION.ID.eq(CONNECTOR.STATION_ID), STATION.TENANT_ID.eq(CONNECTOR.TENANT_ID))
                .where(scope.of(CONNECTOR.TENANT_ID, CONNECTOR.STATION_ID))
                .and(CONNECTOR.EVSE.gt(0))
                .and(row(STATION.IDENTITY_KEY, CONNECTOR.EVSE, CONNECTOR.CONNECTOR_)
                        .gt(afterKey, evse, connector))
                .orderBy(STATION.IDENTITY_KEY, CONNECTOR.EVSE, CONNECTOR.CONNECTOR_)
                .limit(rows)
                .fetch(found -> new StationConnector(
                        new StationRef(
                                found.get(CONNECTOR.TENANT_ID),
                                found.get(CONNECTOR.STATION_ID),
                                found.get(STATION.IDENTITY)),
                        read(found.into(CONNECTOR))));
    }

    /**
     * Changes the state of a connector, within a unit of work of its station.
     *
     * @param rule  the new state, given those that the station's connectors are in; null: nothing is changed
     * @param event what to tell, given the new state and the one until now (null: none); null: nothing
     * @param then  told how all of them are afterwards, changed or not
     */
    void change(
            Tx tx,
            StationRef station,
            Function<KnownConnectors, @Nullable ConnectorState> rule,
            BiFunction<ConnectorState, @Nullable ConnectorState, @Nullable ConnectorChanged> event,
            Consumer<KnownConnectors> then) {
        KnownConnectors known = known(tx, station);
        ConnectorState state = rule.apply(known);
        if (state != null) {
            ConnectorState before = known.find(state.evse(), state.connector());
            write(tx, station, state, before == null);
            known.put(state);
            ConnectorChanged changed = event.apply(state, before);
            if (changed != null) {
                outbox.append(tx, changed);
            }
        }
        then.accept(known);
    }

    private static KnownConnectors known(Tx tx, StationRef station) {
        return tx.remembered(
                KnownConnectors.class,
                () -> new KnownConnectors(
                        tx.sql().selectFrom(CONNECTOR).where(of(station)).fetch(SqlConnectorStore::read)));
    }

    /** Runs a unit of work of this station. */
    <T extends @Nullable Object> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** Forgets a connector, and its EVSE where it was the last one there. @return false: it is not known */
    boolean remove(StationRef station, int evse, int connector, ConnectorRemoved event, Recording by) {
        return commits.write(station.scope(), station.id(), tx -> {
            KnownConnectors known = known(tx, station);
            ConnectorState before = known.find(evse, connector);
            if (before == null || !known.remove(evse, connector)) {
                return false;
            }
            by.record(
                    tx,
                    AuditEntry.deleted(
                            "connector",
                            station.identity() + "/" + evse + "/" + connector,
                            Map.of("status", before.status().word(), "receivedAt", before.receivedAt())));
            tx.sql()
                    .deleteFrom(CONNECTOR)
                    .where(of(station))
                    .and(CONNECTOR.EVSE.eq(evse))
                    .and(CONNECTOR.CONNECTOR_.eq(connector))
                    .execute();
            if (known.of(evse).isEmpty()) {
                tx.sql()
                        .deleteFrom(Tables.EVSE)
                        .where(Tables.EVSE.TENANT_ID.eq(station.tenant()))
                        .and(Tables.EVSE.STATION_ID.eq(station.id()))
                        .and(Tables.EVSE.EVSE_.eq(evse))
                        .execute();
            }
            outbox.append(tx, event);
            return true;
        });
    }

    private static void write(Tx tx, StationRef station, ConnectorState state, boolean isNew) {
        if (isNew) {
            tx.later(EVSE, station.tenant(), station.id(), state.evse(), state.receivedAt());
        }
        tx.later(
                PUT,
                station.tenant(),
                station.id(),
                state.evse(),
                state.connector(),
                state.status().word(),
                state.rawStatus(),
                state.errorCode(),
                state.info(),
                state.vendor(),
                state.vendorErrorCode(),
                state.statusAt(),
                state.receivedAt(),
                state.reportedAt());
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
                row.getReceivedAt(),
                row.getReportedAt() == null ? row.getReceivedAt() : row.getReportedAt());
    }

    private static Condition of(StationRef station) {
        return CONNECTOR.TENANT_ID.eq(station.tenant()).and(CONNECTOR.STATION_ID.eq(station.id()));
    }
}
