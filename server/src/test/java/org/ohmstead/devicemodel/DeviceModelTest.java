package org.ohmstead.devicemodel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

class DeviceModelTest {
    private static JsonNode page(String variable) throws Exception {
        return new ObjectMapper()
                .readTree("[{\"component\":{\"name\":\"EVSE\",\"evse\":{\"id\":1}},\"variable\":{\"name\":\"" + variable
                        + "\"},\"variableAttribute\":[{\"value\":\"true\"}]}]");
    }

    private static Stream<String> names(TestModel model, StationRef station) {
        return model.model.all(station.scope(), station).values().stream()
                .map(each -> each.address().shown());
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_whole_report_takes_away_what_was_told_before_its_first_page_and_nothing_of_that(TestDatabases.Kind kind)
            throws Exception {
        try (TestStations stations = new TestStations(kind.open())) {
            StationRef station = stations.stations
                    .create(Actor.LOCAL, NewStation.of("CP-7", StationConfig.DEFAULT))
                    .ref();
            TestModel model = new TestModel(stations);
            // The clock of a system has nanoseconds, and what is kept has not.
            Instant first = Instant.parse("2026-03-01T12:00:00.123456789Z");
            model.model.reported(station, page("Gone"), first.minusSeconds(60));
            model.model.reported(station, page("Available"), first);
            model.model.reported(station, page("Power"), first.plusNanos(5_000_000));

            model.model.replaced(station, first, first.plusSeconds(1));

            assertThat(names(model, station)).hasSize(2).noneMatch(name -> name.contains("Gone"));
        }
    }
}
