package org.ohmstead.charging.store;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.OpenSessions;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** The sessions of one station, and of no other: what a station names can never be found at another one, or tenant. */
public final class SqlSessionRows {
    /** Written out, because an index of open sessions serves no parameter. */
    static final Field<String> OPEN = DSL.inline(SessionState.OPEN.word());

    public static final String HAS_START =
            "select 1 from charging_session where tenant_id = ? and station_id = ? and start_key = ?";
    public static final String HAS_TX =
            "select 1 from charging_session where tenant_id = ? and station_id = ? and station_tx_key = ?";

    private final DSLContext sql;
    private final @Nullable Tx tx;
    private final StationRef station;
    private final Supplier<OpenSessions> open;

    /**
     * @param tx   null: as of the last commit
     * @param open those that are; asked for when they are wanted
     */
    SqlSessionRows(DSLContext sql, @Nullable Tx tx, StationRef station, Supplier<OpenSessions> open) {
        this.sql = sql;
        this.tx = tx;
        this.station = station;
        this.open = open;
    }

    /** All open sessions of a station, newest first. */
    public static List<ChargingSession> open(DSLContext sql, StationRef station) {
        return all(sql, station, CHARGING_SESSION.STATE.eq(OPEN));
    }

    public Optional<ChargingSession> byId(long id) {
        return open.get().byId(id).or(() -> newest(CHARGING_SESSION.ID.eq(id)));
    }

    public Optional<ChargingSession> byStartKey(String startKey) {
        return mayBe(HAS_START, startKey) ? newest(CHARGING_SESSION.START_KEY.eq(startKey)) : Optional.empty();
    }

    /** The one that is open, else the newest generation. */
    public Optional<ChargingSession> byStationTx(String stationTx) {
        String key = Origin.key(stationTx);
        if (tx == null) { // nothing is remembered here: one question, instead of all that is open
            List<ChargingSession> named = named(key).toList();
            return newestGeneration(named.stream().filter(ChargingSession::isOpen))
                    .or(() -> newestGeneration(named.stream()));
        }
        return newestGeneration(open().stream().filter(session -> hasKey(session.origin(), key)))
                .or(() -> newestGeneration(named(key)));
    }

    private static boolean hasKey(Origin origin, String key) {
        return origin.stationTx() != null && Origin.key(origin.stationTx()).equals(key);
    }

    private static Optional<ChargingSession> newestGeneration(Stream<ChargingSession> sessions) {
        return sessions.max(Comparator.comparingInt(session -> session.origin().generation()));
    }

    /** The first generation of a station's id that no session has. */
    public int nextGeneration(String stationTx) {
        return newestGeneration(named(Origin.key(stationTx)))
                .map(session -> session.origin().generation() + 1)
                .orElse(0);
    }

    private Stream<ChargingSession> named(String key) {
        return mayBe(HAS_TX, key) ? all(sql, station, CHARGING_SESSION.STATION_TX_KEY.eq(key)).stream() : Stream.of();
    }

    /** What every start asks, and nearly always in vain. */
    private boolean mayBe(String query, String key) {
        return tx == null
                || !tx.rows(query, row -> true, station.tenant(), station.id(), key)
                        .isEmpty();
    }

    /** All open sessions of an EVSE, newest first; none where it is not known. */
    public List<ChargingSession> openAt(ConnectorRef place) {
        Integer evse = place.evse();
        if (evse != null && tx == null) {
            return all(sql, station, CHARGING_SESSION.STATE.eq(OPEN).and(CHARGING_SESSION.EVSE.eq(evse)));
        }
        return evse == null
                ? List.of()
                : open().stream()
                        .filter(session -> evse.equals(session.place().evse()))
                        .toList();
    }

    /** All open sessions of the station, newest first. */
    public List<ChargingSession> open() {
        return open.get().newestFirst();
    }

    /** The sessions that began at an EVSE between two moments, newest first. */
    public List<ChargingSession> begunAt(int evse, Instant after, Instant before) {
        return all(
                sql,
                station,
                CHARGING_SESSION
                        .EVSE
                        .eq(evse)
                        .and(CHARGING_SESSION.STARTED_AT.gt(after))
                        .and(CHARGING_SESSION.STARTED_AT.lt(before)));
    }

    /** The sessions that the station ended at a moment of its clock. */
    public List<ChargingSession> endedAt(Instant moment) {
        return all(
                sql,
                station,
                CHARGING_SESSION.STATE.eq(SessionState.ENDED.word()).and(CHARGING_SESSION.STATION_ENDED_AT.eq(moment)));
    }

    private Optional<ChargingSession> newest(Condition which) {
        return all(sql, station, which).stream().findFirst();
    }

    private static List<ChargingSession> all(DSLContext sql, StationRef station, Condition which) {
        return sql.selectFrom(CHARGING_SESSION)
                .where(CHARGING_SESSION.TENANT_ID.eq(station.tenant()))
                .and(CHARGING_SESSION.STATION_ID.eq(station.id()))
                .and(which)
                .orderBy(CHARGING_SESSION.ID.desc())
                .fetch(row -> SqlSessionRow.read(row, station));
    }
}
