package org.ohmstead.smartcharging.needs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.smartcharging.SmartWorld.profile;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.ChargingProfilePurpose;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ChargingRateUnit;
import org.ohmstead.ocpp.v2.ChargingSchedule;
import org.ohmstead.ocpp.v2.ChargingSchedulePeriod;
import org.ohmstead.ocpp.v2.EnergyTransferMode;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds.ACChargingParameters;
import org.ohmstead.ocpp.v2.NotifyEVChargingNeeds.NotifyEVChargingNeedsStatus;
import org.ohmstead.ocpp.v2.NotifyEVChargingSchedule;
import org.ohmstead.ocpp.v2.SetChargingProfile;
import org.ohmstead.smartcharging.SmartWorld;

/** An EV that asks over ISO 15118, what it is offered and what it plans. */
class ChargingNeedsTest {
    private static final SetChargingProfile.Response YES =
            new SetChargingProfile.Response(ChargingProfileStatus.Accepted, null);

    private static NotifyEVChargingNeedsStatus asks(
            SmartWorld world, OcppVersion version, @Nullable Instant departure, int maxTuples) {
        NotifyEVChargingNeeds.ChargingNeeds needs = new NotifyEVChargingNeeds.ChargingNeeds(
                EnergyTransferMode.AC_three_phase,
                new ACChargingParameters(
                        BigDecimal.valueOf(20_000),
                        BigDecimal.valueOf(6),
                        BigDecimal.valueOf(32),
                        BigDecimal.valueOf(400)),
                null,
                departure,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return world.needs
                .asks
                .handle(
                        world.stations.caller(world.cp7, version),
                        new NotifyEVChargingNeeds.Request(needs, 1, maxTuples, null))
                .status();
    }

    private static GenericStatus plans(SmartWorld world, String amperes) {
        return world.needs
                .plans
                .handle(
                        world.stations.caller(world.cp7, OcppVersion.V201),
                        new NotifyEVChargingSchedule.Request(
                                world.now(),
                                new ChargingSchedule(
                                        1,
                                        ChargingRateUnit.A,
                                        List.of(new ChargingSchedulePeriod(0, new BigDecimal(amperes)))),
                                1,
                                null,
                                null,
                                null))
                .status();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_EV_is_offered_what_the_limits_allow_until_it_leaves(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(OcppVersion.V201, call -> YES);
            world.set(0, profile("", "A", "16"));
            world.charges("T1");
            Instant leaves = world.now().plus(Duration.ofHours(1));
            assertThat(asks(world, OcppVersion.V201, leaves, 5)).isEqualTo(NotifyEVChargingNeedsStatus.Accepted);
            world.needs.offer();

            SetChargingProfile.Request offer = (SetChargingProfile.Request) link.sent.getLast();
            assertThat(offer.evseId()).isEqualTo(1);
            assertThat(offer.chargingProfile().chargingProfilePurpose()).isEqualTo(ChargingProfilePurpose.TxProfile);
            assertThat(offer.chargingProfile().transactionId()).isEqualTo("T1");
            ChargingSchedule schedule =
                    offer.chargingProfile().chargingSchedule().getFirst();
            assertThat(schedule.duration()).isBetween(3_599, 3_601);
            assertThat(schedule.chargingSchedulePeriod())
                    .extracting(ChargingSchedulePeriod::limit)
                    .containsExactly(new BigDecimal("16.0"));
            ChargingNeedView view = world.needs.list().getFirst();
            assertThat(view.state()).isEqualTo("accepted");
            assertThat(view.offers()).isEqualTo(1);
            // 16 A on three phases for an hour
            assertThat(view.offeredWh()).isBetween(new BigDecimal("11036"), new BigDecimal("11044"));
            assertThat(view.note()).contains("of 20000 Wh that the EV asked for");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_EV_whose_session_is_not_known_yet_is_offered_something_when_it_is(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(OcppVersion.V201, call -> YES);
            assertThat(asks(world, OcppVersion.V201, null, 5)).isEqualTo(NotifyEVChargingNeedsStatus.Processing);
            world.needs.offer();
            assertThat(link.sent).isEmpty();
            world.charges("T1");
            world.needs.watch.on(new StoredEvent(
                    1,
                    1,
                    "session.started",
                    world.cp7.id(),
                    SmartWorld.json("{'session':{'station':'CP-7'}}"),
                    world.now()));
            Await.until(() -> !link.sent.isEmpty()
                    && world.needs.list().getFirst().state().equals("accepted"));
            assertThat(world.needs.list().getFirst().transactionId()).isEqualTo("T1");
            // nobody limits: as much as the EV can take
            assertThat(((SetChargingProfile.Request) link.sent.getLast())
                            .chargingProfile()
                            .chargingSchedule()
                            .getFirst()
                            .chargingSchedulePeriod()
                            .getFirst()
                            .limit())
                    .isEqualByComparingTo("32");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void where_no_offers_are_wanted_the_EV_is_told_so_in_the_words_of_each_version(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.traits.change(
                    Actor.LOCAL,
                    world.cp7,
                    before -> new org.ohmstead.smartcharging.traits.Traits(230, 3, null, false, null, false));
            assertThat(asks(world, OcppVersion.V201, null, 5)).isEqualTo(NotifyEVChargingNeedsStatus.Rejected);
            world.stations.clock.advance(Duration.ofMinutes(2));
            assertThat(asks(world, OcppVersion.V21, null, 5)).isEqualTo(NotifyEVChargingNeedsStatus.NoChargingProfile);
            assertThat(world.needs.list()).extracting(ChargingNeedView::state).containsExactly("none", "over");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_repetition_is_answered_again_and_kept_once(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            asks(world, OcppVersion.V201, null, 5);
            assertThat(asks(world, OcppVersion.V201, null, 5)).isEqualTo(NotifyEVChargingNeedsStatus.Processing);
            assertThat(world.needs.list()).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_EV_that_plans_more_than_it_may_is_refused_and_offered_something_again(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            ScriptedLink link = world.says(OcppVersion.V201, call -> YES);
            world.set(0, profile("", "A", "16"));
            world.charges("T1");
            asks(world, OcppVersion.V201, world.now().plus(Duration.ofHours(1)), 5);
            world.needs.offer();
            assertThat(plans(world, "16")).isEqualTo(GenericStatus.Accepted);
            assertThat(world.needs.list().getFirst().state()).isEqualTo("accepted");
            assertThat(plans(world, "20")).isEqualTo(GenericStatus.Rejected);
            assertThat(world.needs.list().getFirst().state()).isEqualTo("waiting");
            int number = ((SetChargingProfile.Request) link.sent.getLast())
                    .chargingProfile()
                    .id();
            link.sent.clear();
            world.needs.offer();
            assertThat(((SetChargingProfile.Request) link.sent.getFirst())
                            .chargingProfile()
                            .id())
                    .isEqualTo(number);
            ChargingNeedView view = world.needs.list().getFirst();
            assertThat(view.offers()).isEqualTo(2);
            assertThat(view.scheduleAnswer()).isEqualTo("Rejected");
            // it is not offered something for ever
            for (int i = 0; i < 5; i++) {
                plans(world, "20");
                world.needs.offer();
            }
            assertThat(world.needs.list().getFirst().offers()).isEqualTo(Offers.MOST);
            assertThat(world.needs.again(view.id()).offers()).isEqualTo(Offers.MOST + 1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void needs_are_over_with_their_session(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(OcppVersion.V201, call -> YES);
            world.charges("T1");
            asks(world, OcppVersion.V201, null, 5);
            world.needs.watch.on(new StoredEvent(
                    1,
                    1,
                    "session.ended",
                    world.cp7.id(),
                    SmartWorld.json("{'session':{'station':'CP-7','transactionId':'T1'}}"),
                    world.now()));
            assertThat(world.needs.list().getFirst().state()).isEqualTo("over");
        }
    }
}
