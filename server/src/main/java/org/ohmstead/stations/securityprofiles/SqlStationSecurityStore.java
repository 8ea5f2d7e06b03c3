package org.ohmstead.stations.securityprofiles;

import static org.ohmstead.db.schema.Tables.SECURITY_UPGRADE;
import static org.ohmstead.db.schema.Tables.STATION_SECURITY;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.Recording;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.SecurityUpgradeRecord;
import org.ohmstead.db.schema.tables.records.StationSecurityRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.nodes.Invalidations;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.credentials.PasswordForm;

/** The rows of stations' security, and of their ways to a higher profile. */
@Singleton
public class SqlStationSecurityStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlStationSecurityStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    Invalidations invalidations() {
        return commits.node().invalidations();
    }

    StationSecurity of(StationRef station) {
        return read(database.read(station.scope()), station);
    }

    /**
     * Changes it, with the event of an upgrade that comes into another state by it.
     *
     * @param entry what is recorded of it where anything changes; null: nothing
     */
    void change(StationRef station, UnaryOperator<StationSecurity> change, Recording by, @Nullable AuditEntry entry) {
        commits.write(station.scope(), station.id(), tx -> {
            StationSecurity before = read(tx.sql(), station);
            StationSecurity after = change.apply(before);
            if (after.equals(before)) {
                return false;
            }
            put(tx, station, after);
            SecurityUpgrade upgrade = after.upgrade();
            if (upgrade != null && !upgrade.equals(before.upgrade())) {
                put(tx, station, upgrade);
            }
            if (entry != null) {
                by.record(tx, entry);
            }
            return true;
        });
    }

    private static void put(Tx tx, StationRef station, StationSecurity security) {
        PasswordHash token = security.token();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(STATION_SECURITY.SECURITY_PROFILE, security.profile());
        values.put(STATION_SECURITY.HIGHEST_PROFILE, security.highest());
        values.put(STATION_SECURITY.IS_EXPIRED_ALLOWED, security.expiredAllowed());
        values.put(STATION_SECURITY.TOKEN_HASH, token == null ? null : token.text());
        values.put(STATION_SECURITY.CERTIFICATE_NAME, security.certificateName());
        values.putAll(columns(security.last()));
        values.put(STATION_SECURITY.LAST_CHANGED_AT, security.lastChangedAt());
        tx.sql()
                .insertInto(STATION_SECURITY)
                .set(STATION_SECURITY.TENANT_ID, station.tenant())
                .set(STATION_SECURITY.STATION_ID, station.id())
                .set(values)
                .onConflict(STATION_SECURITY.TENANT_ID, STATION_SECURITY.STATION_ID)
                .doUpdate()
                .set(values)
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> columns(@Nullable Contact last) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        if (last != null) {
            PasswordForm form = last.passwordForm();
            Contact.Certificate certificate = last.certificate();
            values.put(STATION_SECURITY.LAST_PROFILE, last.profile());
            values.put(STATION_SECURITY.LAST_PROOF, last.proof().word());
            values.put(STATION_SECURITY.LAST_IS_TLS, last.tls());
            values.put(STATION_SECURITY.LAST_PASSWORD_FORM, form == null ? null : form.word());
            values.put(STATION_SECURITY.LAST_CERTIFICATE_SUBJECT, certificate == null ? null : certificate.subject());
            values.put(STATION_SECURITY.LAST_CERTIFICATE_NAME, certificate == null ? null : certificate.commonName());
            values.put(STATION_SECURITY.LAST_CERTIFICATE_UNTIL_AT, certificate == null ? null : certificate.until());
        }
        return values;
    }

    private void put(Tx tx, StationRef station, SecurityUpgrade upgrade) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(SECURITY_UPGRADE.PROFILE, upgrade.profile());
        values.put(SECURITY_UPGRADE.PROFILE_BEFORE, upgrade.before());
        values.put(SECURITY_UPGRADE.SLOT, upgrade.slot());
        values.put(SECURITY_UPGRADE.STATE, upgrade.state().word());
        values.put(SECURITY_UPGRADE.REASON, upgrade.reason());
        values.put(SECURITY_UPGRADE.ACTOR, upgrade.by());
        values.put(SECURITY_UPGRADE.BEGAN_AT, upgrade.beganAt());
        values.put(SECURITY_UPGRADE.CHANGED_AT, upgrade.changedAt());
        tx.sql()
                .insertInto(SECURITY_UPGRADE)
                .set(SECURITY_UPGRADE.TENANT_ID, station.tenant())
                .set(SECURITY_UPGRADE.STATION_ID, station.id())
                .set(values)
                .onConflict(SECURITY_UPGRADE.TENANT_ID, SECURITY_UPGRADE.STATION_ID)
                .doUpdate()
                .set(values)
                .execute();
        outbox.append(
                tx,
                new SecurityUpgraded(
                        station.tenant(),
                        station.id(),
                        upgrade.changedAt(),
                        station.identity(),
                        upgrade.profile(),
                        upgrade.before(),
                        upgrade.state().word(),
                        upgrade.reason(),
                        upgrade.by()));
    }

    /** Its connection was closed because its serial number is not the one of its certificate. */
    void mismatched(StationRef station, CertificateMismatched event) {
        commits.write(station.scope(), station.id(), tx -> {
            outbox.append(tx, event);
            return true;
        });
    }

    private static StationSecurity read(DSLContext sql, StationRef station) {
        SecurityUpgrade upgrade = sql.selectFrom(SECURITY_UPGRADE)
                .where(SECURITY_UPGRADE.TENANT_ID.eq(station.tenant()))
                .and(SECURITY_UPGRADE.STATION_ID.eq(station.id()))
                .fetchOptional(SqlStationSecurityStore::upgrade)
                .orElse(null);
        return sql.selectFrom(STATION_SECURITY)
                .where(STATION_SECURITY.TENANT_ID.eq(station.tenant()))
                .and(STATION_SECURITY.STATION_ID.eq(station.id()))
                .fetchOptional(row -> security(row, upgrade))
                .orElseGet(() -> upgrade == null ? StationSecurity.NONE : StationSecurity.NONE.withUpgrade(upgrade));
    }

    private static StationSecurity security(StationSecurityRecord row, @Nullable SecurityUpgrade upgrade) {
        return new StationSecurity(
                row.getSecurityProfile(),
                row.getHighestProfile(),
                row.getIsExpiredAllowed(),
                Optional.ofNullable(row.getTokenHash()).map(PasswordHash::new).orElse(null),
                row.getCertificateName(),
                row.getLastProfile() == null ? null : contact(row),
                row.getLastChangedAt(),
                upgrade);
    }

    private static Contact contact(StationSecurityRecord row) {
        String form = row.getLastPasswordForm();
        String subject = row.getLastCertificateSubject();
        return new Contact(
                row.getLastProfile(),
                Proof.of(row.getLastProof()),
                row.getLastIsTls(),
                form == null ? null : PasswordForm.valueOf(form.toUpperCase(Locale.ROOT)),
                subject == null
                        ? null
                        : new Contact.Certificate(
                                subject,
                                Optional.ofNullable(row.getLastCertificateName())
                                        .orElse(""),
                                row.getLastCertificateUntilAt()));
    }

    private static SecurityUpgrade upgrade(SecurityUpgradeRecord row) {
        return new SecurityUpgrade(
                row.getProfile(),
                row.getProfileBefore(),
                row.getSlot(),
                SecurityUpgrade.State.of(row.getState()),
                row.getReason(),
                row.getActor(),
                row.getBeganAt(),
                row.getChangedAt());
    }
}
