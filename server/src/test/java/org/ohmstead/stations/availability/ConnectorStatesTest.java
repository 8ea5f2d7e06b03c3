package org.ohmstead.stations.availability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.schema.Tables;
import org.ohmstead.ocpp.v16.StatusNotification;
import org.ohmstead.ocpp.v16.StatusNotification.ErrorCode;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.EventNotification;
import org.ohmstead.ocpp.v2.Evse;
import org.ohmstead.ocpp.v2.NotifyEvent;
import org.ohmstead.ocpp.v2.NotifyEvent.EventData;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.ocpp16.StatusNotification16;
import org.ohmstead.stations.ocpp2.NotifyEvent2;
import org.ohmstead.stations.ocpp2.StatusNotification2;

class ConnectorStatesTest {
    private static final Instant OLD = Instant.parse("2026-02-20T00:00:00Z");

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_first_report_makes_evse_and_connector_and_a_repeated_one_writes_nothing(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            StatusNotification16 handler = new StatusNotification16(slice.connectors);
            handler.handle(slice.caller(cp7, V16), status(2, StatusNotification.ConnectorStatus.Preparing));
            Instant first = slice.clock.instant();
            slice.clock.advance(Duration.ofMinutes(1));
            handler.handle(slice.caller(cp7, V16), status(2, StatusNotification.ConnectorStatus.Preparing));

            assertThat(connectors(slice, cp7)).singleElement().satisfies(state -> {
                assertThat(state.evse()).isEqualTo(2);
                assertThat(state.connector()).isEqualTo(1);
                assertThat(state.status()).isEqualTo(ConnectorStatus.PREPARING);
                assertThat(state.errorCode()).isNull();
                assertThat(state.statusAt()).isEqualTo(OLD);
                assertThat(state.receivedAt()).isEqualTo(first);
            });
            assertThat(slice.database.read(Scope.everywhere()).fetchCount(Tables.EVSE))
                    .isEqualTo(1);
            assertThat(slice.events("connector.changed")).hasSize(1);
        }
    }

    @Test
    void a_state_that_comes_after_our_clock_was_set_back_is_the_state() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            StatusNotification16 handler = new StatusNotification16(slice.connectors);
            handler.handle(slice.caller(cp7, V16), at(StatusNotification.ConnectorStatus.Charging, null));
            slice.clock.advance(Duration.ofHours(-1));
            handler.handle(slice.caller(cp7, V16), at(StatusNotification.ConnectorStatus.Available, null));
            assertThat(only(slice, cp7).status()).isEqualTo(ConnectorStatus.AVAILABLE);
        }
    }

    @ParameterizedTest // field note 64
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_newest_arrival_is_the_state_however_old_its_own_time_is(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            StatusNotification16 handler = new StatusNotification16(slice.connectors);
            Caller early = slice.caller(cp7, V16);
            handler.handle(early, at(StatusNotification.ConnectorStatus.Charging, slice.clock.instant()));
            slice.clock.advance(Duration.ofMinutes(1));
            handler.handle(slice.caller(cp7, V16), at(StatusNotification.ConnectorStatus.Available, OLD));
            assertThat(only(slice, cp7).status()).isEqualTo(ConnectorStatus.AVAILABLE);

            handler.handle(early, at(StatusNotification.ConnectorStatus.Faulted, null)); // late, of an older socket
            assertThat(only(slice, cp7).status()).isEqualTo(ConnectorStatus.AVAILABLE);
            assertThat(slice.events("connector.changed")).hasSize(2);
            assertThat(slice.events("connector.changed").getLast())
                    .contains("\"before\":\"charging\"")
                    .contains("\"status\":\"available\"");
        }
    }

    @Test
    void connector_0_of_1_6_is_the_station_itself() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            new StatusNotification16(slice.connectors)
                    .handle(slice.caller(cp7, V16), status(0, StatusNotification.ConnectorStatus.Unavailable));
            assertThat(only(slice, cp7)).satisfies(state -> {
                assertThat(state.evse()).isZero();
                assertThat(state.connector()).isZero();
            });
        }
    }

    @Test // field note 49
    void unknown_words_are_kept_as_they_came() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            StatusNotification16 handler = new StatusNotification16(slice.connectors);
            handler.handle(
                    slice.oddWord(cp7, V16, "status", "Booting"),
                    new StatusNotification.Request(1, ErrorCode.NoError, null));
            assertThat(only(slice, cp7).status()).isEqualTo(ConnectorStatus.UNKNOWN);
            assertThat(only(slice, cp7).rawStatus()).isEqualTo("Booting");

            handler.handle(
                    slice.oddWord(cp7, V16, "errorCode", "Error"),
                    new StatusNotification.Request(
                            1, ErrorCode.OtherError, StatusNotification.ConnectorStatus.Faulted));
            assertThat(only(slice, cp7).errorCode()).isEqualTo("Error");
            assertThat(only(slice, cp7).status()).isEqualTo(ConnectorStatus.FAULTED);
        }
    }

    @Test
    void a_report_without_a_connector_or_a_status_is_answered_and_harms_nothing() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            StatusNotification16 handler = new StatusNotification16(slice.connectors);
            assertThat(handler.handle(slice.caller(cp7, V16), new StatusNotification.Request(null, null, null)))
                    .isNotNull();
            assertThat(connectors(slice, cp7)).isEmpty();
            handler.handle(slice.caller(cp7, V16), new StatusNotification.Request(1, null, null));
            assertThat(only(slice, cp7).status()).isEqualTo(ConnectorStatus.UNKNOWN);
        }
    }

    @Test
    void a_remark_is_written_but_is_no_event() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            StatusNotification16 handler = new StatusNotification16(slice.connectors);
            handler.handle(slice.caller(cp7, V16), remark("cable is warm"));
            handler.handle(slice.caller(cp7, V16), remark("cable is hot"));
            assertThat(only(slice, cp7).info()).isEqualTo("cable is hot");
            assertThat(slice.events("connector.changed")).hasSize(1);
        }
    }

    @Test // G01, B01.FR.05
    void both_ways_of_2_1_end_in_one_state() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            new StatusNotification2(slice.connectors)
                    .handle(
                            slice.caller(cp7, V21),
                            new org.ohmstead.ocpp.v2.StatusNotification.Request(
                                    OLD, org.ohmstead.ocpp.v2.StatusNotification.ConnectorStatus.Available, 1, 2));
            slice.clock.advance(Duration.ofSeconds(1));
            slice.notifyEvent()
                    .handle(
                            slice.caller(cp7, V21),
                            events(
                                    event("connector", new Evse(1, 2), "availabilitystate", "Occupied"),
                                    event("Connector", new Evse(1, 2), "Problem", "true"),
                                    event("EVSE", new Evse(1), "AvailabilityState", "Faulted"),
                                    event("ChargingStation", null, "AvailabilityState", "Available")));
            assertThat(connectors(slice, cp7))
                    .extracting(ConnectorState::evse, ConnectorState::connector, ConnectorState::status)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(0, 0, ConnectorStatus.AVAILABLE),
                            org.assertj.core.groups.Tuple.tuple(1, 2, ConnectorStatus.OCCUPIED));
        }
    }

    @Test
    void a_notification_of_many_events_is_one_unit_of_work() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            long before = slice.commits.units();
            slice.notifyEvent()
                    .handle(
                            slice.caller(cp7, V201),
                            events(
                                    event("Connector", new Evse(1, 1), "AvailabilityState", "Available"),
                                    event("Connector", new Evse(2, 1), "AvailabilityState", "Occupied"),
                                    event("Connector", new Evse(3, 1), "AvailabilityState", "Faulted")));
            assertThat(connectors(slice, cp7)).hasSize(3);
            assertThat(slice.commits.units()).isEqualTo(before + 1);
        }
    }

    @Test // field note 126
    void a_missing_connector_is_the_only_one_of_its_evse_or_nobody_knows() {
        try (TestStations slice = new TestStations()) {
            StationRef cp7 = slice.station("CP-7");
            NotifyEvent2 handler = slice.notifyEvent();
            handler.handle(
                    slice.caller(cp7, V201), events(event("Connector", new Evse(1), "AvailabilityState", "Available")));
            assertThat(only(slice, cp7).connector()).isEqualTo(1);

            handler.handle(
                    slice.caller(cp7, V201),
                    events(event("Connector", new Evse(1, 2), "AvailabilityState", "Reserved")));
            handler.handle(
                    slice.caller(cp7, V201), events(event("Connector", new Evse(1), "AvailabilityState", "Faulted")));
            assertThat(connectors(slice, cp7))
                    .extracting(ConnectorState::status)
                    .containsExactly(ConnectorStatus.AVAILABLE, ConnectorStatus.RESERVED);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void connectors_are_listed_in_order_page_by_page(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            for (int n : new int[] {3, 11, 0, 2}) {
                slice.connectors.report(
                        slice.caller(cp7, V16), ConnectorReport.of(n, n == 0 ? 0 : 1, "Available", null));
            }
            Page<ConnectorState> first = slice.connectors.page(cp7, new Limit(3), null);
            assertThat(first.items()).extracting(ConnectorState::evse).containsExactly(0, 2, 3);
            Page<ConnectorState> second = slice.connectors.page(cp7, new Limit(3), Cursor.of(first.next()));
            assertThat(second.items()).extracting(ConnectorState::evse).containsExactly(11);
            assertThat(second.next()).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "Available, AVAILABLE",
        "SuspendedEV, SUSPENDED_EV",
        "suspendedevse, SUSPENDED_EVSE",
        "Suspended_EV, SUSPENDED_EV",
        "Occupied, OCCUPIED",
        "finishing, FINISHING",
        "Coffee, UNKNOWN",
        "?, UNKNOWN"
    })
    void the_words_of_all_versions_are_known(String raw, ConnectorStatus status) {
        assertThat(ConnectorStatus.of(raw)).isEqualTo(status);
    }

    @Test
    void every_word_of_the_specification_is_known() {
        assertThat(Arrays.stream(StatusNotification.ConnectorStatus.values())
                        .map(Enum::name)
                        .map(ConnectorStatus::of))
                .doesNotContain(ConnectorStatus.UNKNOWN);
        assertThat(Arrays.stream(org.ohmstead.ocpp.v2.StatusNotification.ConnectorStatus.values())
                        .map(Enum::name)
                        .map(ConnectorStatus::of))
                .doesNotContain(ConnectorStatus.UNKNOWN);
    }

    private static StatusNotification.Request status(int connector, StatusNotification.ConnectorStatus status) {
        return new StatusNotification.Request(connector, ErrorCode.NoError, status, null, OLD, null, null);
    }

    private static StatusNotification.Request at(StatusNotification.ConnectorStatus status, Instant at) {
        return new StatusNotification.Request(1, ErrorCode.NoError, status, null, at, null, null);
    }

    private static StatusNotification.Request remark(String info) {
        return new StatusNotification.Request(
                1, ErrorCode.NoError, StatusNotification.ConnectorStatus.Charging, info, null, null, null);
    }

    private static NotifyEvent.Request events(EventData... events) {
        return new NotifyEvent.Request(OLD, 0, List.of(events));
    }

    private static EventData event(String component, Evse evse, String variable, String value) {
        return new EventData(
                1,
                OLD,
                NotifyEvent.EventTrigger.Delta,
                value,
                new Component(component, evse, null),
                EventNotification.HardWiredNotification,
                new Variable(variable));
    }

    private static List<ConnectorState> connectors(TestStations slice, StationRef station) {
        return slice.connectors.page(station, Limit.USUAL, null).items();
    }

    private static ConnectorState only(TestStations slice, StationRef station) {
        List<ConnectorState> all = connectors(slice, station);
        assertThat(all).hasSize(1);
        return all.getFirst();
    }
}
