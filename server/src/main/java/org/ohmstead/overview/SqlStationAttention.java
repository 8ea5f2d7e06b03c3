package org.ohmstead.overview;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.CONNECTION_ATTEMPT;
import static org.ohmstead.db.schema.Tables.CONNECTOR;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.availability.ConnectorStatus;
import org.ohmstead.stations.connections.Attempt;

/** Stations and connectors that need attention. */
@Singleton
public class SqlStationAttention {
    /** As the index station_registration has it, to the letter: by it the few are found among all. */
    private static final Condition INDEXED = STATION.ADMISSION
            .ne(inline(Admission.ACCEPTED.word()))
            .or(STATION.REGISTRATION.in(inline(Registration.PENDING.word()), inline(Registration.REJECTED.word())));

    private final Database database;

    @Inject
    public SqlStationAttention(Database database) {
        this.database = database;
    }

    Overview.Found faulted(Scope scope) {
        Condition faulted = scope.of(CONNECTOR.TENANT_ID, CONNECTOR.STATION_ID)
                .and(CONNECTOR.STATUS.eq(inline(ConnectorStatus.FAULTED.word())));
        List<AttentionItem> worst = database.read(scope)
                .select(STATION.IDENTITY, CONNECTOR.EVSE, CONNECTOR.CONNECTOR_, CONNECTOR.RECEIVED_AT)
                .select(CONNECTOR.ERROR_CODE, CONNECTOR.VENDOR_ERROR_CODE, CONNECTOR.INFO)
                .from(CONNECTOR)
                .join(STATION)
                .on(STATION.ID.eq(CONNECTOR.STATION_ID))
                .where(faulted)
                .orderBy(CONNECTOR.RECEIVED_AT.desc())
                .limit(Overview.MOST)
                .fetch(row -> AttentionItem.of(
                                AttentionKind.CONNECTOR_FAULTED,
                                Severity.CRITICAL,
                                row.get(STATION.IDENTITY),
                                row.get(CONNECTOR.RECEIVED_AT),
                                AttentionItem.Facts.fault(
                                        row.get(CONNECTOR.ERROR_CODE),
                                        row.get(CONNECTOR.VENDOR_ERROR_CODE),
                                        row.get(CONNECTOR.INFO)))
                        .with(row.get(CONNECTOR.EVSE), row.get(CONNECTOR.CONNECTOR_), null));
        return SqlTotal.of(database, scope, AttentionKind.CONNECTOR_FAULTED, worst, CONNECTOR, faulted);
    }

    /** Those that may take part only: nobody waits for one that is turned away. */
    Overview.Found offline(Scope scope) {
        Condition offline = scope.of(STATION.TENANT_ID, STATION.ID)
                .and(STATION.LAST_SEEN_AT.isNotNull())
                .and(STATION.ADMISSION.ne(Admission.REJECTED.word()))
                .and(SqlOverviewFigures.isConnected(scope).not());
        Field<Instant> closed = field(select(max(CONNECTION.CLOSED_AT))
                .from(CONNECTION)
                .where(CONNECTION.TENANT_ID.eq(STATION.TENANT_ID))
                .and(CONNECTION.STATION_ID.eq(STATION.ID)));
        Field<Instant> since = coalesce(closed, STATION.LAST_SEEN_AT).as("since");
        List<AttentionItem> worst = database.read(scope)
                .select(STATION.IDENTITY, since)
                .from(STATION)
                .where(offline)
                .orderBy(STATION.LAST_SEEN_AT.desc())
                .limit(Overview.MOST)
                .fetch(row -> AttentionItem.of(
                        AttentionKind.STATION_OFFLINE,
                        Severity.WARNING,
                        row.get(STATION.IDENTITY),
                        row.get(since),
                        AttentionItem.Facts.NONE));
        return SqlTotal.of(database, scope, AttentionKind.STATION_OFFLINE, worst, STATION, offline);
    }

    Overview.Found pending(Scope scope) {
        Condition pending = STATION.ADMISSION
                .eq(Admission.PENDING.word())
                .or(STATION.ADMISSION
                        .eq(Admission.ACCEPTED.word())
                        .and(STATION.REGISTRATION.eq(Registration.PENDING.word())));
        return registration(scope, AttentionKind.REGISTRATION_PENDING, Severity.WARNING, pending);
    }

    Overview.Found rejected(Scope scope) {
        Condition rejected = STATION.ADMISSION
                .eq(Admission.REJECTED.word())
                .or(STATION.ADMISSION
                        .eq(Admission.ACCEPTED.word())
                        .and(STATION.REGISTRATION.eq(Registration.REJECTED.word())));
        return registration(scope, AttentionKind.REGISTRATION_REJECTED, Severity.INFO, rejected);
    }

    private Overview.Found registration(Scope scope, AttentionKind kind, Severity severity, Condition so) {
        Condition which = scope.of(STATION.TENANT_ID, STATION.ID).and(INDEXED).and(so);
        List<AttentionItem> worst = database.read(scope)
                .select(STATION.IDENTITY, STATION.UPDATED_AT)
                .from(STATION)
                .where(which)
                .orderBy(STATION.UPDATED_AT.desc())
                .limit(Overview.MOST)
                .fetch(row -> AttentionItem.of(
                        kind,
                        severity,
                        row.get(STATION.IDENTITY),
                        row.get(STATION.UPDATED_AT),
                        AttentionItem.Facts.NONE));
        return SqlTotal.of(database, scope, kind, worst, STATION, which);
    }

    /** One that was registered meanwhile is unknown no more. Whoever is limited to groups knows of none. */
    Overview.Found unknown(Scope scope, Instant since) {
        if (scope.isLimited()) {
            return new Overview.Found(AttentionKind.STATION_UNKNOWN, 0, List.of());
        }
        Condition unknown = scope.of(CONNECTION_ATTEMPT.TENANT_ID)
                .and(CONNECTION_ATTEMPT.REASON.eq(inline(Attempt.Reason.UNKNOWN_IDENTITY.word())))
                .and(CONNECTION_ATTEMPT.LAST_AT.ge(since))
                .and(CONNECTION_ATTEMPT.IDENTITY.isNotNull())
                .and(lower(CONNECTION_ATTEMPT.IDENTITY)
                        .notIn(select(STATION.IDENTITY_KEY).from(STATION).where(scope.of(STATION.TENANT_ID))));
        Field<Instant> first = min(CONNECTION_ATTEMPT.ATTEMPTED_AT);
        Field<Instant> last = max(CONNECTION_ATTEMPT.LAST_AT);
        Field<String> address = max(CONNECTION_ATTEMPT.REMOTE_ADDRESS);
        Field<BigDecimal> occurred = sum(CONNECTION_ATTEMPT.OCCURRED);
        List<AttentionItem> worst = database.read(scope)
                .select(CONNECTION_ATTEMPT.IDENTITY, first, last, address, occurred)
                .from(CONNECTION_ATTEMPT)
                .where(unknown)
                .groupBy(CONNECTION_ATTEMPT.IDENTITY)
                .orderBy(last.desc())
                .limit(Overview.MOST)
                .fetch(row -> AttentionItem.of(
                        AttentionKind.STATION_UNKNOWN,
                        Severity.INFO,
                        row.get(CONNECTION_ATTEMPT.IDENTITY),
                        row.get(first),
                        AttentionItem.Facts.knock(
                                row.get(address), row.get(occurred).longValue())));
        long total = worst.size() < Overview.MOST ? worst.size() : unknown(scope, unknown);
        return new Overview.Found(AttentionKind.STATION_UNKNOWN, total, worst);
    }

    private long unknown(Scope scope, Condition unknown) {
        return database.read(scope)
                .select(countDistinct(CONNECTION_ATTEMPT.IDENTITY))
                .from(CONNECTION_ATTEMPT)
                .where(unknown)
                .fetchSingle()
                .value1();
    }
}
