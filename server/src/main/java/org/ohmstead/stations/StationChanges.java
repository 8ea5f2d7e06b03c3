package org.ohmstead.stations;

import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.ocpp.OcppVersion;

/** What is recorded of a station in the audit log, in the words of the API. */
public final class StationChanges {
    private static final String ENTITY = "station";

    private StationChanges() {}

    static AuditEntry created(NewStation station) {
        AuditEntry entry = AuditEntry.created(ENTITY, station.identity(), fields(station.config()));
        return station.groups().isEmpty() ? entry : entry.with("groups", new TreeSet<>(station.groups()));
    }

    static AuditEntry configured(Station before, StationConfig after) {
        return AuditEntry.changed(ENTITY, before.ref().identity(), fields(before.config()), fields(after));
    }

    static AuditEntry deleted(Station before) {
        return AuditEntry.deleted(ENTITY, before.ref().identity(), fields(before.config()));
    }

    static AuditEntry registered(StationRef station, String before, Registration after) {
        return AuditEntry.changed(
                ENTITY, station.identity(), Map.of("registration", before), Map.of("registration", after.word()));
    }

    static AuditEntry password(Station before, boolean isSet) {
        return done(before.ref(), isSet ? "password-set" : "password-removed");
    }

    /** Something was done with it. @param what such as {@code password-set} */
    public static AuditEntry done(StationRef station, String what) {
        return AuditEntry.done(ENTITY, station.identity(), what);
    }

    /** The same with words about it. */
    public static AuditEntry done(StationRef station, String what, Map<String, Object> words) {
        return AuditEntry.done(ENTITY, station.identity(), what, words);
    }

    private static Map<String, @Nullable Object> fields(StationConfig config) {
        ZoneId zone = config.zone();
        OcppVersion version = config.defaultVersion();
        Duration interval = config.heartbeatInterval();
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("name", config.name());
        fields.put("admission", config.admission().word());
        fields.put("strict", config.strict());
        fields.put("zone", zone == null ? null : zone.getId());
        fields.put("heartbeatIntervalSeconds", interval == null ? null : interval.toSeconds());
        fields.put("defaultVersion", version == null ? null : version.number());
        fields.put("latitude", config.location().latitude());
        fields.put("longitude", config.location().longitude());
        fields.put("address", config.location().address());
        return fields;
    }
}
