package org.ohmstead.billing.profile;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;

/** How organisations bill. A change counts for what is made from then on. */
@Singleton
public class BillingProfiles {
    private final SqlBillingProfileStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public BillingProfiles(SqlBillingProfileStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    public BillingProfile of(Scope scope) {
        return store.find(scope).orElse(BillingProfile.DEFAULT);
    }

    BillingProfile change(Actor by, UnaryOperator<BillingProfile> change) {
        return store.write(by.scope(), tx -> {
            BillingProfile before = store.find(tx, by.scope()).orElse(BillingProfile.DEFAULT);
            BillingProfile after = change.apply(before);
            store.put(tx, by.tenant(), after, clock.instant().truncatedTo(ChronoUnit.MICROS));
            audit.record(tx, by, AuditEntry.changed("billing-profile", by.tenant(), fields(before), fields(after)));
            return after;
        });
    }

    /** Without the picture. */
    private static Map<String, @Nullable Object> fields(BillingProfile profile) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        Seller seller = profile.seller();
        fields.put("invoicing", profile.invoicing().word());
        fields.put("name", seller.name());
        fields.put("address", seller.address());
        fields.put("vatNumber", seller.vatNumber());
        fields.put("registration", seller.registration());
        fields.put("footer", seller.footer());
        fields.put("timeZone", profile.zone().getId());
        fields.put("invoiceSeries", profile.series().invoices());
        fields.put("creditSeries", profile.series().creditNotes());
        fields.put("dueDays", profile.dueDays());
        fields.put("overdraft", profile.overdraft());
        return fields;
    }
}
