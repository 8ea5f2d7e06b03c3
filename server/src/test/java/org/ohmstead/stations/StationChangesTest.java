package org.ohmstead.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;

/** Whatever somebody changes of a station, or a rule does, is on record. */
class StationChangesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Actor ANNA = new Actor(Scope.tenant(1), Actor.Kind.USER, "anna", Actor.Origin.WITHIN);

    private static List<String> recorded(TestStations world) {
        return RecordedLines.of(world.database, world.commits);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_an_operator_does_with_a_station(TestDatabases.Kind kind) {
        try (TestStations world = new TestStations(kind.open())) {
            StationConfig yard = new StationConfig(
                    "Yard",
                    Admission.PENDING,
                    true,
                    ZoneId.of("Europe/Berlin"),
                    OcppVersion.V21,
                    Duration.ofMinutes(1));
            StationRef cp7 = world.stations
                    .create(ANNA, NewStation.of("CP-7", StationConfig.DEFAULT))
                    .ref();
            world.stations.configure(ANNA, cp7, yard);
            world.stations.configure(ANNA, cp7, yard);
            world.stations.setPassword(ANNA, cp7, "correct-horse-battery", false, any -> {});
            world.stations.removePassword(ANNA, cp7, any -> {});
            world.stations.removePassword(ANNA, cp7, any -> {});
            world.stations.delete(ANNA, cp7, any -> {});
            assertThat(recorded(world))
                    .containsExactly(
                            "user:anna station CP-7 created  -> {'admission':'accepted','strict':false}",
                            "user:anna station CP-7 changed"
                                    + " {'admission':'accepted','defaultVersion':null,'heartbeatIntervalSeconds':null,'name':null,'strict':false,'zone':null}"
                                    + " -> {'admission':'pending','defaultVersion':'2.1','heartbeatIntervalSeconds':60,'name':'Yard','strict':true,'zone':'Europe/Berlin'}",
                            "user:anna station CP-7 password-set",
                            "user:anna station CP-7 password-removed",
                            "user:anna station CP-7 deleted"
                                    + " {'admission':'pending','defaultVersion':'2.1','heartbeatIntervalSeconds':60,'name':'Yard','strict':true,'zone':'Europe/Berlin'} ->");
        }
    }

    @Test
    void what_was_refused_is_not_on_record() {
        try (TestStations world = new TestStations()) {
            StationRef cp7 = world.station("CP-7");
            assertThatThrownBy(() -> world.stations.create(ANNA, NewStation.of("cp-7", StationConfig.DEFAULT)))
                    .isInstanceOf(Refused.class);
            assertThatThrownBy(() -> world.stations.delete(ANNA, cp7, any -> {
                        throw Refused.conflict(null, "no");
                    }))
                    .isInstanceOf(Refused.class);
            assertThat(recorded(world)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void that_an_unknown_station_was_taken_in_by_itself(TestDatabases.Kind kind) {
        ProvisioningSettings takes = ProvisioningSettings.defaults().withUnknownStations(UnknownStations.ACCEPT, 10);
        try (TestStations world = new TestStations(kind.open(), takes)) {
            world.stations.knock(Scope.tenant(1), "NEW-1", null);
            world.stations.knock(Scope.tenant(1), "NEW-1", null);
            assertThat(recorded(world))
                    .containsExactly(
                            "server:unknown-stations station NEW-1 created  -> {'admission':'accepted','strict':false}");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void that_a_station_was_accepted_when_it_booted_and_no_boot_after_that(TestDatabases.Kind kind) {
        try (TestStations world = new TestStations(kind.open())) {
            StationRef cp7 = world.station("CP-7");
            world.connect(cp7, OcppVersion.V16);
            for (String firmware : List.of("1", "2")) {
                world.boots.boot(
                        world.caller(cp7, OcppVersion.V16),
                        new BootFacts("ACME", "One", null, firmware, null, null, null, null, null));
            }
            world.stations.adopt(world.station("CP-8"));
            assertThat(recorded(world))
                    .contains(
                            "server:boot-notification station CP-7 changed {'registration':'none'} -> {'registration':'accepted'}",
                            "server:unbooted-stations station CP-8 changed {'registration':'none'} -> {'registration':'accepted'}")
                    .hasSize(4);
        }
    }
}
