package org.ohmstead.firmware.campaigns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.firmware.FirmwareUpdate;
import org.ohmstead.firmware.FirmwareWorld;
import org.ohmstead.firmware.UpdateOrder;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.UpdateFirmware;
import org.ohmstead.ocpp.v2.UpdateFirmware.UpdateFirmwareStatus;
import org.ohmstead.stations.StationRef;

/** Campaigns over six stations: one first, then two at a time. */
class CampaignsTest {
    private static final class World implements AutoCloseable {
        final FirmwareWorld firmware;
        final Campaigns campaigns;
        final CampaignRunner runner;
        final List<StationRef> six = new ArrayList<>();
        final List<ScriptedLink> links = new ArrayList<>();

        World(TestDatabases.Kind kind) {
            firmware = new FirmwareWorld(kind);
            SqlCampaignStore store = new SqlCampaignStore(
                    firmware.stations.database, firmware.stations.commits, new Outbox(firmware.stations.clock));
            SqlCampaignMembers members = new SqlCampaignMembers(firmware.stations.database);
            campaigns = new Campaigns(store, members, firmware.stations.audit, firmware.stations.clock);
            runner = new CampaignRunner(
                    store,
                    members,
                    firmware.updates,
                    TestCommands.orders(firmware.stations, () -> List.of(firmware.progress())),
                    new NoticeSettings(Duration.ofDays(90), Duration.ofDays(90)),
                    firmware.stations.clock);
            IntStream.rangeClosed(1, 6).forEach(i -> {
                StationRef station = firmware.stations.station("N-" + i);
                six.add(station);
                links.add(firmware.connect(station, OcppVersion.V201));
            });
            firmware.answers(new UpdateFirmware.Response(UpdateFirmwareStatus.Accepted));
        }

        Campaign begin() {
            return campaigns.begin(
                    Actor.LOCAL,
                    "North",
                    new UpdateOrder(firmware.image.id(), null, null, null, null, null, null, null),
                    new CampaignPlan(1, 2, 20, 50, 60, "1h", 0),
                    six);
        }

        Campaign now(Campaign campaign) {
            return campaigns.get(Actor.LOCAL.scope(), campaign.id());
        }

        /** {@code waiting running installed failed skipped} */
        String counts(Campaign campaign) {
            CampaignCounts counts = campaigns.counts(Actor.LOCAL.scope(), campaign);
            return counts.waiting() + " " + counts.running() + " " + counts.installed() + " " + counts.failed() + " "
                    + counts.skipped();
        }

        /** All stations whose updates are under way report this. */
        void allSay(Campaign campaign, String step) {
            campaigns.members(Actor.LOCAL.scope(), campaign.id(), new Limit(10), null).items().stream()
                    .filter(member -> member.state() == MemberState.RUNNING)
                    .forEach(member -> {
                        FirmwareUpdate update = firmware.updates.get(Actor.LOCAL.scope(), member.update());
                        firmware.steps(member.station(), update.number(), step);
                    });
        }

        @Override
        public void close() {
            firmware.close();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void it_goes_wave_by_wave_to_its_end(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Campaign campaign = world.begin();
            world.runner.stepAll();
            world.runner.stepAll(); // nothing twice
            assertThat(world.counts(campaign)).isEqualTo("5 1 0 0 0");
            assertThat(world.links.getFirst().sent).hasSize(1);
            world.allSay(campaign, "Installed");
            world.runner.stepAll();
            world.runner.stepAll();
            assertThat(world.counts(campaign)).as("a pause lies between").isEqualTo("5 0 1 0 0");
            for (int wave = 1; wave <= 3; wave++) {
                assertThat(world.now(campaign).turn().wave()).isEqualTo(wave);
                world.firmware.stations.clock.advance(Duration.ofMinutes(1));
                world.runner.stepAll();
                world.allSay(campaign, "Installed");
                world.runner.stepAll();
            }
            assertThat(world.now(campaign).state()).isEqualTo(CampaignState.ENDED);
            assertThat(world.counts(campaign)).isEqualTo("0 0 6 0 0");
            assertThat(world.links).allMatch(link -> link.sent.size() == 1);
            assertThat(WaitingEvents.in(world.firmware.stations.database))
                    .filteredOn(event -> event.kind().equals("firmware.campaign.changed"))
                    .extracting(event -> event.payload().path("state").asText())
                    .containsExactly("running", "running", "running", "running", "ended");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_canary_that_fails_halts_it_until_somebody_goes_on(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Campaign campaign = world.begin();
            world.runner.stepAll();
            world.allSay(campaign, "InstallationFailed");
            world.runner.stepAll();
            assertThat(world.now(campaign).state()).isEqualTo(CampaignState.HALTED);
            assertThat(world.now(campaign).turn().reason()).isEqualTo("1 of 1 have failed, and it halts at 50 %.");
            world.runner.stepAll();
            assertThat(world.counts(campaign)).isEqualTo("5 0 0 1 0");
            world.campaigns.resume(Actor.LOCAL, campaign.id());
            world.runner.stepAll();
            world.firmware.stations.clock.advance(Duration.ofMinutes(1));
            world.runner.stepAll();
            assertThat(world.counts(campaign)).isEqualTo("3 2 0 1 0");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void paused_it_begins_nothing_and_stopped_it_skips_the_rest(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Campaign campaign = world.begin();
            world.campaigns.pause(Actor.LOCAL, campaign.id());
            world.runner.stepAll();
            assertThat(world.counts(campaign)).isEqualTo("6 0 0 0 0");
            assertThat(catchThrowableOfType(Refused.class, () -> world.campaigns.pause(Actor.LOCAL, campaign.id()))
                            .kind())
                    .isEqualTo(Refused.Kind.CONFLICT);
            world.campaigns.resume(Actor.LOCAL, campaign.id());
            world.runner.stepAll();
            world.campaigns.stop(Actor.LOCAL, campaign.id());
            assertThat(world.counts(campaign)).isEqualTo("0 1 0 0 5");
            world.allSay(campaign, "Installed");
            world.runner.stepAll();
            assertThat(world.counts(campaign)).isEqualTo("0 0 1 0 5");
            assertThat(world.now(campaign).state()).isEqualTo(CampaignState.STOPPED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_station_that_is_away_is_waited_for_and_called_off_with_the_campaign(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.firmware.stations.links.remove(world.links.getFirst());
            Campaign campaign = world.begin();
            world.runner.stepAll();
            assertThat(world.counts(campaign)).isEqualTo("5 1 0 0 0");
            world.campaigns.stop(Actor.LOCAL, campaign.id());
            world.runner.stepAll();
            world.runner.stepAll();
            assertThat(world.counts(campaign)).isEqualTo("0 0 0 1 5");
            assertThat(world.links.getFirst().sent).isEmpty();
        }
    }
}
