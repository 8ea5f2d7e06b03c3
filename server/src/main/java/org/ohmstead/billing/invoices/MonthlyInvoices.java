package org.ohmstead.billing.invoices;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.billing.profile.BillingProfile;
import org.ohmstead.billing.profile.Invoicing;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.Tenants;

/** Collects what was charged in the months that are over. A turn that was cut off goes on where it was: what is invoiced is so. */
@Singleton
public class MonthlyInvoices implements RecurringJobs {
    private static final String NAME = "monthly-invoices";
    private static final int TENANTS = 100;

    private final Invoices invoices;
    private final Tenants tenants;
    private final Clock clock;

    @Inject
    public MonthlyInvoices(Invoices invoices, Tenants tenants, Clock clock) {
        this.invoices = invoices;
        this.tenants = tenants;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(Duration.ofHours(1), Duration.ofMinutes(2), NAME, this::collect));
    }

    /** Of all organisations that want it. */
    void collect() {
        Cursor after = null;
        List<RegisteredTenant> some = some(after);
        while (!some.isEmpty() && !Thread.currentThread().isInterrupted()) {
            some.forEach(tenant -> collect(tenant.id()));
            after = Cursor.at(some.getLast().id());
            some = some(after);
        }
    }

    private List<RegisteredTenant> some(@Nullable Cursor after) {
        return tenants.after(null, TENANTS, after);
    }

    private void collect(long tenant) {
        Actor server = Actor.server(tenant, NAME);
        BillingProfile profile = invoices.profile(server.scope());
        if (profile.invoicing() == Invoicing.MONTH) {
            invoices.collect(server, null, monthsBeginning(profile));
        }
    }

    private Instant monthsBeginning(BillingProfile profile) {
        return clock.instant()
                .atZone(profile.zone())
                .toLocalDate()
                .withDayOfMonth(1)
                .atStartOfDay(profile.zone())
                .toInstant();
    }
}
