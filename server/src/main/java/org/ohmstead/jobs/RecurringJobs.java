package org.ohmstead.jobs;

import java.util.List;

/** Has something to do every so often. A bean that implements it is found by itself. */
public interface RecurringJobs {
    List<Recurring> recurringJobs();
}
