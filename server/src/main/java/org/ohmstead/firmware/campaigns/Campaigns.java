package org.ohmstead.firmware.campaigns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
import org.ohmstead.files.FileHolders;
import org.ohmstead.files.StoredFile;
import org.ohmstead.firmware.UpdateOrder;
import org.ohmstead.stations.StationRef;

/** Campaigns as operators begin, watch and steer them; {@link CampaignRunner} does the work. */
@Singleton
public class Campaigns implements FileHolders {
    private static final String ENTITY = "firmware-campaign";

    private final SqlCampaignStore store;
    private final SqlCampaignMembers members;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Campaigns(SqlCampaignStore store, SqlCampaignMembers members, AuditLog audit, Clock clock) {
        this.store = store;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /** Begins a campaign. @param stations in the order in which they have their turn */
    Campaign begin(Actor by, String name, UpdateOrder order, CampaignPlan plan, List<StationRef> stations) {
        Instant now = now();
        order.check(now);
        Campaign begun = new Campaign(0, by.tenant(), name, order, plan, Campaign.Turn.first(now), by.word(), now);
        long id = store.write(by.scope(), tx -> {
            long number = store.insert(tx, begun);
            SqlCampaignMembers.insert(tx, begun, number, stations);
            audit.record(tx, by, AuditEntry.created(ENTITY, number, Map.of("name", name, "stations", stations.size())));
            return number;
        });
        return get(by.scope(), id);
    }

    /** @throws Refused not found */
    Campaign get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(() -> Refused.notFound(
                        "There is no campaign " + id + ". GET /api/v1/firmware-campaigns lists them."));
    }

    /** The newest first. */
    Page<Campaign> page(Scope scope, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(scope, limit.rows() + 1, after), limit, campaign -> Cursor.at(campaign.id()));
    }

    /** In their order. */
    Page<CampaignMember> members(Scope scope, long id, Limit limit, @Nullable Cursor after) {
        return Page.of(
                members.page(scope, get(scope, id), limit.rows() + 1, after),
                limit,
                member -> Cursor.at(member.place()));
    }

    CampaignCounts counts(Scope scope, Campaign campaign) {
        return members.counts(scope, campaign, null);
    }

    /** @throws Refused not found; in conflict where it does not run */
    Campaign pause(Actor by, long id) {
        return steer(
                by,
                id,
                "paused",
                List.of(CampaignState.RUNNING),
                campaign -> campaign.with(campaign.turn().to(CampaignState.PAUSED, null, now())));
    }

    /**
     * Goes on. Failures so far do not halt it again.
     *
     * @throws Refused not found; in conflict where it neither pauses nor has halted
     */
    Campaign resume(Actor by, long id) {
        return steer(by, id, "resumed", List.of(CampaignState.PAUSED, CampaignState.HALTED), campaign -> {
            int failed =
                    members.counts(by.scope().wholeTenant(), campaign, null).failed();
            return campaign.with(campaign.plan().forgiving(failed))
                    .with(campaign.turn().to(CampaignState.RUNNING, null, now()));
        });
    }

    /** Ends it: those that wait are skipped. @throws Refused not found; in conflict where it is over */
    Campaign stop(Actor by, long id) {
        return steer(
                by,
                id,
                "stopped",
                List.of(CampaignState.RUNNING, CampaignState.PAUSED, CampaignState.HALTED),
                campaign -> campaign.with(campaign.turn().to(CampaignState.STOPPED, null, now())));
    }

    private Campaign steer(
            Actor by, long id, String verb, List<CampaignState> from, Function<Campaign, Campaign> change) {
        Campaign seen = get(by.scope(), id);
        mustBeWhole(by, seen);
        return store.write(by.scope(), tx -> {
            Campaign before = SqlCampaignStore.find(tx, by.tenant(), id).orElseThrow();
            if (!from.contains(before.state())) {
                throw Refused.conflict(
                        null, "Campaign " + id + " is " + before.state().word() + ", so it cannot be " + verb + ".");
            }
            Campaign after = change.apply(before);
            put(tx, after);
            audit.record(tx, by, AuditEntry.done(ENTITY, id, verb));
            return after;
        });
    }

    /** Whoever sees a part of it does not decide about the rest. */
    private void mustBeWhole(Actor by, Campaign campaign) {
        if (by.scope().isLimited()
                && members.counts(by.scope(), campaign, null).stations()
                        < members.counts(by.scope().wholeTenant(), campaign, null)
                                .stations()) {
            throw Refused.forbidden(
                    null,
                    "Campaign " + campaign.id()
                            + " has stations that you do not see. Ask somebody who sees all of them.");
        }
    }

    private void put(Tx tx, Campaign campaign) {
        store.update(tx, campaign);
        if (campaign.state() == CampaignState.STOPPED) {
            SqlCampaignMembers.skip(
                    tx, campaign, "The campaign was stopped.", campaign.turn().updatedAt());
        }
    }

    @Override
    public Optional<String> holds(Tx tx, StoredFile file) {
        return SqlCampaignStore.openOf(tx, file.tenant(), file.id())
                .map(campaign -> "campaign " + campaign.id() + " is not over");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
