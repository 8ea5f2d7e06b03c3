package org.ohmstead.firmware.campaigns;

import static org.ohmstead.db.schema.Tables.FIRMWARE_CAMPAIGN_STATION;
import static org.ohmstead.db.schema.Tables.FIRMWARE_UPDATE;
import static org.ohmstead.db.schema.Tables.STATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.firmware.UpdateState;
import org.ohmstead.stations.StationRef;

/** The rows of the stations of campaigns, with how far their updates have come. */
@Singleton
public class SqlCampaignMembers {
    private final Database database;

    @Inject
    public SqlCampaignMembers(Database database) {
        this.database = database;
    }

    static void insert(Tx tx, Campaign campaign, long id, List<StationRef> stations) {
        for (int place = 0; place < stations.size(); place++) {
            tx.sql()
                    .insertInto(FIRMWARE_CAMPAIGN_STATION)
                    .set(FIRMWARE_CAMPAIGN_STATION.TENANT_ID, campaign.tenant())
                    .set(FIRMWARE_CAMPAIGN_STATION.CAMPAIGN_ID, id)
                    .set(
                            FIRMWARE_CAMPAIGN_STATION.STATION_ID,
                            stations.get(place).id())
                    .set(FIRMWARE_CAMPAIGN_STATION.PLACE, place)
                    .set(FIRMWARE_CAMPAIGN_STATION.WAVE, campaign.plan().waveOf(place))
                    .set(FIRMWARE_CAMPAIGN_STATION.STATE, MemberState.WAITING.word())
                    .set(FIRMWARE_CAMPAIGN_STATION.UPDATED_AT, campaign.createdAt())
                    .execute();
        }
    }

    /** What became of one. @param update null: stays */
    record Change(
            MemberState state,
            @Nullable Long update,
            @Nullable String reason) {}

    /** @param from that it must still be in */
    static void change(Tx tx, Campaign campaign, StationRef station, MemberState from, Change change, Instant now) {
        tx.sql()
                .update(FIRMWARE_CAMPAIGN_STATION)
                .set(FIRMWARE_CAMPAIGN_STATION.STATE, change.state().word())
                .set(
                        FIRMWARE_CAMPAIGN_STATION.UPDATE_ID,
                        change.update() == null ? FIRMWARE_CAMPAIGN_STATION.UPDATE_ID : DSL.val(change.update()))
                .set(FIRMWARE_CAMPAIGN_STATION.REASON, change.reason())
                .set(FIRMWARE_CAMPAIGN_STATION.UPDATED_AT, now)
                .where(of(campaign), FIRMWARE_CAMPAIGN_STATION.STATION_ID.eq(station.id()))
                .and(FIRMWARE_CAMPAIGN_STATION.STATE.eq(from.word()))
                .execute();
    }

    /** All that have not had their turn. */
    static void skip(Tx tx, Campaign campaign, String why, Instant now) {
        tx.sql()
                .update(FIRMWARE_CAMPAIGN_STATION)
                .set(FIRMWARE_CAMPAIGN_STATION.STATE, MemberState.SKIPPED.word())
                .set(FIRMWARE_CAMPAIGN_STATION.REASON, why)
                .set(FIRMWARE_CAMPAIGN_STATION.UPDATED_AT, now)
                .where(of(campaign), FIRMWARE_CAMPAIGN_STATION.STATE.eq(MemberState.WAITING.word()))
                .execute();
    }

    private static Condition of(Campaign campaign) {
        return FIRMWARE_CAMPAIGN_STATION
                .TENANT_ID
                .eq(campaign.tenant())
                .and(FIRMWARE_CAMPAIGN_STATION.CAMPAIGN_ID.eq(campaign.id()));
    }

    CampaignCounts counts(Scope scope, Campaign campaign, @Nullable Integer wave) {
        Map<MemberState, Integer> counts = new EnumMap<>(MemberState.class);
        database.read(scope)
                .select(FIRMWARE_CAMPAIGN_STATION.STATE, DSL.count())
                .from(FIRMWARE_CAMPAIGN_STATION)
                .where(
                        of(campaign),
                        scope.of(FIRMWARE_CAMPAIGN_STATION.TENANT_ID, FIRMWARE_CAMPAIGN_STATION.STATION_ID))
                .and(wave == null ? DSL.noCondition() : FIRMWARE_CAMPAIGN_STATION.WAVE.eq(wave))
                .groupBy(FIRMWARE_CAMPAIGN_STATION.STATE)
                .forEach(row -> counts.put(MemberState.of(row.value1()), row.value2()));
        return CampaignCounts.of(counts);
    }

    int lastWave(Scope scope, Campaign campaign) {
        Integer last = database.read(scope)
                .select(DSL.max(FIRMWARE_CAMPAIGN_STATION.WAVE))
                .from(FIRMWARE_CAMPAIGN_STATION)
                .where(of(campaign))
                .fetchSingle()
                .value1();
        return last == null ? 0 : last;
    }

    /** Those of a campaign that stand so, in their order. @param wave null: of all */
    List<CampaignMember> in(Scope scope, Campaign campaign, MemberState state, @Nullable Integer wave, int rows) {
        return select(database.read(scope), of(campaign).and(FIRMWARE_CAMPAIGN_STATION.STATE.eq(state.word())))
                .and(wave == null ? DSL.noCondition() : FIRMWARE_CAMPAIGN_STATION.WAVE.eq(wave))
                .orderBy(FIRMWARE_CAMPAIGN_STATION.PLACE)
                .limit(rows)
                .fetch(SqlCampaignMembers::read);
    }

    List<CampaignMember> page(Scope scope, Campaign campaign, int rows, @Nullable Cursor after) {
        return select(
                        database.read(scope),
                        of(campaign)
                                .and(scope.of(
                                        FIRMWARE_CAMPAIGN_STATION.TENANT_ID, FIRMWARE_CAMPAIGN_STATION.STATION_ID)))
                .and(after == null ? DSL.noCondition() : FIRMWARE_CAMPAIGN_STATION.PLACE.gt(after.number(0, 1)))
                .orderBy(FIRMWARE_CAMPAIGN_STATION.PLACE)
                .limit(rows)
                .fetch(SqlCampaignMembers::read);
    }

    private static SelectConditionStep<Record> select(DSLContext sql, Condition where) {
        return sql.select(FIRMWARE_CAMPAIGN_STATION.fields())
                .select(STATION.IDENTITY, FIRMWARE_UPDATE.STATE, FIRMWARE_UPDATE.REASON, FIRMWARE_UPDATE.COMMAND_ID)
                .from(FIRMWARE_CAMPAIGN_STATION)
                .join(STATION)
                .on(STATION.ID.eq(FIRMWARE_CAMPAIGN_STATION.STATION_ID))
                .leftJoin(FIRMWARE_UPDATE)
                .on(
                        FIRMWARE_UPDATE.ID.eq(FIRMWARE_CAMPAIGN_STATION.UPDATE_ID),
                        FIRMWARE_UPDATE.TENANT_ID.eq(FIRMWARE_CAMPAIGN_STATION.TENANT_ID))
                .where(where);
    }

    private static CampaignMember read(Record row) {
        String update = row.get(FIRMWARE_UPDATE.STATE);
        String own = row.get(FIRMWARE_CAMPAIGN_STATION.REASON);
        return new CampaignMember(
                new StationRef(
                        row.get(FIRMWARE_CAMPAIGN_STATION.TENANT_ID),
                        row.get(FIRMWARE_CAMPAIGN_STATION.STATION_ID),
                        row.get(STATION.IDENTITY)),
                row.get(FIRMWARE_CAMPAIGN_STATION.PLACE),
                row.get(FIRMWARE_CAMPAIGN_STATION.WAVE),
                MemberState.of(row.get(FIRMWARE_CAMPAIGN_STATION.STATE)),
                row.get(FIRMWARE_CAMPAIGN_STATION.UPDATE_ID),
                update == null ? null : UpdateState.of(update),
                row.get(FIRMWARE_UPDATE.COMMAND_ID),
                own == null ? row.get(FIRMWARE_UPDATE.REASON) : own,
                row.get(FIRMWARE_CAMPAIGN_STATION.UPDATED_AT));
    }
}
