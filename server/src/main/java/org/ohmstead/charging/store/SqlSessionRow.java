package org.ohmstead.charging.store;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.readings.ChargingJson;
import org.ohmstead.charging.readings.MeterNormaliser;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.EndSign;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SeqRange;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.db.schema.tables.records.ChargingSessionRecord;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;

/** A row of {@code charging_session} as a {@link ChargingSession}, and back. */
public final class SqlSessionRow {
    /** What a session is and how it began: seldom changed, and most of it indexed. */
    private static final List<String> BEGIN = List.of(
            "tenant_id",
            "station_id",
            "ocpp_version",
            "evse",
            "connector",
            "start_key",
            "station_tx",
            "station_tx_key",
            "generation",
            "reservation_number",
            "remote_start_number",
            "token_value",
            "token_key",
            "token_type",
            "token_group",
            "token_verdict",
            "started_at",
            "station_started_at",
            "received_at");

    /** How it went on. */
    private static final List<String> COURSE = List.of(
            "state",
            "stop_token_value",
            "stop_token_type",
            "ended_at",
            "station_ended_at",
            "updated_at",
            "meter_start_wh",
            "meter_stop_wh",
            "last_meter_wh",
            "last_meter_at",
            "energy_wh",
            "power_w",
            "soc_percent",
            "before_wh",
            "peak_w",
            "charging_state",
            "stop_reason",
            "closed_by",
            "verdict",
            "suspicions_json",
            "first_seq_no",
            "last_seq_no",
            "end_seq_no",
            "is_offline",
            "end_sign",
            "end_sign_at",
            "free_at");

    /** Takes {@link #begin}, {@link #course} and the id. */
    static final String INSERT = "insert into charging_session (" + String.join(", ", BEGIN) + ", "
            + String.join(", ", COURSE) + ", id) values ("
            + String.join(", ", Collections.nCopies(BEGIN.size() + COURSE.size() + 1, "?")) + ")";

    /** Takes {@link #begin} and the id. */
    static final String UPDATE_BEGIN =
            "update charging_session set " + String.join(" = ?, ", BEGIN) + " = ? where id = ?";

    /** Takes {@link #course} and the id. */
    static final String UPDATE_COURSE =
            "update charging_session set " + String.join(" = ?, ", COURSE) + " = ? where id = ?";

    private SqlSessionRow() {}

    /** In the order of {@link #BEGIN}. */
    static List<@Nullable Object> begin(ChargingSession session) {
        Origin origin = session.origin();
        TokenUse token = session.token();
        List<@Nullable Object> values = new ArrayList<>(BEGIN.size() + COURSE.size() + 1);
        values.add(origin.station().tenant());
        values.add(origin.station().id());
        values.add(origin.version().number());
        values.add(session.place().evse());
        values.add(session.place().connector());
        values.add(origin.startKey());
        values.add(origin.stationTx());
        values.add(origin.stationTx() == null ? null : Origin.key(origin.stationTx()));
        values.add(origin.generation());
        values.add(origin.reservation());
        values.add(origin.remoteStart());
        values.add(token == null ? null : token.value());
        values.add(token == null ? null : token.key());
        values.add(token == null ? null : token.type());
        values.add(token == null ? null : token.group());
        values.add(token == null ? null : token.verdict());
        values.add(session.times().startedAt());
        values.add(session.times().stationStartedAt());
        values.add(session.times().receivedAt());
        return values;
    }

    /** In the order of {@link #COURSE}. */
    static List<@Nullable Object> course(ChargingSession session) {
        TokenUse stop = session.stopToken();
        List<@Nullable Object> values = new ArrayList<>(COURSE.size() + 1);
        values.add(session.state().word());
        values.add(stop == null ? null : stop.value());
        values.add(stop == null ? null : stop.type());
        values.add(session.times().endedAt());
        values.add(session.times().stationEndedAt());
        values.add(session.times().updatedAt());
        addMeter(values, session.meter());
        values.add(word(session.charging()));
        values.add(word(session.ending().reason()));
        values.add(word(session.ending().closedBy()));
        values.add(word(session.ending().verdict()));
        values.add(suspicions(session.suspicions()));
        values.add(session.seq().first());
        values.add(session.seq().last());
        values.add(session.seq().end());
        values.add(session.offline());
        EndSign sign = session.ending().sign();
        values.add(sign == null ? null : sign.by().word());
        values.add(sign == null ? null : sign.at());
        values.add(sign == null ? null : sign.freeAt());
        return values;
    }

    private static void addMeter(List<@Nullable Object> values, MeterState meter) {
        values.add(meter.startWh());
        values.add(meter.stopWh());
        values.add(meter.lastWh());
        values.add(meter.lastAt());
        values.add(meter.energyWh());
        values.add(meter.powerW());
        values.add(meter.socPercent());
        values.add(meter.beforeWh());
        values.add(meter.peakW());
    }

    public static ChargingSession read(ChargingSessionRecord row, StationRef station) {
        Origin origin = new Origin(
                station,
                OcppVersion.ofNumber(row.getOcppVersion()).orElseThrow(),
                row.getStartKey(),
                row.getStationTx(),
                row.getGeneration(),
                row.getReservationNumber(),
                row.getRemoteStartNumber());
        return new ChargingSession(
                row.getId(),
                origin,
                new ConnectorRef(row.getEvse(), row.getConnector()),
                token(row.getTokenValue(), row.getTokenType(), row.getTokenGroup(), row.getTokenVerdict()),
                token(row.getStopTokenValue(), row.getStopTokenType(), null, null),
                times(row),
                meter(row),
                new SeqRange(row.getFirstSeqNo(), row.getLastSeqNo(), row.getEndSeqNo()),
                constant(ChargingState.class, row.getChargingState()),
                new Ending(
                        constant(ClosedBy.class, row.getClosedBy()),
                        constant(StopReason.class, row.getStopReason()),
                        constant(SessionVerdict.class, row.getVerdict()),
                        sign(row)),
                row.getIsOffline(),
                readSuspicions(row.getSuspicionsJson()));
    }

    private static @Nullable EndSign sign(ChargingSessionRecord row) {
        ClosedBy by = constant(ClosedBy.class, row.getEndSign());
        return by == null ? null : new EndSign(by, row.getEndSignAt(), row.getFreeAt());
    }

    private static SessionTimes times(ChargingSessionRecord row) {
        return new SessionTimes(
                row.getStartedAt(),
                row.getStationStartedAt(),
                row.getEndedAt(),
                row.getStationEndedAt(),
                row.getReceivedAt(),
                row.getUpdatedAt());
    }

    private static MeterState meter(ChargingSessionRecord row) {
        return new MeterState(
                decimal(row.getMeterStartWh()),
                decimal(row.getMeterStopWh()),
                decimal(row.getLastMeterWh()),
                row.getLastMeterAt(),
                decimal(row.getEnergyWh()),
                decimal(row.getPowerW()),
                decimal(row.getSocPercent()),
                decimal(row.getBeforeWh()),
                decimal(row.getPeakW()));
    }

    /** SQLite gives 5.0 for what was written as 5. */
    public static @Nullable BigDecimal decimal(@Nullable BigDecimal stored) {
        return stored == null ? null : MeterNormaliser.plain(stored);
    }

    private static @Nullable TokenUse token(
            @Nullable String value, @Nullable String type, @Nullable String group, @Nullable String verdict) {
        return value == null ? null : new TokenUse(value, type, group, verdict);
    }

    static @Nullable String word(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name().toLowerCase(Locale.ROOT);
    }

    static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String word) {
        return word == null ? null : Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
    }

    static @Nullable String suspicions(Set<Suspicion> suspicions) {
        List<String> words = suspicions.stream().map(Suspicion::word).toList();
        return words.isEmpty() ? null : ChargingJson.write(words);
    }

    static Set<Suspicion> readSuspicions(@Nullable String json) {
        Set<Suspicion> suspicions = EnumSet.noneOf(Suspicion.class);
        if (json != null) {
            Arrays.stream(ChargingJson.read(json, String[].class))
                    .map(word -> Suspicion.valueOf(word.toUpperCase(Locale.ROOT)))
                    .forEach(suspicions::add);
        }
        return suspicions;
    }
}
