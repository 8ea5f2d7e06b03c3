package org.ohmstead.iso15118.checks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;

/** What organisations let pass of contract certificates while they test. */
@Singleton
public class Leniencies {
    private static final System.Logger LOG = System.getLogger(Leniencies.class.getName());

    private final SqlLeniencyStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Leniencies(SqlLeniencyStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    Leniency of(Scope scope) {
        return store.of(scope);
    }

    Leniency set(Actor by, Leniency wanted) {
        by.checkSeesAll("How contracts are checked");
        Leniency now = store.change(
                by.scope().wholeTenant(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                before -> wanted,
                (tx, before, after) -> audit.record(
                        tx,
                        by,
                        AuditEntry.changed(
                                "contract-leniency", "own", LeniencyBody.of(before), LeniencyBody.of(after))));
        String warning = now.warning();
        if (warning != null) {
            LOG.log(System.Logger.Level.WARNING, "tenant=" + by.tenant() + " " + warning);
        }
        return now;
    }
}
