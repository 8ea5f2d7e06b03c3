package org.ohmstead.networkprofiles;

import static org.ohmstead.db.schema.Tables.NETWORK_PROFILE;
import static org.ohmstead.db.schema.Tables.NETWORK_SWITCH;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The tables of slots and of moves between them. */
@Singleton
public class SqlNetworkProfileStore {
    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlNetworkProfileStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    void put(Tx tx, StationRef station, NetworkProfile profile) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(NETWORK_PROFILE.PROFILE_JSON, profile.profile().toString());
        values.put(NETWORK_PROFILE.STATE, profile.state().word());
        values.put(NETWORK_PROFILE.REASON, profile.reason());
        values.put(NETWORK_PROFILE.ACTOR, profile.by());
        values.put(NETWORK_PROFILE.COMMAND_ID, profile.command());
        values.put(NETWORK_PROFILE.SENT_AT, profile.sentAt());
        values.put(NETWORK_PROFILE.ANSWERED_AT, profile.answeredAt());
        tx.sql()
                .insertInto(NETWORK_PROFILE)
                .set(NETWORK_PROFILE.TENANT_ID, station.tenant())
                .set(NETWORK_PROFILE.STATION_ID, station.id())
                .set(NETWORK_PROFILE.SLOT, profile.slot())
                .set(values)
                .onConflict(NETWORK_PROFILE.TENANT_ID, NETWORK_PROFILE.STATION_ID, NETWORK_PROFILE.SLOT)
                .doUpdate()
                .set(values)
                .execute();
    }

    /** In the order of the slots. */
    List<NetworkProfile> of(Scope scope, StationRef station) {
        return database.read(scope)
                .selectFrom(NETWORK_PROFILE)
                .where(scope.of(NETWORK_PROFILE.TENANT_ID, NETWORK_PROFILE.STATION_ID))
                .and(NETWORK_PROFILE.STATION_ID.eq(station.id()))
                .orderBy(NETWORK_PROFILE.SLOT)
                .fetch(row -> new NetworkProfile(
                        row.getSlot(),
                        StoredJson.read(row.getProfileJson()),
                        NetworkProfile.State.of(row.getState()),
                        row.getReason(),
                        row.getActor(),
                        row.getCommandId(),
                        row.getSentAt(),
                        row.getAnsweredAt()));
    }

    Optional<NetworkSwitch> lastSwitch(Scope scope, StationRef station) {
        return database.read(scope)
                .selectFrom(NETWORK_SWITCH)
                .where(scope.of(NETWORK_SWITCH.TENANT_ID, NETWORK_SWITCH.STATION_ID))
                .and(NETWORK_SWITCH.STATION_ID.eq(station.id()))
                .fetchOptional(row -> new NetworkSwitch(
                        row.getSlot(),
                        row.getSlotBefore(),
                        row.getPriority(),
                        NetworkSwitch.State.of(row.getState()),
                        row.getReason(),
                        row.getActor(),
                        row.getBeganAt(),
                        row.getChangedAt()));
    }

    /** With its event. */
    void put(StationRef station, NetworkSwitch move) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(NETWORK_SWITCH.SLOT, move.slot());
        values.put(NETWORK_SWITCH.SLOT_BEFORE, move.before());
        values.put(NETWORK_SWITCH.PRIORITY, move.priority());
        values.put(NETWORK_SWITCH.STATE, move.state().word());
        values.put(NETWORK_SWITCH.REASON, move.reason());
        values.put(NETWORK_SWITCH.ACTOR, move.by());
        values.put(NETWORK_SWITCH.BEGAN_AT, move.beganAt());
        values.put(NETWORK_SWITCH.CHANGED_AT, move.changedAt());
        commits.write(station.scope(), station.id(), tx -> {
            tx.sql()
                    .insertInto(NETWORK_SWITCH)
                    .set(NETWORK_SWITCH.TENANT_ID, station.tenant())
                    .set(NETWORK_SWITCH.STATION_ID, station.id())
                    .set(values)
                    .onConflict(NETWORK_SWITCH.TENANT_ID, NETWORK_SWITCH.STATION_ID)
                    .doUpdate()
                    .set(values)
                    .execute();
            outbox.append(
                    tx,
                    new NetworkSwitched(
                            station.tenant(),
                            station.id(),
                            move.changedAt(),
                            station.identity(),
                            move.slot(),
                            move.state().word(),
                            move.reason(),
                            move.by()));
            return true;
        });
    }
}
