package org.ohmstead.charging.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.metering.EvseMeter;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.db.Row;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** What is known of the meters of a station's EVSEs. Its lane remembers it, so that no message has to ask. */
public final class SqlEvseMeters {
    private static final String OF_STATION = """
            select evse, register_wh, register_at, counts_from_zero, power_w, rated_w from evse_meter
            where tenant_id = ? and station_id = ?""";
    private static final String INSERT = """
            insert into evse_meter (register_wh, register_at, counts_from_zero, power_w, rated_w, tenant_id, station_id, evse)
            values (?, ?, ?, ?, ?, ?, ?, ?)""";
    private static final String UPDATE = """
            update evse_meter set register_wh = ?, register_at = ?, counts_from_zero = ?, power_w = ?, rated_w = ?
            where tenant_id = ? and station_id = ? and evse = ?""";

    /** No site has so many; beyond it a station makes up EVSEs. */
    private static final int MOST = 1_000;

    /** Those of one station, by EVSE. */
    private record Remembered(Map<Integer, EvseMeter> byEvse) {}

    private SqlEvseMeters() {}

    private static Map<Integer, EvseMeter> of(Tx tx, StationRef station) {
        return tx.remembered(Remembered.class, () -> load(tx, station)).byEvse();
    }

    private static Remembered load(Tx tx, StationRef station) {
        Map<Integer, EvseMeter> meters = new HashMap<>(4);
        List<EvseMeter> rows = tx.rows(OF_STATION, SqlEvseMeters::read, station.tenant(), station.id());
        rows.forEach(meter -> meters.put(meter.evse(), meter));
        return new Remembered(meters);
    }

    private static EvseMeter read(Row row) {
        BigDecimal wh = SqlSessionRow.decimal(row.decimal(2));
        Instant at = row.instant(3);
        return new EvseMeter(
                (int) row.number(1),
                wh == null || at == null ? null : new RegisterPoint(at, wh),
                row.flag(4),
                SqlSessionRow.decimal(row.decimal(5)),
                SqlSessionRow.decimal(row.decimal(6)));
    }

    /** @return null: the EVSE is not known, or is the station itself */
    public static @Nullable EvseMeter find(Tx tx, StationRef station, ConnectorRef place) {
        Integer evse = place.evse();
        return evse == null || evse == 0 ? null : of(tx, station).getOrDefault(evse, EvseMeter.unknown(evse));
    }

    /** Writes a row only where something has changed. */
    public static void put(Tx tx, StationRef station, EvseMeter meter) {
        EvseMeter before = of(tx, station).get(meter.evse());
        boolean isNews = !meter.equals(before == null ? EvseMeter.unknown(meter.evse()) : before);
        if (!isNews || before == null && of(tx, station).size() >= MOST) {
            return;
        }
        of(tx, station).put(meter.evse(), meter);
        RegisterPoint register = meter.register();
        tx.later(
                before == null ? INSERT : UPDATE,
                register == null ? null : register.wh(),
                register == null ? null : register.at(),
                meter.countsFromZero(),
                meter.powerW(),
                meter.ratedW(),
                station.tenant(),
                station.id(),
                meter.evse());
    }
}
