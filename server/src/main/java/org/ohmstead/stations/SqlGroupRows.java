package org.ohmstead.stations;

import static org.ohmstead.db.schema.Tables.STATION_GROUP;
import static org.ohmstead.db.schema.Tables.STATION_GROUP_MEMBER;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;

/** Rows of groups that both the register of stations and the groups themselves write. */
public final class SqlGroupRows {
    /** Of ids in a refusal. */
    private static final int SHOWN = 10;

    private SqlGroupRows() {}

    /**
     * A new station, and the groups that it is in.
     *
     * @return false: its identity stands already, perhaps in another case
     * @throws Refused invalid for a group that there is not within the scope
     */
    static boolean create(Tx tx, Scope scope, NewStation station, Instant now) {
        check(tx, scope, "groups", station.groups());
        Optional<Long> id = SqlStationRows.insert(tx, scope.tenant(), station.identity(), station.config(), now);
        id.ifPresent(created -> station.groups().forEach(group -> add(tx, scope.tenant(), group, created)));
        return id.isPresent();
    }

    /** @throws Refused invalid, naming those of these groups that there are not within the scope */
    public static void check(Tx tx, Scope scope, String field, Set<Long> groups) {
        Set<Long> missing = missing(tx, scope, groups);
        if (!missing.isEmpty()) {
            String first = missing.stream().limit(SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
            throw Refused.invalid(
                    field,
                    field + " names station groups that there are not: " + first
                            + (missing.size() > SHOWN ? " and more" : "")
                            + ". GET /api/v1/station-groups lists those that there are.");
        }
    }

    /** Which of these groups there are not within the scope, sorted. */
    private static Set<Long> missing(Tx tx, Scope scope, Set<Long> wanted) {
        Set<Long> missing = new TreeSet<>(wanted);
        if (!missing.isEmpty()) { // a tenant has a thousand of them at most, and a list may name any number
            tx.sql()
                    .select(STATION_GROUP.ID)
                    .from(STATION_GROUP)
                    .where(scope.ofGroup(STATION_GROUP.TENANT_ID, STATION_GROUP.ID))
                    .fetch(STATION_GROUP.ID)
                    .forEach(missing::remove);
        }
        return missing;
    }

    /** @return false: the station is in it already */
    public static boolean add(Tx tx, long tenant, long group, long station) {
        return tx.sql()
                        .insertInto(STATION_GROUP_MEMBER)
                        .set(STATION_GROUP_MEMBER.TENANT_ID, tenant)
                        .set(STATION_GROUP_MEMBER.GROUP_ID, group)
                        .set(STATION_GROUP_MEMBER.STATION_ID, station)
                        .onConflict(
                                STATION_GROUP_MEMBER.GROUP_ID,
                                STATION_GROUP_MEMBER.TENANT_ID,
                                STATION_GROUP_MEMBER.STATION_ID)
                        .doNothing()
                        .execute()
                == 1;
    }
}
