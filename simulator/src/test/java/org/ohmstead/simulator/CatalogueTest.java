package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.v16.Routes16;
import org.ohmstead.simulator.v2.Routes2;

class CatalogueTest {
    private static TinyCsms csms;
    private static Simulators simulators;

    @BeforeAll
    static void begin() {
        csms = new TinyCsms();
        simulators = new Simulators();
    }

    @AfterAll
    static void end() {
        simulators.close();
        csms.close();
    }

    static Stream<Arguments> toStation() {
        return all().filter(one -> ((Action) one.get()[1]).direction().toStation());
    }

    static Stream<Arguments> fromStation() {
        return all().filter(one -> ((Action) one.get()[1]).direction().fromStation());
    }

    private static Stream<Arguments> all() {
        return Arrays.stream(OcppVersion.values())
                .flatMap(version -> Catalogue.of(version).stream().map(action -> Arguments.of(version, action)));
    }

    @ParameterizedTest
    @EnumSource
    void every_command_of_a_version_has_a_route_and_nothing_else_has(OcppVersion version) {
        Routes<?> routes = version.isV2() ? Routes2.routes(version) : Routes16.routes();
        assertThat(routes.actions())
                .containsExactlyInAnyOrderElementsOf(Catalogue.of(version).stream()
                        .filter(action -> action.direction().toStation())
                        .map(Action::name)
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("toStation")
    void a_command_is_answered_by_an_idle_station(OcppVersion version, Action action) {
        SimStation station = station("IDLE-", version, action);
        Outcome<?> outcome = csms.call(station.identity(), station.samples().toStation(action.name()));
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        assertThat(csms.deviations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("toStation")
    void a_command_is_answered_by_a_station_that_charges(OcppVersion version, Action action) {
        SimStation station = station("BUSY-", version, action);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        station.awaitDelivered();
        Outcome<?> outcome = csms.call(station.identity(), station.samples().toStation(action.name()));
        assertThat(outcome).isInstanceOf(Outcome.Answered.class);
        station.awaitDelivered();
        assertThat(csms.deviations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("fromStation")
    void a_station_can_say_everything_that_stations_say(OcppVersion version, Action action) {
        SimStation station = station("SAYS-", version, action);
        station.send(action.name()).ifPresent(outcome -> assertThat(outcome).isInstanceOf(Outcome.Answered.class));
        TinyCsms.await(action.name(), () -> csms.heard().stream()
                .anyMatch(one -> one.identity().equals(station.identity())
                        && one.action().equals(action.name())));
        assertThat(csms.deviations()).isEmpty();
    }

    private static SimStation station(String prefix, OcppVersion version, Action action) {
        SimStation station = simulators.station(new StationOptions(prefix + version + "-" + action.name())
                .url(csms.url())
                .version(version)
                .strict(true));
        station.connect();
        return station;
    }
}
