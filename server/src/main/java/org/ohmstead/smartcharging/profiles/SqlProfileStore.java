package org.ohmstead.smartcharging.profiles;

import static org.ohmstead.db.schema.Tables.CHARGING_PROFILE;
import static org.ohmstead.db.schema.Tables.STATION;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.ChargingProfileRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.stations.StationRef;

/** The rows of charging profiles. */
@Singleton
public class SqlProfileStore {
    /** More standing ones of a station are not looked at: no station has room for them. */
    static final int MOST = 1_000;

    private static final int PRUNED_AT_ONCE = 200;

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlProfileStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    <T> T write(StationRef station, GroupCommit.Work<T> unit) {
        return commits.write(station.scope(), station.id(), unit);
    }

    /** The newest first. */
    List<StoredProfile> before(StationRef station, ProfileFilter filter, int rows, @Nullable Cursor after) {
        Condition where = where(station, filter);
        return database.read(station.scope())
                .selectFrom(CHARGING_PROFILE)
                .where(after == null ? where : where.and(CHARGING_PROFILE.ID.lt(after.id())))
                .orderBy(CHARGING_PROFILE.ID.desc())
                .limit(rows)
                .fetch(SqlProfileStore::read);
    }

    /** The newest first, within a unit of work. */
    List<StoredProfile> of(Tx tx, StationRef station, ProfileFilter filter) {
        return tx.sql()
                .selectFrom(CHARGING_PROFILE)
                .where(where(station, filter))
                .orderBy(CHARGING_PROFILE.ID.desc())
                .limit(MOST)
                .fetch(SqlProfileStore::read);
    }

    Optional<StoredProfile> byCommand(Tx tx, StationRef station, long command) {
        return tx.sql()
                .selectFrom(CHARGING_PROFILE)
                .where(of(station))
                .and(CHARGING_PROFILE.COMMAND_ID.eq(command))
                .fetchOptional(SqlProfileStore::read);
    }

    Optional<StoredProfile> byCommand(StationRef station, long command) {
        return database.read(station.scope())
                .selectFrom(CHARGING_PROFILE)
                .where(of(station))
                .and(CHARGING_PROFILE.COMMAND_ID.eq(command))
                .fetchOptional(SqlProfileStore::read);
    }

    /** One that is new here; the id of the given one does not count. */
    void insert(Tx tx, StationRef station, StoredProfile profile) {
        tx.sql()
                .insertInto(CHARGING_PROFILE)
                .set(CHARGING_PROFILE.TENANT_ID, station.tenant())
                .set(CHARGING_PROFILE.STATION_ID, station.id())
                .set(CHARGING_PROFILE.CREATED_AT, profile.times().createdAt())
                .set(values(profile))
                .execute();
        tell(tx, station, profile);
    }

    /** As it is now. */
    void update(Tx tx, StationRef station, StoredProfile profile) {
        tx.sql()
                .update(CHARGING_PROFILE)
                .set(values(profile))
                .where(of(station))
                .and(CHARGING_PROFILE.ID.eq(profile.id()))
                .execute();
        tell(tx, station, profile);
    }

    /** It was reported once more, as it is known. */
    void seen(Tx tx, StationRef station, long id, Instant at) {
        tx.sql()
                .update(CHARGING_PROFILE)
                .set(CHARGING_PROFILE.REPORTED_AT, at)
                .where(of(station))
                .and(CHARGING_PROFILE.ID.eq(id))
                .execute();
    }

    private void tell(Tx tx, StationRef station, StoredProfile profile) {
        if (profile.state() != ProfileState.SENT) {
            outbox.append(
                    tx,
                    ChargingProfileChanged.of(station, profile, profile.times().changedAt()));
        }
    }

    private static Map<Field<?>, @Nullable Object> values(StoredProfile profile) {
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(CHARGING_PROFILE.NUMBER, profile.number());
        values.put(CHARGING_PROFILE.EVSE, profile.evse());
        values.put(CHARGING_PROFILE.PURPOSE, profile.purpose());
        values.put(CHARGING_PROFILE.STACK_LEVEL, profile.stackLevel());
        values.put(CHARGING_PROFILE.TRANSACTION_ID, profile.transaction());
        values.put(CHARGING_PROFILE.PROFILE_JSON, profile.profile().toString());
        values.put(CHARGING_PROFILE.SOURCE, profile.source());
        values.put(CHARGING_PROFILE.STATE, profile.state().word());
        values.put(CHARGING_PROFILE.SAID, profile.said());
        values.put(CHARGING_PROFILE.COMMAND_ID, profile.command());
        values.put(CHARGING_PROFILE.ACTOR, profile.actor());
        values.put(CHARGING_PROFILE.ENDS_AT, profile.times().validTo());
        values.put(CHARGING_PROFILE.CHANGED_AT, profile.times().changedAt());
        values.put(CHARGING_PROFILE.REPORTED_AT, profile.times().reportedAt());
        return values;
    }

    /** Stations with profiles whose validity is over. */
    List<StationRef> withEnded(Instant now) {
        return database.read(Scope.everywhere())
                .selectDistinct(STATION.TENANT_ID, STATION.ID, STATION.IDENTITY)
                .from(CHARGING_PROFILE)
                .join(STATION)
                .on(STATION.ID.eq(CHARGING_PROFILE.STATION_ID))
                .where(CHARGING_PROFILE.STATE.in(ProfileState.words(ProfileState.STANDING)))
                .and(CHARGING_PROFILE.ENDS_AT.le(now))
                .limit(MOST)
                .fetch(row -> new StationRef(row.value1(), row.value2(), row.value3()));
    }

    /** Those that became nothing, or have gone, long ago. */
    void pruneBefore(Instant end) {
        Field<Instant> gone = DSL.when(
                CHARGING_PROFILE.STATE.notIn(ProfileState.words(ProfileState.STANDING)), CHARGING_PROFILE.CHANGED_AT);
        new OldRows(CHARGING_PROFILE, CHARGING_PROFILE.ID, gone, PRUNED_AT_ONCE).deleteBefore(end, database, commits);
    }

    private static Condition where(StationRef station, ProfileFilter filter) {
        Condition where = of(station);
        if (filter.number() != null) {
            where = where.and(CHARGING_PROFILE.NUMBER.eq(filter.number()));
        }
        if (filter.evse() != null) {
            where = where.and(CHARGING_PROFILE.EVSE.eq(filter.evse()));
        }
        if (filter.purposes() != null) {
            where = where.and(CHARGING_PROFILE.PURPOSE.in(filter.purposes()));
        }
        if (filter.stackLevel() != null) {
            where = where.and(CHARGING_PROFILE.STACK_LEVEL.eq(filter.stackLevel()));
        }
        if (filter.transaction() != null) {
            where = where.and(CHARGING_PROFILE.TRANSACTION_ID.eq(filter.transaction()));
        }
        return filter.states().isEmpty()
                ? where
                : where.and(CHARGING_PROFILE.STATE.in(ProfileState.words(filter.states())));
    }

    private static Condition of(StationRef station) {
        return CHARGING_PROFILE.TENANT_ID.eq(station.tenant()).and(CHARGING_PROFILE.STATION_ID.eq(station.id()));
    }

    private static StoredProfile read(ChargingProfileRecord row) {
        return new StoredProfile(
                row.getId(),
                row.getNumber(),
                row.getEvse(),
                tree(row.getProfileJson()),
                row.getSource(),
                ProfileState.of(row.getState()),
                row.getSaid(),
                row.getCommandId(),
                row.getActor(),
                new StoredProfile.Times(row.getCreatedAt(), row.getChangedAt(), row.getReportedAt(), row.getEndsAt()));
    }

    private static ObjectNode tree(String json) {
        JsonNode read = StoredJson.read(json);
        return read instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
