package org.ohmstead.overview;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.selectOne;
import static org.ohmstead.db.schema.Tables.ISSUED_CERTIFICATE;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.schema.tables.IssuedCertificate;

/** Certificates of stations that need attention. */
@Singleton
public class SqlCertificateAttention {
    private static final String ACCEPTED = "accepted";

    private final Database database;

    @Inject
    public SqlCertificateAttention(Database database) {
        this.database = database;
    }

    /** Those that stations use, end by then, and have no newer one behind them. */
    Overview.Found ending(Scope scope, Instant endsBefore) {
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
        return SqlTotal.of(
                database, scope, AttentionKind.CERTIFICATE_ENDING, worst, ISSUED_CERTIFICATE, ending);
    }
}
