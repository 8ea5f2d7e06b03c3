package org.ohmstead.audit;

import org.ohmstead.db.lanes.Tx;

/** {@link AuditLog#record} on somebody's behalf: what a store is handed that makes a change within a unit of its own. */
@FunctionalInterface
public interface Recording {
    /** To be called only where the unit does change something. */
    void record(Tx tx, AuditEntry change);
}
