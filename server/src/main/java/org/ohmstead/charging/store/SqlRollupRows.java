package org.ohmstead.charging.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.ChargingJson;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.readings.OldReading;
import org.ohmstead.charging.readings.Rollup;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.db.Row;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** A row of {@code meter_rollup} as a {@link Rollup}, and back. */
public final class SqlRollupRows {
    private static final String OF_SESSION = """
            select id, evse, connector, from_at, readings, energy_first_wh, energy_first_at, energy_last_wh, energy_last_at,
                power_min_w, power_max_w, power_sum_w, power_readings, soc_percent, seq_nos_json, kept_json
            from meter_rollup
            where tenant_id = ? and session_id = ?""";
    private static final String OF_METERS =
            OF_SESSION.replace("session_id = ?", "station_id = ? and session_id is null");
    private static final String BETWEEN = " and from_at between ? and ?";

    private static final String INSERT = """
            insert into meter_rollup (tenant_id, station_id, session_id, evse, connector, from_at, readings, energy_first_wh,
                energy_first_at, energy_last_wh, energy_last_at, power_min_w, power_max_w, power_sum_w, power_readings,
                soc_percent, seq_nos_json, kept_json)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String DELETE = "delete from meter_rollup where id = ?";

    /** As it stands in the table. */
    public record Stored(long id, Rollup rollup) {}

    private SqlRollupRows() {}

    /** All of a session. */
    static List<Rollup> of(Tx tx, ChargingSession session) {
        return tx
                .rows(
                        OF_SESSION,
                        SqlRollupRows::read,
                        session.origin().station().tenant(),
                        session.id())
                .stream()
                .map(Stored::rollup)
                .toList();
    }

    /** @param session null: those of the station's meters */
    public static List<Stored> between(Tx tx, StationRef station, @Nullable Long session, Instant from, Instant to) {
        return session == null
                ? tx.rows(OF_METERS + BETWEEN, SqlRollupRows::read, station.tenant(), station.id(), from, to)
                : tx.rows(OF_SESSION + BETWEEN, SqlRollupRows::read, station.tenant(), session, from, to);
    }

    private static Stored read(Row row) {
        BigDecimal sum = row.decimal(12);
        return new Stored(
                row.number(1),
                new Rollup(
                        new Rollup.Slot(
                                new ConnectorRef(row.integer(2), row.integer(3)),
                                Objects.requireNonNull(row.instant(4))),
                        (int) row.number(5),
                        point(row, 6),
                        point(row, 8),
                        sum == null
                                ? null
                                : new Rollup.Power(
                                        exact(row, 10), exact(row, 11), exact(row, 12), (int) row.number(13)),
                        SqlSessionRow.decimal(row.decimal(14)),
                        new TreeSet<>(list(row.text(15), Integer[].class)),
                        list(row.text(16), OldReading[].class)));
    }

    private static @Nullable RegisterPoint point(Row row, int column) {
        BigDecimal wh = SqlSessionRow.decimal(row.decimal(column));
        return wh == null ? null : new RegisterPoint(Objects.requireNonNull(row.instant(column + 1)), wh);
    }

    private static BigDecimal exact(Row row, int column) {
        return MeterNormaliser.plain(Objects.requireNonNull(row.decimal(column)));
    }

    public static <T> List<T> list(@Nullable String json, Class<T[]> type) {
        return json == null ? List.of() : Arrays.asList(ChargingJson.read(json, type));
    }

    public static void replace(Tx tx, StationRef station, @Nullable Long session, List<Long> old, List<Rollup> fresh) {
        old.forEach(id -> tx.later(DELETE, id));
        for (Rollup rollup : fresh) {
            List<@Nullable Object> values = new ArrayList<>();
            values.add(station.tenant());
            values.add(station.id());
            values.add(session);
            addTo(values, rollup);
            tx.later(INSERT, values.toArray());
        }
    }

    private static void addTo(List<@Nullable Object> values, Rollup rollup) {
        Rollup.Power power = rollup.power();
        values.add(rollup.slot().place().evse());
        values.add(rollup.slot().place().connector());
        values.add(rollup.slot().from());
        values.add(rollup.readings());
        add(values, rollup.first());
        add(values, rollup.last());
        values.add(power == null ? null : power.min());
        values.add(power == null ? null : power.max());
        values.add(power == null ? null : power.sum());
        values.add(power == null ? 0 : power.readings());
        values.add(rollup.socPercent());
        values.add(rollup.seqNos().isEmpty() ? null : ChargingJson.write(rollup.seqNos()));
        values.add(rollup.kept().isEmpty() ? null : ChargingJson.write(rollup.kept()));
    }

    private static void add(List<@Nullable Object> values, @Nullable RegisterPoint point) {
        values.add(point == null ? null : point.wh());
        values.add(point == null ? null : point.at());
    }
}
