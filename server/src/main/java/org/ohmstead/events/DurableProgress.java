package org.ohmstead.events;

import java.util.List;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;

/** Kept in the database, all of it in one transaction, as long as the node has claimed the listener. */
record DurableProgress(
        String listener, Claims claims, SqlCursors cursors, SqlUndelivered undelivered, GroupCommit commits)
        implements ListenerProgress {

    @Override
    public long claim() {
        return claims.of(listener);
    }

    @Override
    public long position() {
        return cursors.position(listener);
    }

    @Override
    public List<HeldEvent> held() {
        return undelivered.held(listener);
    }

    @Override
    public boolean keep(long position, List<HeldEvent> changed, List<HeldEvent> taken) {
        boolean ours = commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            if (!cursors.move(tx, listener, position)) {
                return false;
            }
            changed.forEach(held -> undelivered.keep(tx, listener, held));
            taken.forEach(held -> undelivered.forget(tx, listener, held.event()));
            return true;
        });
        if (!ours) {
            claims.lost(listener);
        }
        return ours;
    }
}
