package org.ohmstead.firmware.campaigns;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneByOne;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.Scope;
import org.ohmstead.firmware.FirmwareUpdate;
import org.ohmstead.firmware.FirmwareUpdates;
import org.ohmstead.firmware.UpdateState;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/**
 * Takes campaigns further, step by step: sees what has ended, halts where too many have failed, begins what may begin. All that it
 * knows stands in the database, and an update is ordered once however often a step is done.
 */
@Singleton
public class CampaignRunner implements RecurringJobs {
    private static final Logger LOG = System.getLogger(CampaignRunner.class.getName());
    private static final String NAME = "firmware-campaigns";
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final int ALL = 100_000;
    /** For the answers of stations that are there; what comes later is seen at the next step. */
    private static final String WAIT = "2s";

    private final SqlCampaignStore store;
    private final SqlCampaignMembers members;
    private final FirmwareUpdates updates;
    private final CommandOrders commands;
    private final NoticeSettings settings;
    private final Clock clock;

    @Inject
    public CampaignRunner(
            SqlCampaignStore store,
            SqlCampaignMembers members,
            FirmwareUpdates updates,
            CommandOrders commands,
            NoticeSettings settings,
            Clock clock) {
        this.store = store;
        this.members = members;
        this.updates = updates;
        this.commands = commands;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(PAUSE, PAUSE, NAME, this::stepAll),
                Recurring.every(
                        Duration.ofHours(1), Duration.ofMinutes(5), "firmware-campaign-retention", this::prune));
    }

    void stepAll() {
        for (Campaign each : store.open()) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
            OneByOne.attempt(() -> "Campaign " + each.id() + " of tenant=" + each.tenant(), () -> step(each));
        }
    }

    private void prune() {
        store.pruneBefore(clock.instant().minus(settings.retention()));
    }

    void step(Campaign campaign) {
        Actor actor = Actor.server(campaign.tenant(), NAME);
        settle(actor.scope(), campaign);
        if (campaign.state() == CampaignState.STOPPED) {
            callOff(actor, campaign);
        }
        if (campaign.state() != CampaignState.RUNNING || halts(actor.scope(), campaign)) {
            return;
        }
        CampaignCounts wave =
                members.counts(actor.scope(), campaign, campaign.turn().wave());
        if (wave.waiting() == 0 && wave.running() == 0) {
            next(actor.scope(), campaign);
        } else if (campaign.turn().waveAt() == null
                || !clock.instant().isBefore(campaign.turn().waveAt())) {
            begin(actor, campaign);
        }
    }

    /** Sees which updates have ended. One that fails may yet be tried again by its station; here it has failed. */
    private void settle(Scope scope, Campaign campaign) {
        for (CampaignMember each : members.in(scope, campaign, MemberState.RUNNING, null, ALL)) {
            UpdateState is = each.is();
            if (is == null || is.isEnd()) {
                MemberState end = is == UpdateState.INSTALLED ? MemberState.INSTALLED : MemberState.FAILED;
                String why = is == null ? "Its update was removed." : null;
                change(scope, campaign, each, new SqlCampaignMembers.Change(end, null, why));
            }
        }
    }

    /** What still waits for its station is not sent any more. */
    private void callOff(Actor actor, Campaign campaign) {
        for (CampaignMember each : members.in(actor.scope(), campaign, MemberState.RUNNING, null, ALL)) {
            Long command = each.command();
            if (each.is() == UpdateState.REQUESTED && command != null) {
                try {
                    commands.cancel(actor, command);
                } catch (Refused e) {
                    LOG.log(Level.DEBUG, "It has left meanwhile: " + e.detail());
                }
            }
        }
    }

    private void change(Scope scope, Campaign campaign, CampaignMember member, SqlCampaignMembers.Change change) {
        store.write(scope, tx -> {
            SqlCampaignMembers.change(tx, campaign, member.station(), member.state(), change, now());
            return null;
        });
    }

    private boolean halts(Scope scope, Campaign campaign) {
        CampaignCounts counts = members.counts(scope, campaign, null);
        if (!campaign.plan().isTooMany(counts.failed(), counts.ended())) {
            return false;
        }
        String why = counts.failed() + " of " + counts.ended() + " have failed, and it halts at "
                + campaign.plan().haltAtPercent() + " %.";
        turn(scope, campaign, campaign.turn().to(CampaignState.HALTED, why, now()));
        return true;
    }

    private void next(Scope scope, Campaign campaign) {
        Instant now = now();
        int wave = campaign.turn().wave();
        turn(
                scope,
                campaign,
                wave >= members.lastWave(scope, campaign)
                        ? campaign.turn().to(CampaignState.ENDED, null, now)
                        : campaign.turn()
                                .toWave(
                                        wave + 1,
                                        now.plusSeconds(campaign.plan().pauseSeconds()),
                                        now));
    }

    /** Unless somebody has steered it meanwhile. */
    private void turn(Scope scope, Campaign campaign, Campaign.Turn next) {
        store.write(scope, tx -> {
            SqlCampaignStore.find(tx, campaign.tenant(), campaign.id())
                    .filter(now -> now.turn().equals(campaign.turn()))
                    .ifPresent(now -> store.update(tx, now.with(next)));
            return null;
        });
    }

    private void begin(Actor actor, Campaign campaign) {
        int free = campaign.plan().parallel()
                - members.counts(actor.scope(), campaign, null).running();
        List<CampaignMember> waiting = members.in(
                actor.scope(), campaign, MemberState.WAITING, campaign.turn().wave(), Math.max(0, free));
        for (CampaignMember each : waiting) {
            boolean goesOn = store.find(actor.scope(), campaign.id())
                    .filter(now -> now.state() == CampaignState.RUNNING)
                    .isPresent();
            if (!goesOn || Thread.currentThread().isInterrupted()) {
                return;
            }
            begin(actor, campaign, each);
        }
    }

    private void begin(Actor actor, Campaign campaign, CampaignMember member) {
        String key = NAME + "-" + campaign.id();
        SendOptions options = new SendOptions(WAIT, null, campaign.plan().offlineFor(), key);
        try {
            FirmwareUpdate update =
                    updates.order(actor, member.station().identity(), campaign.order(), campaign.id(), options);
            change(
                    actor.scope(),
                    campaign,
                    member,
                    new SqlCampaignMembers.Change(MemberState.RUNNING, update.id(), null));
        } catch (Refused e) {
            if (e.kind() != Refused.Kind.TOO_MANY) { // else it has its turn later
                change(
                        actor.scope(),
                        campaign,
                        member,
                        new SqlCampaignMembers.Change(MemberState.FAILED, null, e.detail()));
            }
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
