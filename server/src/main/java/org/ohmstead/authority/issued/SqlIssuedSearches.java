package org.ohmstead.authority.issued;

import static org.ohmstead.db.schema.Tables.AUTHORITY;
import static org.ohmstead.db.schema.Tables.ISSUED_CERTIFICATE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.ohmstead.authority.Authority;
import org.ohmstead.authority.issued.IssuedCertificate.State;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;

/** Finds certificates that were issued, for those who want to know what became of one. */
@Singleton
public class SqlIssuedSearches {
    private final Database database;

    @Inject
    public SqlIssuedSearches(Database database) {
        this.database = database;
    }

    /** By its serial number, as revocation is asked for. */
    Optional<IssuedCertificate> bySerial(Authority authority, String serialNumber) {
        return database.read(authority.scope())
                .selectFrom(ISSUED_CERTIFICATE)
                .where(ISSUED_CERTIFICATE.TENANT_ID.eq(authority.tenant()))
                .and(ISSUED_CERTIFICATE.AUTHORITY_ID.eq(authority.id()))
                .and(ISSUED_CERTIFICATE.SERIAL_NUMBER.eq(serialNumber))
                .fetchOptional(SqlIssuedStore::read);
    }

    boolean hasSigned(Authority authority, String subject) {
        return database.read(authority.scope())
                .fetchExists(
                        ISSUED_CERTIFICATE,
                        ISSUED_CERTIFICATE
                                .TENANT_ID
                                .eq(authority.tenant())
                                .and(ISSUED_CERTIFICATE.AUTHORITY_ID.eq(authority.id()))
                                .and(ISSUED_CERTIFICATE.SUBJECT.eq(subject)));
    }

    /** Those that must not be believed although their time is not over. */
    List<IssuedCertificate> revoked(Authority authority, Instant now) {
        return database.read(authority.scope())
                .selectFrom(ISSUED_CERTIFICATE)
                .where(ISSUED_CERTIFICATE.TENANT_ID.eq(authority.tenant()))
                .and(ISSUED_CERTIFICATE.AUTHORITY_ID.eq(authority.id()))
                .and(ISSUED_CERTIFICATE.ENDS_AT.gt(now))
                .and(ISSUED_CERTIFICATE.REVOKED_AT.isNotNull().or(ISSUED_CERTIFICATE.SUPERSEDED_AT.isNotNull()))
                .orderBy(ISSUED_CERTIFICATE.ID)
                .fetch(SqlIssuedStore::read);
    }

    /** Whichever authority is said to have signed it: one may be known here by two names. */
    List<IssuedCertificate> ofNumber(Scope scope, String issuer, String serialNumber) {
        return database.read(scope)
                .selectFrom(ISSUED_CERTIFICATE)
                .where(scope.of(ISSUED_CERTIFICATE.TENANT_ID))
                .and(ISSUED_CERTIFICATE.AUTHORITY_ID.in(
                        DSL.select(AUTHORITY.ID).from(AUTHORITY).where(scope.of(AUTHORITY.TENANT_ID))))
                .and(ISSUED_CERTIFICATE.SERIAL_NUMBER.eq(serialNumber))
                .and(ISSUED_CERTIFICATE.ISSUER.eq(issuer))
                .orderBy(ISSUED_CERTIFICATE.ID)
                .fetch(SqlIssuedStore::read);
    }

    boolean isRevoked(Scope scope, String keyHash) {
        return database.read(scope)
                .fetchExists(
                        ISSUED_CERTIFICATE,
                        scope.of(ISSUED_CERTIFICATE.TENANT_ID)
                                .and(ISSUED_CERTIFICATE.KEY_HASH.eq(keyHash))
                                .and(ISSUED_CERTIFICATE.REVOKED_AT.isNotNull()));
    }

    /** In use, the newest of their use, of whom nobody was asked since; the soonest to end first. */
    List<IssuedCertificate> due(Instant now, Instant endsBefore, Instant askedBefore, int rows) {
        var newer = ISSUED_CERTIFICATE.as("newer");
        return database.read(Scope.everywhere())
                .selectFrom(ISSUED_CERTIFICATE)
                .where(SqlIssuedStore.is(State.VALID, now))
                .and(ISSUED_CERTIFICATE.ENDS_AT.le(endsBefore))
                .and(ISSUED_CERTIFICATE.STATION_ID.isNotNull())
                .and(isInUse(ISSUED_CERTIFICATE))
                .and(ISSUED_CERTIFICATE
                        .RENEWAL_ASKED_AT
                        .isNull()
                        .or(ISSUED_CERTIFICATE.RENEWAL_ASKED_AT.lt(askedBefore)))
                .andNotExists(DSL.selectOne()
                        .from(newer)
                        .where(newer.TENANT_ID.eq(ISSUED_CERTIFICATE.TENANT_ID))
                        .and(newer.STATION_ID.eq(ISSUED_CERTIFICATE.STATION_ID))
                        .and(newer.USE.eq(ISSUED_CERTIFICATE.USE))
                        .and(isInUse(newer))
                        .and(newer.ID.gt(ISSUED_CERTIFICATE.ID)))
                .orderBy(ISSUED_CERTIFICATE.ENDS_AT)
                .limit(rows)
                .fetch(SqlIssuedStore::read);
    }

    /** Its station has said so, or has shown it: an answer may get lost. */
    private static Condition isInUse(org.ohmstead.db.schema.tables.IssuedCertificate one) {
        return one.ANSWER.eq(SqlIssuedStore.ACCEPTED).or(one.FIRST_USED_AT.isNotNull());
    }
}
