package org.ohmstead.stations.groups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.SqlGroupRows;
import org.ohmstead.stations.StationRef;

/** Which station is in which group. */
@Singleton
public class GroupMembers {
    private static final int MOST_AT_ONCE = 5_000;

    private final SqlStationGroupStore store;
    private final StationGroups groups;
    private final AuditLog audit;

    @Inject
    public GroupMembers(SqlStationGroupStore store, StationGroups groups, AuditLog audit) {
        this.store = store;
        this.groups = groups;
        this.audit = audit;
    }

    /** Its stations, in the order of their identities. @throws Refused not found */
    public Page<StationGroupMember> page(Scope scope, long id, Limit limit, @Nullable Cursor after) {
        groups.get(scope, id);
        String key = after == null ? null : after.key(0, 1);
        return Page.of(
                store.members(scope, id, key, limit.rows() + 1),
                limit,
                station -> Cursor.at(SqlStationGroupStore.key(station.identity())));
    }

    /** The groups of these stations that the scope knows, by the ids of the stations; those in none are missing. */
    public Map<Long, List<StationGroupName>> of(Scope scope, Collection<StationRef> stations) {
        return store.of(scope, stations.stream().map(StationRef::id).toList());
    }

    /** The ids of all stations that are within a scope. */
    public Set<Long> stationsWithin(Scope scope) {
        return store.within(scope);
    }

    /** Puts a station into it; one that is in it stays. @throws Refused not found or not allowed */
    public void add(Actor by, long id, StationRef station) {
        Scope scope = groups.changeable(by, id);
        store.write(scope, tx -> {
            StationGroups.standing(tx, scope, id);
            if (SqlGroupRows.add(tx, by.tenant(), id, station.id())) {
                audit.record(tx, by, done(id, "station-added", station));
            }
            return null;
        });
    }

    /** Takes a station out of it; one that is not in it stays so. @throws Refused not found or not allowed */
    public void remove(Actor by, long id, StationRef station) {
        Scope scope = groups.changeable(by, id);
        store.write(scope, tx -> {
            StationGroups.standing(tx, scope, id);
            if (SqlStationGroupStore.remove(tx, by.tenant(), id, station.id())) {
                audit.record(tx, by, done(id, "station-removed", station));
            }
            return null;
        });
    }

    /**
     * From now on it has these stations and no others.
     *
     * @param identities in whatever case
     * @throws Refused invalid, naming those that there are not; not found or not allowed
     */
    public StationGroup set(Actor by, long id, Collection<String> identities) {
        Scope scope = groups.changeable(by, id);
        if (identities.size() > MOST_AT_ONCE) {
            throw Refused.invalid(
                    "stations",
                    "stations has " + identities.size() + " entries; allowed are " + MOST_AT_ONCE
                            + ". Put further ones into the group one by one.");
        }
        return store.write(scope, tx -> {
            StationGroups.standing(tx, scope, id);
            replace(tx, by, id, wanted(tx, scope, identities));
            return StationGroups.standing(tx, scope, id);
        });
    }

    private static Map<Long, String> wanted(Tx tx, Scope scope, Collection<String> identities) {
        Set<String> keys = identities.stream().map(SqlStationGroupStore::key).collect(Collectors.toSet());
        Map<Long, String> found = SqlStationGroupStore.stations(tx, scope, keys);
        found.values().forEach(identity -> keys.remove(SqlStationGroupStore.key(identity)));
        if (!keys.isEmpty()) {
            Set<String> missing = new TreeSet<>(identities);
            missing.removeIf(identity -> !keys.contains(SqlStationGroupStore.key(identity)));
            throw Refused.invalid(
                    "stations", "There are no stations " + StationGroups.shown(missing) + ". Nothing was changed.");
        }
        return found;
    }

    private void replace(Tx tx, Actor by, long id, Map<Long, String> after) {
        Map<Long, String> before = SqlStationGroupStore.members(tx, by.scope(), id);
        Set<String> added = new TreeSet<>();
        Set<String> removed = new TreeSet<>();
        after.forEach((station, identity) -> {
            if (!before.containsKey(station) && SqlGroupRows.add(tx, by.tenant(), id, station)) {
                added.add(identity);
            }
        });
        before.forEach((station, identity) -> {
            if (!after.containsKey(station) && SqlStationGroupStore.remove(tx, by.tenant(), id, station)) {
                removed.add(identity);
            }
        });
        if (!added.isEmpty() || !removed.isEmpty()) {
            audit.record(
                    tx,
                    by,
                    AuditEntry.done(
                            StationGroups.ENTITY, id, "stations-replaced", Map.of("added", added, "removed", removed)));
        }
    }

    private static AuditEntry done(long id, String what, StationRef station) {
        return AuditEntry.done(StationGroups.ENTITY, id, what, Map.of("station", station.identity()));
    }
}
