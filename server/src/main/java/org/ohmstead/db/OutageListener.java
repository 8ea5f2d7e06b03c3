package org.ohmstead.db;

import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;

/** Tells callers of a query that the database is away, instead of how jOOQ came to know. */
final class OutageListener implements ExecuteListener {
    @Override
    public void exception(ExecuteContext context) {
        RuntimeException failure = context.exception();
        if (failure != null) {
            context.exception(Outage.told(failure));
        }
    }
}
