package org.ohmstead.stations.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.ClockOffset;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.availability.ConnectorReport;
import org.ohmstead.stations.rest.StationView;

class StationClocksTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_was_measured_is_written_once_and_outlives_the_process(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            status(slice, cp7, 3600);
            slice.clocks.flush();
            long units = slice.commits.units();
            slice.clock.advance(Duration.ofMinutes(5));
            status(slice, cp7, 3602);
            long statusUnits = slice.commits.units();
            slice.clocks.flush();
            assertThat(slice.commits.units()).as("nothing new").isEqualTo(statusUnits);
            assertThat(statusUnits).isGreaterThan(units);

            Stations again =
                    new Stations(slice.store, slice.links, slice.passwords, slice.settings, slice.audit, slice.clock);
            ClockOffset kept = new StationClocks(again, slice.store).of(cp7);
            assertThat(kept).isNotNull();
            assertThat(kept.ahead()).isEqualTo(Duration.ofHours(1));
            assertThat(kept.since()).isEqualTo(slice.clock.instant().minus(Duration.ofMinutes(5)));
        }
    }

    @Test
    void a_station_shows_how_far_its_clock_is_off_and_warns_from_a_minute_on() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            assertThat(view(slice, cp7).clockOffset()).isNull();
            status(slice, cp7, 20);
            assertThat(view(slice, cp7).clockOffset().seconds()).isEqualByComparingTo("20");
            assertThat(view(slice, cp7).warnings()).isEmpty();
            slice.clock.advance(Duration.ofMinutes(1));
            status(slice, cp7, 5400);
            assertThat(view(slice, cp7).clockOffset().since()).isEqualTo(slice.clock.instant());
            assertThat(view(slice, cp7).warnings()).singleElement().satisfies(warning -> assertThat(warning)
                    .contains("1 h 30 min ahead")
                    .contains("since"));
        }
    }

    private static void status(TestStations slice, StationRef station, long ahead) {
        slice.connectors.report(
                slice.caller(station, OcppVersion.V16),
                ConnectorReport.of(1, 1, "Available", slice.clock.instant().plusSeconds(ahead)));
    }

    private static StationView view(TestStations slice, StationRef station) {
        return slice.views().of(Actor.LOCAL.scope(), slice.now(station));
    }
}
