package org.ohmstead.configuration.desired;

import static org.ohmstead.db.schema.Tables.DESIRED_SETTING;
import static org.ohmstead.db.schema.Tables.STATION_GROUP_MEMBER;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.stations.StationRef;

/** The table of what stations are to be set to. */
@Singleton
public class SqlDesiredSettingStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlDesiredSettingStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** A unit of work about an owner. */
    <T> T write(Scope scope, Owner owner, GroupCommit.Work<T> unit) {
        return switch (owner) {
            case Owner.OfStation of ->
                commits.write(of.station().scope(), of.station().id(), unit);
            case Owner.OfGroup _ -> commits.write(scope.wholeTenant(), GroupCommit.BACKGROUND, unit);
        };
    }

    /** In the order of the addresses. Of an owner that the scope was seen to know. */
    List<DesiredSetting> of(Scope scope, Owner owner) {
        return database.read(scope)
                .selectFrom(DESIRED_SETTING)
                .where(scope.of(DESIRED_SETTING.TENANT_ID))
                .and(owned(owner))
                .orderBy(DESIRED_SETTING.ADDRESS_KEY)
                .fetch(SqlDesiredSettingStore::read);
    }

    List<DesiredSetting> of(Tx tx, Scope scope, Owner owner) {
        return tx.sql()
                .selectFrom(DESIRED_SETTING)
                .where(scope.of(DESIRED_SETTING.TENANT_ID))
                .and(owned(owner))
                .orderBy(DESIRED_SETTING.ADDRESS_KEY)
                .fetch(SqlDesiredSettingStore::read);
    }

    /** From now on these are all of its own. */
    void replace(Tx tx, Actor by, Owner owner, List<Wanted> wanted, Instant now) {
        tx.sql()
                .deleteFrom(DESIRED_SETTING)
                .where(by.scope().of(DESIRED_SETTING.TENANT_ID))
                .and(owned(owner))
                .execute();
        for (Wanted each : wanted) {
            tx.later(tx.sql()
                    .insertInto(DESIRED_SETTING)
                    .set(DESIRED_SETTING.TENANT_ID, by.tenant())
                    .set(
                            DESIRED_SETTING.STATION_ID,
                            owner instanceof Owner.OfStation of ? of.station().id() : null)
                    .set(DESIRED_SETTING.GROUP_ID, owner instanceof Owner.OfGroup of ? of.number() : null)
                    .set(DESIRED_SETTING.ADDRESS_KEY, each.address().key())
                    .set(DESIRED_SETTING.ADDRESS, each.address().text())
                    .set(DESIRED_SETTING.VALUE, each.value())
                    .set(DESIRED_SETTING.IS_ENFORCED, each.enforce())
                    .set(DESIRED_SETTING.ACTOR, by.word())
                    .set(DESIRED_SETTING.WANTED_AT, now));
        }
    }

    private static Condition owned(Owner owner) {
        return switch (owner) {
            case Owner.OfStation of ->
                DESIRED_SETTING.STATION_ID.eq(of.station().id());
            case Owner.OfGroup of -> DESIRED_SETTING.GROUP_ID.eq(of.number());
        };
    }

    /**
     * What counts for a station: its own before that of its groups, and of several groups that of the one that was made first. By the
     * keys of the addresses, in their order.
     */
    Map<String, DesiredSetting> effective(StationRef station) {
        Condition ofGroups = DESIRED_SETTING.GROUP_ID.in(DSL.select(STATION_GROUP_MEMBER.GROUP_ID)
                .from(STATION_GROUP_MEMBER)
                .where(STATION_GROUP_MEMBER.TENANT_ID.eq(station.tenant()))
                .and(STATION_GROUP_MEMBER.STATION_ID.eq(station.id())));
        List<DesiredSetting> all = database.read(station.scope())
                .selectFrom(DESIRED_SETTING)
                .where(DESIRED_SETTING.TENANT_ID.eq(station.tenant()))
                .and(DESIRED_SETTING.STATION_ID.eq(station.id()).or(ofGroups))
                .orderBy(DESIRED_SETTING.ADDRESS_KEY, DESIRED_SETTING.GROUP_ID)
                .fetch(SqlDesiredSettingStore::read);
        List<DesiredSetting> ownFirst = new ArrayList<>(all);
        ownFirst.sort((one, other) -> Boolean.compare(one.group() != null, other.group() != null));
        Map<String, DesiredSetting> first = new LinkedHashMap<>();
        ownFirst.forEach(each -> first.putIfAbsent(each.address().key(), each));
        Map<String, DesiredSetting> inOrder = new LinkedHashMap<>();
        all.forEach(each -> inOrder.computeIfAbsent(each.address().key(), first::get));
        return inOrder;
    }

    boolean isIn(StationRef station, long group) {
        return database.read(station.scope())
                .fetchExists(
                        STATION_GROUP_MEMBER,
                        STATION_GROUP_MEMBER
                                .TENANT_ID
                                .eq(station.tenant())
                                .and(STATION_GROUP_MEMBER.STATION_ID.eq(station.id()))
                                .and(STATION_GROUP_MEMBER.GROUP_ID.eq(group)));
    }

    private static DesiredSetting read(Record row) {
        return new DesiredSetting(
                Address.parse(row.get(DESIRED_SETTING.ADDRESS)),
                row.get(DESIRED_SETTING.VALUE),
                row.get(DESIRED_SETTING.IS_ENFORCED),
                row.get(DESIRED_SETTING.ACTOR),
                row.get(DESIRED_SETTING.WANTED_AT),
                row.get(DESIRED_SETTING.GROUP_ID));
    }
}
