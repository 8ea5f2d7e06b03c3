package org.ohmstead.dercontrol;

import static org.ohmstead.db.schema.Tables.DER_CONTROL;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.DerControlRecord;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** A control as a row. */
final class SqlDerControlRow {
    private SqlDerControlRow() {}

    static void put(Tx tx, StationRef station, DerControl control) {
        Map<Field<?>, @Nullable Object> values = values(control);
        tx.sql()
                .insertInto(DER_CONTROL)
                .set(DER_CONTROL.TENANT_ID, station.tenant())
                .set(DER_CONTROL.STATION_ID, station.id())
                .set(DER_CONTROL.CONTROL_KEY, control.facts().key())
                .set(values)
                .onConflict(DER_CONTROL.TENANT_ID, DER_CONTROL.STATION_ID, DER_CONTROL.CONTROL_KEY)
                .doUpdate()
                .set(values)
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> values(DerControl control) {
        DerControl.Facts facts = control.facts();
        DerControl.Told last = control.last();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(DER_CONTROL.CONTROL_NAME, facts.id());
        values.put(DER_CONTROL.CONTROL_TYPE, facts.type());
        values.put(DER_CONTROL.IS_DEFAULT, facts.isDefault());
        values.put(DER_CONTROL.PRIORITY, facts.priority());
        values.put(DER_CONTROL.STARTS_AT, facts.startsAt());
        values.put(DER_CONTROL.ENDS_AT, facts.endsAt());
        values.put(DER_CONTROL.SETTING_JSON, facts.setting().toString());
        values.put(DER_CONTROL.STATE, control.state().word());
        values.put(DER_CONTROL.SUPERSEDED_BY, control.supersededBy());
        values.put(DER_CONTROL.STARTED_AT, control.startedAt());
        values.put(DER_CONTROL.ACTION, last == null ? null : last.action());
        values.put(DER_CONTROL.OUTCOME, last == null ? null : last.outcome());
        values.put(DER_CONTROL.SAID, last == null ? null : last.said());
        values.put(DER_CONTROL.ACTOR, last == null ? null : last.actor());
        values.put(DER_CONTROL.CHANGED_AT, control.changedAt());
        values.put(DER_CONTROL.REPORTED_AT, control.reportedAt());
        return values;
    }

    static DerControl read(DerControlRecord row) {
        return new DerControl(
                new DerControl.Facts(
                        row.getControlName(),
                        row.getControlType(),
                        row.getIsDefault(),
                        row.getPriority(),
                        row.getStartsAt(),
                        row.getEndsAt(),
                        StoredJson.read(row.getSettingJson())),
                DerControl.State.of(row.getState()),
                row.getSupersededBy(),
                row.getStartedAt(),
                told(row),
                row.getChangedAt(),
                row.getReportedAt());
    }

    private static DerControl.@Nullable Told told(DerControlRecord row) {
        String outcome = row.getOutcome();
        return outcome == null
                ? null
                : new DerControl.Told(
                        Objects.requireNonNull(row.getAction()),
                        outcome,
                        row.getSaid(),
                        Objects.requireNonNull(row.getActor()));
    }
}
