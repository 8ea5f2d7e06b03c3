package org.ohmstead.charging;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.schema.tables.records.ChargingSessionRecord;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;

/** A row of {@code charging_session} as a {@link ChargingSession}, and back. */
final class SqlSessionRow {
    private SqlSessionRow() {}

    /** All columns that may change, in the order of the table. */
    static Map<Field<?>, @Nullable Object> columns(ChargingSession session) {
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        addOrigin(columns, session);
        addTokens(columns, session);
        addTimes(columns, session.times());
        addMeter(columns, session.meter());
        columns.put(CHARGING_SESSION.CHARGING_STATE, word(session.charging()));
        columns.put(CHARGING_SESSION.STOP_REASON, word(session.ending().reason()));
        columns.put(CHARGING_SESSION.CLOSED_BY, word(session.ending().closedBy()));
        columns.put(CHARGING_SESSION.VERDICT, word(session.ending().verdict()));
        columns.put(CHARGING_SESSION.SUSPICIONS_JSON, suspicions(session.suspicions()));
        columns.put(CHARGING_SESSION.FIRST_SEQ_NO, session.seq().first());
        columns.put(CHARGING_SESSION.LAST_SEQ_NO, session.seq().last());
        columns.put(CHARGING_SESSION.END_SEQ_NO, session.seq().end());
        columns.put(CHARGING_SESSION.IS_OFFLINE, session.offline());
        return columns;
    }

    private static void addOrigin(Map<Field<?>, @Nullable Object> columns, ChargingSession session) {
        Origin origin = session.origin();
        columns.put(CHARGING_SESSION.TENANT_ID, origin.station().tenant());
        columns.put(CHARGING_SESSION.STATION_ID, origin.station().id());
        columns.put(CHARGING_SESSION.OCPP_VERSION, origin.version().number());
        columns.put(CHARGING_SESSION.EVSE, session.place().evse());
        columns.put(CHARGING_SESSION.CONNECTOR, session.place().connector());
        columns.put(CHARGING_SESSION.START_KEY, origin.startKey());
        columns.put(CHARGING_SESSION.STATION_TX, origin.stationTx());
        columns.put(
                CHARGING_SESSION.STATION_TX_KEY, origin.stationTx() == null ? null : Origin.key(origin.stationTx()));
        columns.put(CHARGING_SESSION.GENERATION, origin.generation());
        columns.put(CHARGING_SESSION.STATE, session.state().word());
        columns.put(CHARGING_SESSION.RESERVATION_NUMBER, origin.reservation());
        columns.put(CHARGING_SESSION.REMOTE_START_NUMBER, origin.remoteStart());
    }

    private static void addTokens(Map<Field<?>, @Nullable Object> columns, ChargingSession session) {
        TokenUse token = session.token();
        columns.put(CHARGING_SESSION.TOKEN_VALUE, token == null ? null : token.value());
        columns.put(CHARGING_SESSION.TOKEN_KEY, token == null ? null : token.key());
        columns.put(CHARGING_SESSION.TOKEN_TYPE, token == null ? null : token.type());
        columns.put(CHARGING_SESSION.TOKEN_GROUP, token == null ? null : token.group());
        columns.put(CHARGING_SESSION.TOKEN_VERDICT, token == null ? null : token.verdict());
        TokenUse stop = session.stopToken();
        columns.put(CHARGING_SESSION.STOP_TOKEN_VALUE, stop == null ? null : stop.value());
        columns.put(CHARGING_SESSION.STOP_TOKEN_TYPE, stop == null ? null : stop.type());
    }

    private static void addTimes(Map<Field<?>, @Nullable Object> columns, Times times) {
        columns.put(CHARGING_SESSION.STARTED_AT, times.startedAt());
        columns.put(CHARGING_SESSION.STATION_STARTED_AT, times.stationStartedAt());
        columns.put(CHARGING_SESSION.RECEIVED_AT, times.receivedAt());
        columns.put(CHARGING_SESSION.ENDED_AT, times.endedAt());
        columns.put(CHARGING_SESSION.STATION_ENDED_AT, times.stationEndedAt());
        columns.put(CHARGING_SESSION.UPDATED_AT, times.updatedAt());
    }

    private static void addMeter(Map<Field<?>, @Nullable Object> columns, MeterState meter) {
        columns.put(CHARGING_SESSION.METER_START_WH, meter.startWh());
        columns.put(CHARGING_SESSION.METER_STOP_WH, meter.stopWh());
        columns.put(CHARGING_SESSION.LAST_METER_WH, meter.lastWh());
        columns.put(CHARGING_SESSION.LAST_METER_AT, meter.lastAt());
        columns.put(CHARGING_SESSION.ENERGY_WH, meter.energyWh());
        columns.put(CHARGING_SESSION.POWER_W, meter.powerW());
        columns.put(CHARGING_SESSION.SOC_PERCENT, meter.socPercent());
    }

    static ChargingSession read(ChargingSessionRecord row, StationRef station) {
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
                new Place(row.getEvse(), row.getConnector()),
                token(row.getTokenValue(), row.getTokenType(), row.getTokenGroup(), row.getTokenVerdict()),
                token(row.getStopTokenValue(), row.getStopTokenType(), null, null),
                times(row),
                meter(row),
                new SeqRange(row.getFirstSeqNo(), row.getLastSeqNo(), row.getEndSeqNo()),
                constant(ChargingState.class, row.getChargingState()),
                new Ending(
                        constant(ClosedBy.class, row.getClosedBy()),
                        constant(StopReason.class, row.getStopReason()),
                        constant(SessionVerdict.class, row.getVerdict())),
                row.getIsOffline(),
                readSuspicions(row.getSuspicionsJson()));
    }

    private static Times times(ChargingSessionRecord row) {
        return new Times(
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
                decimal(row.getSocPercent()));
    }

    /** SQLite gives 5.0 for what was written as 5. */
    static @Nullable BigDecimal decimal(@Nullable BigDecimal stored) {
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
