package org.ohmstead.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.schema.Tables;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.availability.ConnectorReport;
import org.ohmstead.stations.availability.ConnectorResource;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.availability.ConnectorView;

class GoneConnectorsTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_connector_that_is_not_reported_after_a_boot_is_told_from_those_that_are(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp1 = slice.station("CP-1");
            boot(slice, cp1, "old");
            report(slice, cp1, 0, 1, 2, 3);
            List<ConnectorView> before = list(slice, cp1);
            assertThat(before).extracting(ConnectorView::reportedSinceBoot).containsOnly(true);
            boot(slice, cp1, "new");
            report(slice, cp1, 0, 1);
            assertThat(list(slice, cp1))
                    .extracting(ConnectorView::reportedSinceBoot)
                    .containsExactly(true, true, false, false);
            assertThat(list(slice, cp1))
                    .as("the states are as old as before")
                    .extracting(ConnectorView::receivedAt)
                    .isEqualTo(before.stream().map(ConnectorView::receivedAt).toList());
            assertThat(slice.events("connector.changed")).hasSize(4);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_operator_removes_a_connector_and_it_comes_back_when_it_is_reported(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp1 = slice.station("CP-1");
            report(slice, cp1, 1, 99);
            resource(slice).removeConnector("CP-1", "99", "1");
            assertThat(list(slice, cp1)).extracting(ConnectorView::evse).containsExactly(1);
            assertThat(slice.database.read(Scope.everywhere()).fetchCount(Tables.EVSE))
                    .isEqualTo(1);
            assertThat(RecordedLines.last(1, slice.database, slice.commits))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("local connector CP-1/99/1 deleted {")
                            .contains("'status':'"));
            assertThat(slice.events("connector.removed"))
                    .singleElement()
                    .asString()
                    .contains("\"evse\":99");
            report(slice, cp1, 99);
            assertThat(list(slice, cp1)).extracting(ConnectorView::evse).containsExactly(1, 99);
        }
    }

    @Test
    void what_is_no_connector_cannot_be_removed() {
        try (TestStations slice = new TestStations()) {
            slice.station("CP-1");
            assertThatThrownBy(() -> resource(slice).removeConnector("CP-1", "7", "1"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("no connector 1 of EVSE 7");
            assertThatThrownBy(() -> resource(slice).removeConnector("CP-1", "x", "1"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("evse is 'x'");
            assertThatThrownBy(() -> resource(slice).removeConnector("CP-1", "1", "-1"))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("connector is '-1'");
        }
    }

    @Test
    void the_state_of_a_station_that_is_not_connected_is_what_was_last_known() {
        try (TestStations slice = new TestStations()) {
            StationRef cp1 = slice.station("CP-1");
            report(slice, cp1, 1);
            assertThat(list(slice, cp1)).extracting(ConnectorView::lastKnown).containsExactly(true);
            slice.connect(cp1, OcppVersion.V16);
            assertThat(list(slice, cp1)).extracting(ConnectorView::lastKnown).containsExactly(false);
        }
    }

    @Test
    void a_station_that_counts_connectors_without_end_fills_no_table() {
        try (TestStations slice = new TestStations()) {
            StationRef cp1 = slice.station("CP-1");
            for (int number = 1; number <= ConnectorStates.MOST + 5; number++) {
                report(slice, cp1, number);
            }
            assertThat(slice.database.read(Scope.everywhere()).fetchCount(Tables.CONNECTOR))
                    .isEqualTo(ConnectorStates.MOST);
        }
    }

    private static ConnectorResource resource(TestStations slice) {
        return new ConnectorResource(
                slice.stations,
                slice.links,
                slice.connectors,
                station -> java.util.List.of(),
                CurrentActor.of(Actor.LOCAL),
                slice.clock);
    }

    private static List<ConnectorView> list(TestStations slice, StationRef station) {
        return resource(slice).connectors(station.identity(), null, null).items();
    }

    private static void boot(TestStations slice, StationRef station, String firmware) {
        slice.clock.advance(Duration.ofSeconds(10));
        slice.boots.boot(
                slice.caller(station, OcppVersion.V16),
                new BootFacts("V", "M", "S", firmware, null, null, null, null, null));
    }

    private static void report(TestStations slice, StationRef station, int... numbers) {
        slice.clock.advance(Duration.ofSeconds(1));
        for (int number : numbers) {
            slice.connectors.report(
                    slice.caller(station, OcppVersion.V16),
                    ConnectorReport.of(number, number == 0 ? 0 : 1, "Available", null));
        }
    }
}
