package org.ohmstead.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.ohmstead.access.Actor;
import org.ohmstead.db.lanes.Tx;

/** Where services record what they change, within the unit of work that changes it: both are on disk, or neither is. */
@Singleton
public final class AuditLog {
    private final Clock clock;
    private final SqlAuditChain chain = new SqlAuditChain();

    @Inject
    public AuditLog(Clock clock) {
        this.clock = clock;
    }

    /** For a store that makes the change. */
    public Recording by(Actor actor) {
        return (tx, change) -> record(tx, actor, change);
    }

    /**
     * Records a change with the unit that makes it. To be called only where the unit does change something: a unit that is run
     * again, because nobody knew whether its commit stands, finds its work done, and has nothing to record.
     *
     * @param actor  who does it; the line belongs to this actor's tenant
     * @param change one in which no field differs is not recorded
     */
    public void record(Tx tx, Actor actor, AuditEntry change) {
        if (!change.isNothing()) {
            tx.lastly(chain, AuditLine.of(actor, clock.instant(), change));
        }
    }
}
