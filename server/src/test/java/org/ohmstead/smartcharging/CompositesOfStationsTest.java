package org.ohmstead.smartcharging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.smartcharging.SmartWorld.profile;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.ChargingProfileStatus;
import org.ohmstead.ocpp.v2.ChargingRateUnit;
import org.ohmstead.ocpp.v2.ChargingSchedule;
import org.ohmstead.ocpp.v2.ChargingSchedulePeriod;
import org.ohmstead.ocpp.v2.ClearedChargingLimit;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.GetCompositeSchedule;
import org.ohmstead.ocpp.v2.NotifyChargingLimit;
import org.ohmstead.ocpp.v2.NotifyChargingLimit.ChargingLimit;
import org.ohmstead.ocpp.v2.NotifyPriorityCharging;
import org.ohmstead.ocpp.v2.SetChargingProfile;
import org.ohmstead.smartcharging.composites.ComparisonView;
import org.ohmstead.smartcharging.composites.CompositeView;
import org.ohmstead.smartcharging.ocpp2.ClearedChargingLimit2;
import org.ohmstead.smartcharging.ocpp2.NotifyChargingLimit2;
import org.ohmstead.smartcharging.ocpp2.NotifyPriorityCharging2;

/** What results of what a station has and tells, and what it says itself. */
class CompositesOfStationsTest {
    private static OcppResult answer(SmartWorld world, Object call, String limit) {
        return call instanceof GetCompositeSchedule.Request asked
                ? new GetCompositeSchedule.Response(
                        GenericStatus.Accepted,
                        null,
                        new GetCompositeSchedule.CompositeSchedule(
                                List.of(new ChargingSchedulePeriod(0, new BigDecimal(limit))),
                                asked.evseId(),
                                asked.duration(),
                                world.now(),
                                ChargingRateUnit.W,
                                null),
                        null)
                : new SetChargingProfile.Response(ChargingProfileStatus.Accepted, null);
    }

    private static @Nullable BigDecimal limit(SmartWorld world, String evse) {
        CompositeView view = world.composites.get("CP-7", evse, "3600", "A", null);
        assertThat(view.periods()).hasSize(1);
        return view.periods().getFirst().limit();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void ours_and_the_stations_are_shown_side_by_side(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(OcppVersion.V201, call -> answer(world, call, "11040"));
            world.set(0, profile("", "A", "16"));
            ComparisonView same = (ComparisonView) world.composites
                    .compare("CP-7", "1", "3600", "A", SendOptions.USUAL)
                    .getEntity();
            assertThat(same.same()).isTrue();
            assertThat(same.stationUnit()).isEqualTo("W");
            assertThat(same.computed().periods().getFirst().limit()).isEqualByComparingTo("16");
            world.says(OcppVersion.V201, call -> answer(world, call, "6900"));
            ComparisonView other = (ComparisonView) world.composites
                    .compare("CP-7", "1", "3600", "A", SendOptions.USUAL)
                    .getEntity();
            assertThat(other.same()).isFalse();
            assertThat(other.differences()).hasSize(1);
            assertThat(other.differences().getFirst().station()).isEqualByComparingTo("10");
            assertThat(other.differences().getFirst().computed()).isEqualByComparingTo("16");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_limit_from_outside_counts_until_it_is_cleared(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(OcppVersion.V201, call -> answer(world, call, "1"));
            world.set(0, profile("", "A", "16"));
            NotifyChargingLimit2 notify = new NotifyChargingLimit2(world.limits);
            NotifyChargingLimit.Request call = new NotifyChargingLimit.Request(
                    new ChargingLimit("EMS", true, null),
                    List.of(new ChargingSchedule(
                            1, ChargingRateUnit.A, List.of(new ChargingSchedulePeriod(0, BigDecimal.TEN)))),
                    null);
            notify.handle(world.stations.caller(world.cp7, OcppVersion.V201), call);
            notify.handle(world.stations.caller(world.cp7, OcppVersion.V201), call);
            assertThat(limit(world, "1")).isEqualByComparingTo("10");
            new ClearedChargingLimit2(world.limits)
                    .handle(
                            world.stations.caller(world.cp7, OcppVersion.V201),
                            new ClearedChargingLimit.Request("EMS", null, null));
            assertThat(limit(world, "1")).isEqualByComparingTo("16");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void priority_charging_counts_while_the_station_says_so(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            world.says(OcppVersion.V21, call -> answer(world, call, "1"));
            world.charges("T1");
            world.set(0, profile("", "A", "10"));
            world.set(0, profile("", "A", "32").replace("TxDefaultProfile", "PriorityCharging"));
            assertThat(limit(world, "1")).isEqualByComparingTo("10");
            NotifyPriorityCharging2 notify = new NotifyPriorityCharging2(world.priority);
            notify.handle(
                    world.stations.caller(world.cp7, OcppVersion.V21),
                    new NotifyPriorityCharging.Request("T1", true, null));
            assertThat(limit(world, "1")).isEqualByComparingTo("32");
            notify.handle(
                    world.stations.caller(world.cp7, OcppVersion.V21),
                    new NotifyPriorityCharging.Request("T1", false, null));
            assertThat(limit(world, "1")).isEqualByComparingTo("10");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_asked_wrongly_is_named(TestDatabases.Kind kind) {
        try (SmartWorld world = new SmartWorld(kind)) {
            for (String[] each : new String[][] {
                {null, "60", "A", null, "evse"},
                {"1", "0", "A", null, "seconds"},
                {"1", "60", "VA", null, "unit"},
                {"1", "60", "A", "1999-01-01T00:00:00Z", "from"}
            }) {
                assertThat(catchThrowableOfType(
                                        Refused.class,
                                        () -> world.composites.get("CP-7", each[0], each[1], each[2], each[3]))
                                .field())
                        .isEqualTo(each[4]);
            }
        }
    }
}
