package org.ohmstead.stations.capabilities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

class UnsupportedActionsTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_could_not_do_is_forgotten_one_by_one_or_all_at_once(TestDatabases.Kind kind) {
        try (TestStations world = new TestStations(kind.open())) {
            UnsupportedActions unsupported = new UnsupportedActions(world.stations, world.commits, world.audit);
            StationRef cp7 = world.station("CP-7");
            for (String action : new String[] {"GetLog", "ClearCache", "Reset"}) {
                world.stations.unsupported(cp7, action);
            }
            unsupported.forget(Actor.LOCAL, cp7, "ClearCache");
            unsupported.forget(Actor.LOCAL, cp7, "NoSuchThing");
            assertThat(world.now(cp7).unsupportedActions()).containsExactly("GetLog", "Reset");
            unsupported.forget(Actor.LOCAL, cp7, null);
            assertThat(world.now(cp7).unsupportedActions()).isEmpty();
            assertThat(RecordedLines.of(world.database, world.commits)).hasSize(3);
        }
    }
}
