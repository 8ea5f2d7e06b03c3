package org.ohmstead.customers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;

/** Clears away what stations told about customers, soon. */
@Singleton
public class CustomerRetention implements RecurringJobs {
    private final SqlCustomerStore store;
    private final CustomerSettings settings;
    private final Clock clock;

    @Inject
    public CustomerRetention(SqlCustomerStore store, CustomerSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(Recurring.every(
                Duration.ofHours(1), Duration.ofMinutes(1), "customer-information-retention", this::prune));
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }
}
