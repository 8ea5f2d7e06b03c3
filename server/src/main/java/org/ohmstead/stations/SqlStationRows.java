package org.ohmstead.stations;

import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.StationRecord;
import org.ohmstead.ocpp.OcppVersion;

/** What a station looks like as a row, both ways. */
public final class SqlStationRows {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

    private static final Logger LOG = System.getLogger(SqlStationRows.class.getName());

    private SqlStationRows() {}

    public static Station read(StationRecord row) {
        return new Station(
                new StationRef(row.getTenantId(), row.getId(), row.getIdentity()),
                config(row),
                Registration.of(row.getRegistration()),
                row.getPasswordHash() == null ? null : new PasswordHash(row.getPasswordHash()),
                facts(row),
                actions(row.getUnsupportedJson()),
                version(row.getOcppVersion()),
                clock(row),
                new Station.Times(row.getLastBootAt(), row.getLastSeenAt(), row.getCreatedAt(), row.getUpdatedAt()));
    }

    /** @return its id; empty: the identity stands already, perhaps in another case */
    static Optional<Long> insert(Tx tx, long tenant, String identity, StationConfig config, Instant now) {
        int inserted = tx.sql()
                .insertInto(STATION)
                .set(STATION.TENANT_ID, tenant)
                .set(STATION.IDENTITY, identity)
                .set(STATION.IDENTITY_KEY, SqlStationStore.key(identity))
                .set(columns(config))
                .set(STATION.REGISTRATION, Registration.NONE.word())
                .set(STATION.CREATED_AT, now)
                .set(STATION.UPDATED_AT, now)
                .onConflict(STATION.TENANT_ID, STATION.IDENTITY_KEY)
                .doNothing()
                .execute();
        return inserted == 0
                ? Optional.empty()
                : tx.sql()
                        .select(STATION.ID)
                        .from(STATION)
                        .where(STATION.TENANT_ID.eq(tenant), STATION.IDENTITY_KEY.eq(SqlStationStore.key(identity)))
                        .fetchOptional(STATION.ID);
    }

    /** In what an operator can change of it, and what REST takes for its state. */
    static boolean isAsItWas(Tx tx, Station before) {
        StationRef ref = before.ref();
        return tx.sql()
                .selectFrom(STATION)
                .where(STATION.ID.eq(ref.id()), STATION.TENANT_ID.eq(ref.tenant()))
                .fetchOptional(SqlStationRows::read)
                .filter(now -> now.config().equals(before.config())
                        && Objects.equals(now.password(), before.password())
                        && now.times().updatedAt().equals(before.times().updatedAt()))
                .isPresent();
    }

    private static StationConfig config(StationRecord row) {
        Integer interval = row.getHeartbeatIntervalS();
        return new StationConfig(
                row.getName(),
                Admission.valueOf(row.getAdmission().toUpperCase(Locale.ROOT)),
                row.getIsStrict(),
                zone(row.getZone()),
                version(row.getDefaultVersion()),
                interval == null ? null : Duration.ofSeconds(interval),
                new Location(row.getLatitude(), row.getLongitude(), row.getAddress()));
    }

    private static BootFacts facts(StationRecord row) {
        return new BootFacts(
                row.getVendor(),
                row.getModel(),
                row.getSerialNumber(),
                row.getFirmwareVersion(),
                row.getIccid(),
                row.getImsi(),
                row.getMeterType(),
                row.getMeterSerialNumber(),
                row.getBootReason());
    }

    /** A zone that this JDK does not know, or no longer, must not keep the station from being served. */
    private static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException e) {
            LOG.log(Level.WARNING, "A station''s zone {0} is not known here; UTC is taken", id);
            return null;
        }
    }

    private static @Nullable ClockOffset clock(StationRecord row) {
        Long ahead = row.getClockAheadMs();
        return ahead == null
                ? null
                : new ClockOffset(Duration.ofMillis(ahead), row.getClockSinceAt(), row.getClockMeasuredAt());
    }

    private static @Nullable OcppVersion version(@Nullable String number) {
        return number == null ? null : OcppVersion.ofNumber(number).orElse(null);
    }

    static Map<Field<?>, @Nullable Object> columns(StationConfig config) {
        ZoneId zone = config.zone();
        OcppVersion version = config.defaultVersion();
        Duration interval = config.heartbeatInterval();
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(STATION.NAME, config.name());
        columns.put(STATION.ADMISSION, config.admission().word());
        columns.put(STATION.IS_STRICT, config.strict());
        columns.put(STATION.ZONE, zone == null ? null : zone.getId());
        columns.put(STATION.DEFAULT_VERSION, version == null ? null : version.number());
        columns.put(STATION.HEARTBEAT_INTERVAL_S, interval == null ? null : Math.toIntExact(interval.toSeconds()));
        columns.put(STATION.LATITUDE, config.location().latitude());
        columns.put(STATION.LONGITUDE, config.location().longitude());
        columns.put(STATION.ADDRESS, config.location().address());
        return columns;
    }

    static Map<Field<?>, @Nullable Object> columns(SqlStationStore.Change change, Instant at) {
        BootFacts facts = change.facts();
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(STATION.REGISTRATION, change.registration().word());
        columns.put(STATION.VENDOR, facts.vendor());
        columns.put(STATION.MODEL, facts.model());
        columns.put(STATION.SERIAL_NUMBER, facts.serialNumber());
        columns.put(STATION.FIRMWARE_VERSION, facts.firmwareVersion());
        columns.put(STATION.ICCID, facts.iccid());
        columns.put(STATION.IMSI, facts.imsi());
        columns.put(STATION.METER_TYPE, facts.meterType());
        columns.put(STATION.METER_SERIAL_NUMBER, facts.meterSerialNumber());
        columns.put(STATION.BOOT_REASON, facts.reason());
        columns.put(STATION.UPDATED_AT, at);
        if (change.otherFirmware()) {
            columns.put(STATION.UNSUPPORTED_JSON, null);
        }
        return columns;
    }

    /** Of the column unsupported_json. */
    public static List<String> actions(@Nullable String json) {
        try {
            return json == null ? List.of() : JSON.readValue(json, TEXTS);
        } catch (JsonProcessingException e) {
            LOG.log(Level.WARNING, "station.unsupported_json holds no list of texts: {0}", e.getOriginalMessage());
            return List.of(); // it is learnt again
        }
    }

    /** For the column unsupported_json. */
    public static String json(List<String> actions) {
        try {
            return JSON.writeValueAsString(actions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A list of texts cannot be written as JSON", e);
        }
    }

    /** Where a text occurs in what people know a station by. */
    public static Condition matches(String search) {
        return DSL.or(
                STATION.IDENTITY.containsIgnoreCase(search),
                STATION.NAME.containsIgnoreCase(search),
                STATION.VENDOR.containsIgnoreCase(search),
                STATION.MODEL.containsIgnoreCase(search),
                STATION.SERIAL_NUMBER.containsIgnoreCase(search));
    }
}
