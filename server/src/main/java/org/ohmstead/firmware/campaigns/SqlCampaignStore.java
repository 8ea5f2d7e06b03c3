package org.ohmstead.firmware.campaigns;

import static org.ohmstead.db.schema.Tables.FIRMWARE_CAMPAIGN;
import static org.ohmstead.db.schema.Tables.FIRMWARE_CAMPAIGN_STATION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.StrictJson;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.FirmwareCampaignRecord;
import org.ohmstead.events.Outbox;
import org.ohmstead.firmware.UpdateOrder;

/** The rows of campaigns. */
@Singleton
public class SqlCampaignStore {
    private static final ObjectMapper JSON = json();

    private final Database database;
    private final GroupCommit commits;
    private final Outbox outbox;

    @Inject
    public SqlCampaignStore(Database database, GroupCommit commits, Outbox outbox) {
        this.database = database;
        this.commits = commits;
        this.outbox = outbox;
    }

    private static ObjectMapper json() {
        ObjectMapper mapper = new ObjectMapper();
        StrictJson.apply(mapper);
        return mapper;
    }

    <T extends @Nullable Object> T write(Scope scope, GroupCommit.Work<T> unit) {
        return commits.write(scope.wholeTenant(), scope.tenant(), unit);
    }

    /** @return its number */
    long insert(Tx tx, Campaign campaign) {
        long id = tx.sql()
                .insertInto(FIRMWARE_CAMPAIGN)
                .set(FIRMWARE_CAMPAIGN.TENANT_ID, campaign.tenant())
                .set(FIRMWARE_CAMPAIGN.NAME, campaign.name())
                .set(FIRMWARE_CAMPAIGN.FILE_ID, campaign.order().file())
                .set(FIRMWARE_CAMPAIGN.ORDER_JSON, text(campaign.order()))
                .set(FIRMWARE_CAMPAIGN.PLAN_JSON, text(campaign.plan()))
                .set(FIRMWARE_CAMPAIGN.STATE, campaign.state().word())
                .set(FIRMWARE_CAMPAIGN.WAVE, campaign.turn().wave())
                .set(FIRMWARE_CAMPAIGN.CREATED_BY, campaign.by())
                .set(FIRMWARE_CAMPAIGN.CREATED_AT, campaign.createdAt())
                .set(FIRMWARE_CAMPAIGN.UPDATED_AT, campaign.createdAt())
                .returningResult(FIRMWARE_CAMPAIGN.ID)
                .fetchSingle()
                .value1();
        outbox.append(
                tx, FirmwareCampaignChanged.of(find(tx, campaign.tenant(), id).orElseThrow()));
        return id;
    }

    /** Tells of it. */
    void update(Tx tx, Campaign campaign) {
        Campaign.Turn turn = campaign.turn();
        tx.sql()
                .update(FIRMWARE_CAMPAIGN)
                .set(FIRMWARE_CAMPAIGN.PLAN_JSON, text(campaign.plan()))
                .set(FIRMWARE_CAMPAIGN.STATE, turn.state().word())
                .set(FIRMWARE_CAMPAIGN.REASON, turn.reason())
                .set(FIRMWARE_CAMPAIGN.WAVE, turn.wave())
                .set(FIRMWARE_CAMPAIGN.WAVE_AT, turn.waveAt())
                .set(FIRMWARE_CAMPAIGN.UPDATED_AT, turn.updatedAt())
                .set(FIRMWARE_CAMPAIGN.ENDED_AT, turn.endedAt())
                .where(FIRMWARE_CAMPAIGN.TENANT_ID.eq(campaign.tenant()), FIRMWARE_CAMPAIGN.ID.eq(campaign.id()))
                .execute();
        outbox.append(tx, FirmwareCampaignChanged.of(campaign));
    }

    Optional<Campaign> find(Scope scope, long id) {
        return database.read(scope)
                .selectFrom(FIRMWARE_CAMPAIGN)
                .where(visible(scope), FIRMWARE_CAMPAIGN.ID.eq(id))
                .fetchOptional(SqlCampaignStore::read);
    }

    static Optional<Campaign> find(Tx tx, long tenant, long id) {
        return tx.sql()
                .selectFrom(FIRMWARE_CAMPAIGN)
                .where(FIRMWARE_CAMPAIGN.TENANT_ID.eq(tenant), FIRMWARE_CAMPAIGN.ID.eq(id))
                .fetchOptional(SqlCampaignStore::read);
    }

    /** One that is not over and hands out a file. */
    static Optional<Campaign> openOf(Tx tx, long tenant, long file) {
        return tx.sql()
                .selectFrom(FIRMWARE_CAMPAIGN)
                .where(FIRMWARE_CAMPAIGN.TENANT_ID.eq(tenant), FIRMWARE_CAMPAIGN.FILE_ID.eq(file))
                .and(FIRMWARE_CAMPAIGN.ENDED_AT.isNull())
                .limit(1)
                .fetchOptional(SqlCampaignStore::read);
    }

    /** Of all tenants, that are not over, or were stopped while updates were under way. */
    List<Campaign> open() {
        return database.read(Scope.everywhere())
                .selectFrom(FIRMWARE_CAMPAIGN)
                .where(FIRMWARE_CAMPAIGN.ENDED_AT.isNull())
                .or(DSL.exists(DSL.selectOne()
                        .from(FIRMWARE_CAMPAIGN_STATION)
                        .where(FIRMWARE_CAMPAIGN_STATION.CAMPAIGN_ID.eq(FIRMWARE_CAMPAIGN.ID))
                        .and(FIRMWARE_CAMPAIGN_STATION.STATE.eq(MemberState.RUNNING.word()))))
                .orderBy(FIRMWARE_CAMPAIGN.ID)
                .fetch(SqlCampaignStore::read);
    }

    /** The newest first. */
    List<Campaign> page(Scope scope, int rows, @Nullable Cursor after) {
        return database.read(scope)
                .selectFrom(FIRMWARE_CAMPAIGN)
                .where(visible(scope))
                .and(after == null ? DSL.noCondition() : FIRMWARE_CAMPAIGN.ID.lt(after.id()))
                .orderBy(FIRMWARE_CAMPAIGN.ID.desc())
                .limit(rows)
                .fetch(SqlCampaignStore::read);
    }

    /** Who is limited to groups sees those that one of their stations takes part in. */
    private static Condition visible(Scope scope) {
        Condition ofTenant = scope.of(FIRMWARE_CAMPAIGN.TENANT_ID);
        return !scope.isLimited()
                ? ofTenant
                : ofTenant.and(DSL.exists(DSL.selectOne()
                        .from(FIRMWARE_CAMPAIGN_STATION)
                        .where(FIRMWARE_CAMPAIGN_STATION.CAMPAIGN_ID.eq(FIRMWARE_CAMPAIGN.ID))
                        .and(scope.of(FIRMWARE_CAMPAIGN_STATION.TENANT_ID, FIRMWARE_CAMPAIGN_STATION.STATION_ID))));
    }

    void pruneBefore(Instant end) {
        new OldRows(FIRMWARE_CAMPAIGN, FIRMWARE_CAMPAIGN.ID, FIRMWARE_CAMPAIGN.ENDED_AT, SmallSteps.ROWS)
                .deleteBefore(end, database, commits);
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a record can be written", e);
        }
    }

    private static <T> T value(String json, Class<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the row of a campaign cannot be read: " + json, e);
        }
    }

    private static Campaign read(FirmwareCampaignRecord row) {
        return new Campaign(
                row.getId(),
                row.getTenantId(),
                row.getName(),
                value(row.getOrderJson(), UpdateOrder.class),
                value(row.getPlanJson(), CampaignPlan.class),
                new Campaign.Turn(
                        CampaignState.of(row.getState()),
                        row.getReason(),
                        row.getWave(),
                        row.getWaveAt(),
                        row.getUpdatedAt(),
                        row.getEndedAt()),
                row.getCreatedBy(),
                row.getCreatedAt());
    }
}
