package org.ohmstead.monitoring.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.EventNotification;
import org.ohmstead.ocpp.v2.NotifyEvent;
import org.ohmstead.ocpp.v2.NotifyEvent.EventData;
import org.ohmstead.ocpp.v2.NotifyEvent.EventTrigger;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Events that say that something is wrong, and that it is over. */
class AlertsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static final class World implements AutoCloseable {
        final TestStations stations;
        final StationRef cp7;
        final AlertListResource resource;
        final StationAlertResource ofStation;
        private int events;

        World(TestDatabases.Kind kind) {
            stations = new TestStations(kind.open());
            cp7 = stations.station("CP-7");
            Alerts alerts = new Alerts(
                    new SqlAlertStore(stations.database, stations.commits),
                    AlertSettings.defaults(),
                    stations.audit,
                    new org.ohmstead.events.Outbox(stations.clock),
                    stations.clock);
            resource = new AlertListResource(alerts, CurrentActor.of(Actor.LOCAL));
            ofStation = new StationAlertResource(alerts, stations.stations, CurrentActor.of(Actor.LOCAL));
        }

        /** The station notices something right now. */
        void notices(
                EventTrigger trigger, String variable, String value, Integer monitor, Integer severity, boolean over) {
            stations.clock.advance(Duration.ofSeconds(1));
            says(stations.clock.instant(), trigger, variable, value, monitor, severity, over);
        }

        void says(
                Instant at,
                EventTrigger trigger,
                String variable,
                String value,
                Integer monitor,
                Integer severity,
                boolean over) {
            EventData data = new EventData(
                    ++events,
                    at,
                    trigger,
                    value,
                    new Component("Connector"),
                    EventNotification.CustomMonitor,
                    new Variable(variable),
                    null,
                    null,
                    null,
                    over ? Boolean.TRUE : null,
                    null,
                    monitor,
                    severity,
                    null);
            stations.notifyEvent()
                    .handle(
                            stations.caller(cp7, OcppVersion.V21),
                            new NotifyEvent.Request(stations.clock.instant(), 0, List.of(data)));
        }

        List<String> open() {
            return ofStation.list("CP-7", "true", null, null, null).items().stream()
                    .map(alert -> alert.variable().path("name").asText() + " " + alert.monitor() + " "
                            + alert.severity() + " " + alert.value() + " " + alert.events())
                    .toList();
        }

        @Override
        public void close() {
            stations.close();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_bound_that_is_passed_raises_an_alert_once_and_its_return_ends_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.notices(EventTrigger.Alerting, "Temperature", "81", 3, 2, false);
            world.notices(EventTrigger.Alerting, "temperature", "84", 3, 2, false);
            assertThat(world.open()).containsExactly("temperature 3 2 84 2");
            assertThat(world.stations.events("station.alert.raised"))
                    .singleElement()
                    .asString()
                    .contains("\"severity\":2", "\"actualValue\":\"81\"", "\"identity\":\"CP-7\"");
            world.notices(EventTrigger.Alerting, "Temperature", "70", 3, 2, true);
            assertThat(world.open()).isEmpty();
            assertThat(world.stations.events("station.alert.cleared"))
                    .singleElement()
                    .asString()
                    .contains("\"by\":\"cleared\"");
            world.notices(EventTrigger.Alerting, "Temperature", "90", 3, 2, false);
            assertThat(world.resource.list(null, null, null, null, null).items())
                    .extracting(StationAlertView::endedBy)
                    .containsExactly(null, "cleared");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_not_grave_or_has_no_end_raises_none(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.notices(EventTrigger.Alerting, "Temperature", "50", 1, 6, false);
            world.notices(EventTrigger.Delta, "Temperature", "51", 2, 0, false);
            world.notices(EventTrigger.Periodic, "Temperature", "52", 4, 0, false);
            assertThat(world.open()).isEmpty();
            world.notices(EventTrigger.Alerting, "Temperature", "53", null, null, false);
            assertThat(world.open()).as("of a gravity that nobody knows").containsExactly("Temperature null null 53 1");
            world.notices(EventTrigger.Delta, "Problem", "true", null, null, false);
            assertThat(world.open()).contains("Problem null null true 1");
            world.notices(EventTrigger.Delta, "Problem", "false", null, null, false);
            assertThat(world.open()).containsExactly("Temperature null null 53 1");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void two_monitors_of_a_variable_are_two_alerts_and_an_end_without_a_number_ends_both(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.notices(EventTrigger.Alerting, "Temperature", "70", 1, 5, false);
            world.notices(EventTrigger.Alerting, "Temperature", "90", 2, 1, false);
            assertThat(world.open()).hasSize(2);
            world.notices(EventTrigger.Alerting, "Temperature", "80", 2, 1, true);
            assertThat(world.open()).containsExactly("Temperature 1 5 70 1");
            world.notices(EventTrigger.Alerting, "Temperature", "90", 2, 1, false);
            world.notices(EventTrigger.Alerting, "Temperature", "20", null, null, true);
            assertThat(world.open()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_comes_late_or_twice_neither_raises_nor_ends_anything_anew(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            Instant start = world.stations.clock.instant();
            world.says(start.plusSeconds(10), EventTrigger.Alerting, "Temperature", "70", 1, 5, false);
            world.says(start.plusSeconds(5), EventTrigger.Alerting, "Temperature", "20", 1, 5, true);
            assertThat(world.open()).as("an end from before it").hasSize(1);
            world.says(start.plusSeconds(20), EventTrigger.Alerting, "Temperature", "20", 1, 5, true);
            world.says(start.plusSeconds(15), EventTrigger.Alerting, "Temperature", "71", 1, 5, false);
            assertThat(world.open()).as("told late of what is over").isEmpty();
            assertThat(world.stations.events("station.alert.raised")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void somebody_closes_what_a_station_does_not_end_and_says_why(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.notices(EventTrigger.Alerting, "Temperature", "70", 1, 5, false);
            String id = Long.toString(world.ofStation
                    .list("CP-7", null, "5", null, null)
                    .items()
                    .getFirst()
                    .id());
            assertThat(refused(() -> world.resource.close(id, null)).field()).isEqualTo("reason");
            StationAlertView closed = world.resource.close(id, new AlertListResource.Closing("Fan replaced"));
            assertThat(closed.endedBy()).isEqualTo("local");
            assertThat(RecordedLines.last(1, world.stations.database, world.stations.commits))
                    .singleElement()
                    .asString()
                    .contains("station-alert " + id + " closed", "Fan replaced");
            assertThat(refused(() -> world.resource.close(id, new AlertListResource.Closing("Again")))
                            .kind())
                    .isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused(() -> world.resource.get("999999")).kind()).isEqualTo(Refused.Kind.NOT_FOUND);
            assertThat(refused(() -> world.resource.list(null, null, "10", null, null))
                            .field())
                    .isEqualTo("severity");
            assertThat(world.stations.events("station.alert.cleared"))
                    .singleElement()
                    .asString()
                    .contains("\"by\":\"local\"");
        }
    }

    private static Refused refused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        Refused refusal = catchThrowableOfType(Refused.class, call);
        assertThat(refusal).isNotNull();
        return refusal;
    }
}
