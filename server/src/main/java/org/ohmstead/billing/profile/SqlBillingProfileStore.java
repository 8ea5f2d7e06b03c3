package org.ohmstead.billing.profile;

import static org.ohmstead.db.schema.Tables.BILLING_PROFILE;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.BillingProfileRecord;

/** The rows of profiles: one of each organisation that has said something. */
@Singleton
public class SqlBillingProfileStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlBillingProfileStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    <T> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope, GroupCommit.BACKGROUND, unit);
    }

    Optional<BillingProfile> find(Scope scope) {
        return find(database.read(scope), scope);
    }

    Optional<BillingProfile> find(Tx tx, Scope scope) {
        return find(tx.sql(), scope);
    }

    private static Optional<BillingProfile> find(DSLContext sql, Scope scope) {
        return sql.selectFrom(BILLING_PROFILE)
                .where(scope.of(BILLING_PROFILE.TENANT_ID))
                .fetchOptional(SqlBillingProfileStore::read);
    }

    void put(Tx tx, long tenant, BillingProfile profile, Instant now) {
        Map<Field<?>, @Nullable Object> columns = columns(profile, now);
        tx.sql()
                .insertInto(BILLING_PROFILE)
                .set(BILLING_PROFILE.TENANT_ID, tenant)
                .set(columns)
                .onConflict(BILLING_PROFILE.TENANT_ID)
                .doUpdate()
                .set(columns)
                .execute();
    }

    private static Map<Field<?>, @Nullable Object> columns(BillingProfile profile, Instant now) {
        Seller seller = profile.seller();
        Logo logo = profile.logo();
        Map<Field<?>, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(BILLING_PROFILE.INVOICING, profile.invoicing().word());
        columns.put(BILLING_PROFILE.NAME, seller.name());
        columns.put(BILLING_PROFILE.ADDRESS, seller.address());
        columns.put(BILLING_PROFILE.VAT_NUMBER, seller.vatNumber());
        columns.put(BILLING_PROFILE.REGISTRATION, seller.registration());
        columns.put(BILLING_PROFILE.EMAIL, seller.email());
        columns.put(BILLING_PROFILE.FOOTER, seller.footer());
        columns.put(BILLING_PROFILE.LANGUAGE, profile.language());
        columns.put(BILLING_PROFILE.TIME_ZONE, profile.zone().getId());
        columns.put(BILLING_PROFILE.INVOICE_SERIES, profile.series().invoices());
        columns.put(BILLING_PROFILE.CREDIT_SERIES, profile.series().creditNotes());
        columns.put(BILLING_PROFILE.DUE_DAYS, profile.dueDays());
        columns.put(BILLING_PROFILE.IS_OVERDRAFT_ALLOWED, profile.overdraft());
        columns.put(BILLING_PROFILE.LOGO_TYPE, logo == null ? null : logo.mediaType());
        columns.put(BILLING_PROFILE.LOGO_BASE64, logo == null ? null : logo.base64());
        columns.put(BILLING_PROFILE.UPDATED_AT, now);
        return columns;
    }

    private static BillingProfile read(BillingProfileRecord row) {
        String type = row.getLogoType();
        String base64 = row.getLogoBase64();
        return new BillingProfile(
                Invoicing.of(row.getInvoicing()),
                new Seller(
                        row.getName(),
                        row.getAddress(),
                        row.getVatNumber(),
                        row.getRegistration(),
                        row.getEmail(),
                        row.getFooter()),
                row.getLanguage(),
                ZoneId.of(row.getTimeZone()),
                new BillingProfile.Series(row.getInvoiceSeries(), row.getCreditSeries()),
                row.getDueDays(),
                row.getIsOverdraftAllowed(),
                type == null || base64 == null ? null : new Logo(type, base64));
    }
}
