package org.ohmstead.stations.capabilities;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.StationChanges;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** Forgets what a station could not do, so that it is asked again. */
@Singleton
public class UnsupportedActions {
    private final Stations stations;
    private final GroupCommit commits;
    private final AuditLog audit;

    @Inject
    public UnsupportedActions(Stations stations, GroupCommit commits, AuditLog audit) {
        this.stations = stations;
        this.commits = commits;
        this.audit = audit;
    }

    /** @param action null: all of them. One that is not remembered is forgotten without a word */
    public void forget(Actor by, StationRef station, @Nullable String action) {
        commits.write(station.scope(), station.id(), tx -> {
            List<String> forgotten = SqlUnsupportedActions.forget(tx, station, action);
            if (!forgotten.isEmpty()) {
                audit.record(
                        tx,
                        by,
                        StationChanges.done(station, "unsupported-actions-forgotten", Map.of("actions", forgotten)));
            }
            return null;
        });
        stations.changed(station);
    }
}
