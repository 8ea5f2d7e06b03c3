package org.ohmstead.overview;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.when;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;
import static org.ohmstead.db.schema.Tables.FIRMWARE_UPDATE;
import static org.ohmstead.db.schema.Tables.ISSUED_CERTIFICATE;
import static org.ohmstead.db.schema.Tables.STATION;
import static org.ohmstead.db.schema.Tables.STATION_ALERT;
import static org.ohmstead.db.schema.Tables.STATION_TROUBLE;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.schema.tables.FirmwareUpdate;
import org.ohmstead.db.schema.tables.IssuedCertificate;
import org.ohmstead.firmware.UpdateState;
import org.ohmstead.notices.StoredJson;

/** Alerts, sessions and updates that need attention. */
@Singleton
public class SqlWorkAttention {
    private static final String ACCEPTED = "accepted";
    /** OCPP 2.x EventDataType: 0 danger, 1 hardware failure, 2 system failure, 3 critical. */
    private static final int CRITICAL = 3;
    /** 4 error, 5 alert. */
    private static final int WARNING = 5;

    private final Database database;

    @Inject
    public SqlWorkAttention(Database database) {
        this.database = database;
    }

    Overview.Found alerts(Scope scope) {
        Condition open =
                scope.of(STATION_ALERT.TENANT_ID, STATION_ALERT.STATION_ID).and(STATION_ALERT.ENDED_AT.isNull());
        Field<Integer> worst = when(STATION_ALERT.SEVERITY.le(inline(CRITICAL)), inline(0))
                .when(STATION_ALERT.SEVERITY.gt(inline(WARNING)), inline(2))
                .otherwise(inline(1));
        List<AttentionItem> items = database.read(scope)
                .select(STATION.IDENTITY, STATION_ALERT.ID, STATION_ALERT.SEVERITY)
                .select(STATION_ALERT.PLACE, STATION_ALERT.RECEIVED_AT, STATION_ALERT.EVENT_JSON)
                .from(STATION_ALERT)
                .join(STATION)
                .on(STATION.ID.eq(STATION_ALERT.STATION_ID))
                .where(open)
                .orderBy(worst, STATION_ALERT.ID.desc())
                .limit(Overview.MOST)
                .fetch(row -> {
                    JsonNode evse = StoredJson.read(row.get(STATION_ALERT.EVENT_JSON))
                            .path("component")
                            .path("evse");
                    return AttentionItem.of(
                                    AttentionKind.STATION_ALERT,
                                    severity(row.get(STATION_ALERT.SEVERITY)),
                                    row.get(STATION.IDENTITY),
                                    row.get(STATION_ALERT.RECEIVED_AT),
                                    AttentionItem.Facts.alert(
                                            row.get(STATION_ALERT.SEVERITY), row.get(STATION_ALERT.PLACE)))
                            .with(number(evse.path("id")), number(evse.path("connectorId")), row.get(STATION_ALERT.ID));
                });
        return SqlTotal.of(database, scope, AttentionKind.STATION_ALERT, items, STATION_ALERT, open);
    }

    private static Severity severity(@Nullable Integer told) {
        if (told == null) {
            return Severity.WARNING;
        }
        return told <= CRITICAL ? Severity.CRITICAL : told <= WARNING ? Severity.WARNING : Severity.INFO;
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isInt() ? node.asInt() : null;
    }

    Overview.Found stale(Scope scope, Instant heardBefore) {
        Condition stale = CHARGING_SESSION
                .STATE
                .eq(inline(SessionState.OPEN.word()))
                .and(CHARGING_SESSION.UPDATED_AT.lt(heardBefore));
        return sessions(scope, AttentionKind.SESSION_STALE, Severity.WARNING, CHARGING_SESSION.UPDATED_AT, stale);
    }

    Overview.Found suspect(Scope scope, Instant endedSince) {
        Condition suspect = CHARGING_SESSION
                .STATE
                .eq(inline(SessionState.ENDED.word()))
                .and(CHARGING_SESSION.VERDICT.eq(inline(SessionVerdict.SUSPECT.word())))
                .and(CHARGING_SESSION.ENDED_AT.ge(endedSince));
        return sessions(scope, AttentionKind.SESSION_SUSPECT, Severity.INFO, CHARGING_SESSION.ENDED_AT, suspect);
    }

    private Overview.Found sessions(
            Scope scope, AttentionKind kind, Severity severity, Field<Instant> since, Condition so) {
        Condition which = scope.of(CHARGING_SESSION.TENANT_ID, CHARGING_SESSION.STATION_ID)
                .and(so);
        List<AttentionItem> worst = database.read(scope)
                .select(STATION.IDENTITY, CHARGING_SESSION.ID, CHARGING_SESSION.EVSE, CHARGING_SESSION.CONNECTOR, since)
                .select(CHARGING_SESSION.SUSPICIONS_JSON)
                .from(CHARGING_SESSION)
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_SESSION.STATION_ID))
                .where(which)
                .orderBy(since.desc())
                .limit(Overview.MOST)
                .fetch(row -> AttentionItem.of(
                                kind,
                                severity,
                                row.get(STATION.IDENTITY),
                                row.get(since),
                                AttentionItem.Facts.suspect(words(row.get(CHARGING_SESSION.SUSPICIONS_JSON))))
                        .with(
                                row.get(CHARGING_SESSION.EVSE),
                                row.get(CHARGING_SESSION.CONNECTOR),
                                row.get(CHARGING_SESSION.ID)));
        return SqlTotal.of(database, scope, kind, worst, CHARGING_SESSION, which);
    }

    private static List<String> words(@Nullable String json) {
        List<String> words = new ArrayList<>();
        if (json != null) {
            StoredJson.read(json).forEach(word -> words.add(word.asText()));
        }
        return words;
    }

    /** What was tried again since counts no more. */
    Overview.Found firmware(Scope scope, Instant endedSince) {
        FirmwareUpdate later = FIRMWARE_UPDATE.as("later");
        Condition failed = scope.of(FIRMWARE_UPDATE.TENANT_ID, FIRMWARE_UPDATE.STATION_ID)
                .and(FIRMWARE_UPDATE.STATE.eq(inline(UpdateState.FAILED.word())))
                .and(FIRMWARE_UPDATE.ENDED_AT.ge(endedSince))
                .and(notExists(selectOne()
                        .from(later)
                        .where(later.TENANT_ID.eq(FIRMWARE_UPDATE.TENANT_ID))
                        .and(later.STATION_ID.eq(FIRMWARE_UPDATE.STATION_ID))
                        .and(later.ID.gt(FIRMWARE_UPDATE.ID))));
        List<AttentionItem> worst = database.read(scope)
                .select(STATION.IDENTITY, FIRMWARE_UPDATE.ID, FIRMWARE_UPDATE.ENDED_AT)
                .select(FIRMWARE_UPDATE.STATUS, FIRMWARE_UPDATE.REASON)
                .from(FIRMWARE_UPDATE)
                .join(STATION)
                .on(STATION.ID.eq(FIRMWARE_UPDATE.STATION_ID))
                .where(failed)
                .orderBy(FIRMWARE_UPDATE.ENDED_AT.desc())
                .limit(Overview.MOST)
                .fetch(row -> AttentionItem.of(
                                AttentionKind.FIRMWARE_FAILED,
                                Severity.WARNING,
                                row.get(STATION.IDENTITY),
                                row.get(FIRMWARE_UPDATE.ENDED_AT),
                                AttentionItem.Facts.firmware(
                                        row.get(FIRMWARE_UPDATE.STATUS), row.get(FIRMWARE_UPDATE.REASON)))
                        .with(null, null, row.get(FIRMWARE_UPDATE.ID)));
        return SqlTotal.of(database, scope, AttentionKind.FIRMWARE_FAILED, worst, FIRMWARE_UPDATE, failed);
    }

    /** Certificates that stations use, end by then, and have no newer one behind them. */
    Overview.Found endingCertificates(Scope scope, Instant endsBefore) {
        IssuedCertificate newer = ISSUED_CERTIFICATE.as("newer");
        Condition ending = scope.of(ISSUED_CERTIFICATE.TENANT_ID, ISSUED_CERTIFICATE.STATION_ID)
                .and(ISSUED_CERTIFICATE.STATION_ID.isNotNull())
                .and(ISSUED_CERTIFICATE.ANSWER.eq(inline(ACCEPTED)))
                .and(ISSUED_CERTIFICATE.REVOKED_AT.isNull())
                .and(ISSUED_CERTIFICATE.SUPERSEDED_AT.isNull())
                .and(ISSUED_CERTIFICATE.ENDS_AT.le(endsBefore))
                .and(notExists(selectOne()
                        .from(newer)
                        .where(newer.TENANT_ID.eq(ISSUED_CERTIFICATE.TENANT_ID))
                        .and(newer.STATION_ID.eq(ISSUED_CERTIFICATE.STATION_ID))
                        .and(newer.USE.eq(ISSUED_CERTIFICATE.USE))
                        .and(newer.ANSWER.eq(inline(ACCEPTED)))
                        .and(newer.ID.gt(ISSUED_CERTIFICATE.ID))));
        List<AttentionItem> worst = database.read(scope)
                .select(STATION.IDENTITY, ISSUED_CERTIFICATE.ID, ISSUED_CERTIFICATE.ENDS_AT)
                .select(ISSUED_CERTIFICATE.RENEWAL_FAILURE)
                .from(ISSUED_CERTIFICATE)
                .join(STATION)
                .on(STATION.ID.eq(ISSUED_CERTIFICATE.STATION_ID))
                .where(ending)
                .orderBy(ISSUED_CERTIFICATE.ENDS_AT)
                .limit(Overview.MOST)
                .fetch(row -> AttentionItem.of(
                                AttentionKind.CERTIFICATE_ENDING,
                                Severity.WARNING,
                                row.get(STATION.IDENTITY),
                                row.get(ISSUED_CERTIFICATE.ENDS_AT),
                                AttentionItem.Facts.fault(null, null, row.get(ISSUED_CERTIFICATE.RENEWAL_FAILURE)))
                        .with(null, null, row.get(ISSUED_CERTIFICATE.ID)));
        return SqlTotal.of(database, scope, AttentionKind.CERTIFICATE_ENDING, worst, ISSUED_CERTIFICATE, ending);
    }

    Overview.Found troubles(Scope scope) {
        Condition lasting =
                scope.of(STATION_TROUBLE.TENANT_ID, STATION_TROUBLE.STATION_ID).and(STATION_TROUBLE.ENDED_AT.isNull());
        List<AttentionItem> worst = database.read(scope)
                .select(STATION.IDENTITY)
                .select(STATION_TROUBLE.fields())
                .from(STATION_TROUBLE)
                .join(STATION)
                .on(STATION.ID.eq(STATION_TROUBLE.STATION_ID))
                .where(lasting)
                .orderBy(STATION_TROUBLE.SEVERITY, STATION_TROUBLE.BEGAN_AT.desc())
                .limit(Overview.MOST)
                .fetch(row -> AttentionItem.of(
                                AttentionKind.STATION_TROUBLE,
                                Severity.valueOf(
                                        row.get(STATION_TROUBLE.SEVERITY).toUpperCase(Locale.ROOT)),
                                row.get(STATION.IDENTITY),
                                row.get(STATION_TROUBLE.BEGAN_AT),
                                AttentionItem.Facts.trouble(
                                        row.get(STATION_TROUBLE.TROUBLE),
                                        row.get(STATION_TROUBLE.AMOUNT),
                                        row.get(STATION_TROUBLE.SUBJECT)))
                        .with(null, null, row.get(STATION_TROUBLE.ID)));
        return SqlTotal.of(database, scope, AttentionKind.STATION_TROUBLE, worst, STATION_TROUBLE, lasting);
    }
}
