package org.ohmstead.authority.issued;

import static org.ohmstead.db.schema.Tables.ISSUED_CERTIFICATE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.issued.IssuedCertificate.Life;
import org.ohmstead.authority.issued.IssuedCertificate.Renewal;
import org.ohmstead.authority.issued.IssuedCertificate.Revocation;
import org.ohmstead.authority.issued.IssuedCertificate.State;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.IssuedCertificateRecord;
import org.ohmstead.events.Event;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/** The table of certificates that were issued. */
@Singleton
public class SqlIssuedStore {
    static final String ACCEPTED = "accepted";
    static final String REJECTED = "rejected";

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlIssuedStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    <T extends @Nullable Object> T write(Scope scope, long lane, GroupCommit.Work<T> unit) {
        return commits.write(scope, lane, unit);
    }

    void tell(Tx tx, Event event) {
        outbox.append(tx, event);
    }

    /** The newest first. */
    List<IssuedCertificate> before(Scope scope, IssuedFilter filter, Instant now, @Nullable Long before, int rows) {
        return database.read(scope)
                .selectFrom(ISSUED_CERTIFICATE)
                .where(scope.of(ISSUED_CERTIFICATE.TENANT_ID, ISSUED_CERTIFICATE.STATION_ID))
                .and(is(filter, now))
                .and(before == null ? DSL.noCondition() : ISSUED_CERTIFICATE.ID.lt(before))
                .orderBy(ISSUED_CERTIFICATE.ID.desc())
                .limit(rows)
                .fetch(SqlIssuedStore::read);
    }

    private static Condition is(IssuedFilter filter, Instant now) {
        Condition all = DSL.noCondition();
        all = with(all, ISSUED_CERTIFICATE.IDENTITY, filter.station());
        all = with(all, ISSUED_CERTIFICATE.AUTHORITY_ID, filter.authority());
        all = filter.until() == null ? all : all.and(ISSUED_CERTIFICATE.ENDS_AT.le(filter.until()));
        return filter.state() == null ? all : all.and(is(filter.state(), now));
    }

    private static <T> Condition with(Condition all, Field<T> field, @Nullable T wanted) {
        return wanted == null ? all : all.and(field.eq(wanted));
    }

    /** As {@link IssuedCertificate#state} has it. */
    static Condition is(State state, Instant now) {
        Condition notRevoked = ISSUED_CERTIFICATE.REVOKED_AT.isNull();
        Condition current = notRevoked.and(ISSUED_CERTIFICATE.SUPERSEDED_AT.isNull());
        Condition taken = current.and(ISSUED_CERTIFICATE.ANSWER.isNull().or(ISSUED_CERTIFICATE.ANSWER.ne(REJECTED)));
        return switch (state) {
            case REVOKED -> ISSUED_CERTIFICATE.REVOKED_AT.isNotNull();
            case SUPERSEDED -> notRevoked.and(ISSUED_CERTIFICATE.SUPERSEDED_AT.isNotNull());
            case REJECTED -> current.and(ISSUED_CERTIFICATE.ANSWER.eq(REJECTED));
            case EXPIRED -> taken.and(ISSUED_CERTIFICATE.ENDS_AT.le(now));
            case VALID -> taken.and(ISSUED_CERTIFICATE.ENDS_AT.gt(now));
        };
    }

    Optional<IssuedCertificate> find(Scope scope, long id) {
        return database.read(scope)
                .selectFrom(ISSUED_CERTIFICATE)
                .where(scope.of(ISSUED_CERTIFICATE.TENANT_ID, ISSUED_CERTIFICATE.STATION_ID))
                .and(ISSUED_CERTIFICATE.ID.eq(id))
                .fetchOptional(SqlIssuedStore::read);
    }

    Optional<IssuedCertificate> get(Tx tx, Scope scope, long id) {
        return tx.sql()
                .selectFrom(ISSUED_CERTIFICATE)
                .where(scope.of(ISSUED_CERTIFICATE.TENANT_ID))
                .and(ISSUED_CERTIFICATE.ID.eq(id))
                .fetchOptional(SqlIssuedStore::read);
    }

    /** The newest one for a request. */
    Optional<IssuedCertificate> ofRequest(Tx tx, Scope scope, long request) {
        return tx.sql()
                .selectFrom(ISSUED_CERTIFICATE)
                .where(scope.of(ISSUED_CERTIFICATE.TENANT_ID))
                .and(ISSUED_CERTIFICATE.REQUEST_ID.eq(request))
                .orderBy(ISSUED_CERTIFICATE.ID.desc())
                .limit(1)
                .fetchOptional(SqlIssuedStore::read);
    }

    List<IssuedCertificate> ofStation(Tx tx, StationRef station, String serialNumber) {
        return tx.sql()
                .selectFrom(ISSUED_CERTIFICATE)
                .where(ISSUED_CERTIFICATE.TENANT_ID.eq(station.tenant()))
                .and(ISSUED_CERTIFICATE.STATION_ID.eq(station.id()))
                .and(ISSUED_CERTIFICATE.SERIAL_NUMBER.eq(serialNumber))
                .fetch(SqlIssuedStore::read);
    }

    /** @param keyHash of the public key. @return its id; the one that stands where the same one was kept before */
    long add(Tx tx, IssuedCertificate one, String keyHash) {
        IssuedCertificate.Content content = one.content();
        tx.sql()
                .insertInto(ISSUED_CERTIFICATE)
                .set(ISSUED_CERTIFICATE.TENANT_ID, one.tenant())
                .set(ISSUED_CERTIFICATE.STATION_ID, one.station())
                .set(ISSUED_CERTIFICATE.IDENTITY, one.identity())
                .set(ISSUED_CERTIFICATE.AUTHORITY_ID, one.authority())
                .set(ISSUED_CERTIFICATE.REQUEST_ID, one.request())
                .set(ISSUED_CERTIFICATE.USE, one.use().word())
                .set(ISSUED_CERTIFICATE.SERIAL_NUMBER, content.serialNumber())
                .set(ISSUED_CERTIFICATE.SUBJECT, content.subject())
                .set(ISSUED_CERTIFICATE.ISSUER, content.issuer())
                .set(ISSUED_CERTIFICATE.CHAIN_PEM, content.chain())
                .set(ISSUED_CERTIFICATE.KEY_HASH, keyHash)
                .set(ISSUED_CERTIFICATE.BEGINS_AT, content.from())
                .set(ISSUED_CERTIFICATE.ENDS_AT, content.until())
                .set(ISSUED_CERTIFICATE.ISSUED_AT, one.life().issuedAt())
                .onConflict(
                        ISSUED_CERTIFICATE.TENANT_ID, ISSUED_CERTIFICATE.AUTHORITY_ID, ISSUED_CERTIFICATE.SERIAL_NUMBER)
                .doNothing()
                .execute();
        return Objects.requireNonNull(tx.sql()
                .select(ISSUED_CERTIFICATE.ID)
                .from(ISSUED_CERTIFICATE)
                .where(ISSUED_CERTIFICATE.TENANT_ID.eq(one.tenant()))
                .and(ISSUED_CERTIFICATE.AUTHORITY_ID.eq(one.authority()))
                .and(ISSUED_CERTIFICATE.SERIAL_NUMBER.eq(content.serialNumber()))
                .fetchSingle()
                .value1());
    }

    void answered(Tx tx, IssuedCertificate one, boolean accepted, Instant at) {
        update(tx, one, ISSUED_CERTIFICATE.ANSWER, accepted ? ACCEPTED : REJECTED);
        update(tx, one, ISSUED_CERTIFICATE.ANSWERED_AT, at);
    }

    void revoke(Tx tx, IssuedCertificate one, Revocation revocation) {
        update(tx, one, ISSUED_CERTIFICATE.REVOKED_AT, revocation.at());
        update(tx, one, ISSUED_CERTIFICATE.REVOKED_BY, revocation.by());
        update(
                tx,
                one,
                ISSUED_CERTIFICATE.REVOCATION_REASON,
                revocation.reason().word());
    }

    void asked(Tx tx, IssuedCertificate one, Renewal renewal) {
        update(tx, one, ISSUED_CERTIFICATE.RENEWAL_ASKED_AT, renewal.askedAt());
        tx.sql()
                .update(ISSUED_CERTIFICATE)
                .set(ISSUED_CERTIFICATE.RENEWAL_FAILURE, renewal.failure())
                .where(of(one))
                .execute();
    }

    /** The station has connected with it; older ones of the same use are over. */
    void used(Tx tx, StationRef station, IssuedCertificate one, Instant at) {
        update(tx, one, ISSUED_CERTIFICATE.FIRST_USED_AT, at);
        tx.sql()
                .update(ISSUED_CERTIFICATE)
                .set(ISSUED_CERTIFICATE.SUPERSEDED_AT, at)
                .where(ISSUED_CERTIFICATE.TENANT_ID.eq(station.tenant()))
                .and(ISSUED_CERTIFICATE.STATION_ID.eq(station.id()))
                .and(ISSUED_CERTIFICATE.USE.eq(one.use().word()))
                .and(ISSUED_CERTIFICATE.ID.lt(one.id()))
                .and(ISSUED_CERTIFICATE.SUPERSEDED_AT.isNull())
                .execute();
    }

    private static <T> void update(Tx tx, IssuedCertificate one, Field<T> field, T value) {
        tx.sql().update(ISSUED_CERTIFICATE).set(field, value).where(of(one)).execute();
    }

    private static Condition of(IssuedCertificate one) {
        return ISSUED_CERTIFICATE.TENANT_ID.eq(one.tenant()).and(ISSUED_CERTIFICATE.ID.eq(one.id()));
    }

    static IssuedCertificate read(IssuedCertificateRecord row) {
        Instant revoked = row.getRevokedAt();
        Instant asked = row.getRenewalAskedAt();
        return new IssuedCertificate(
                row.getId(),
                row.getTenantId(),
                row.getStationId(),
                row.getIdentity(),
                row.getAuthorityId(),
                row.getRequestId(),
                SignedFor.of(row.getUse()).orElse(SignedFor.STATION),
                new IssuedCertificate.Content(
                        row.getSerialNumber(),
                        row.getSubject(),
                        row.getIssuer(),
                        row.getChainPem(),
                        row.getBeginsAt(),
                        row.getEndsAt()),
                new Life(
                        row.getIssuedAt(),
                        row.getAnswer(),
                        row.getAnsweredAt(),
                        row.getFirstUsedAt(),
                        row.getSupersededAt(),
                        revoked == null
                                ? null
                                : new Revocation(
                                        revoked,
                                        String.valueOf(row.getRevokedBy()),
                                        RevocationReason.ofRow(String.valueOf(row.getRevocationReason()))),
                        asked == null ? null : new Renewal(asked, row.getRenewalFailure())));
    }
}
