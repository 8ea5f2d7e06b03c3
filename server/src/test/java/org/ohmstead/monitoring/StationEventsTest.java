package org.ohmstead.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Limit;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.monitoring.ocpp2.MonitoringEvents2;
import org.ohmstead.notices.NoticeFilter;
import org.ohmstead.notices.NoticesFixture;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.EventNotification;
import org.ohmstead.ocpp.v2.NotifyEvent;
import org.ohmstead.ocpp.v2.NotifyEvent.EventData;
import org.ohmstead.ocpp.v2.NotifyEvent.EventTrigger;
import org.ohmstead.ocpp.v2.Variable;

class StationEventsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Instant THEN = Instant.parse("2026-03-01T11:00:00.5Z");

    @ParameterizedTest
    @MethodSource(EACH)
    void each_event_is_kept_as_it_came_and_once(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            notify(fixture, event(1, THEN, EventTrigger.Alerting, "true"), event(2, THEN, EventTrigger.Delta, "7"));
            fixture.pass(Duration.ofMinutes(1));
            notify(fixture, event(2, THEN, EventTrigger.Delta, "7"), event(3, THEN, EventTrigger.Delta, "8"));

            var kept = fixture.events
                    .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                    .items();
            assertThat(kept)
                    .extracting(event -> event.data().path("eventId").asInt())
                    .containsExactly(3, 2, 1);
            assertThat(kept.getLast().at()).isEqualTo(THEN);
            assertThat(kept.getLast().receivedAt()).isEqualTo(NoticesFixture.START);
            assertThat(kept.getLast().data()).isEqualTo(NoticesFixture.json("""
                {"eventId":1,"timestamp":"2026-03-01T11:00:00.500Z","trigger":"Alerting","actualValue":"true",
                "component":{"name":"Connector"},"eventNotificationType":"HardWiredNotification",
                "variable":{"name":"Problem"}}\
                """));
            assertThat(fixture.told("station.event.reported"))
                    .extracting(event -> event.path("data").path("eventId").asInt())
                    .containsExactly(1, 2, 3);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_eventId_that_a_station_uses_again_after_a_reboot_is_another_event(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            notify(fixture, event(1, THEN, EventTrigger.Delta, "7"));
            notify(fixture, event(1, THEN.plusSeconds(60), EventTrigger.Delta, "7"));
            notify(fixture, event(1, THEN, EventTrigger.Delta, "9"));
            assertThat(fixture.events
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .hasSize(3);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_periodic_value_is_kept_but_is_no_news(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            notify(fixture, event(1, THEN, EventTrigger.Periodic, "7"));
            assertThat(fixture.events
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .hasSize(1);
            assertThat(fixture.told("station.event.reported")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_event_without_a_time_happened_when_it_came_and_a_notification_without_events_is_nothing(
            TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            notify(fixture, event(1, null, EventTrigger.Delta, "7"));
            notify(fixture);
            assertThat(fixture.events
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .singleElement()
                    .satisfies(event -> assertThat(event.at()).isEqualTo(NoticesFixture.START));
        }
    }

    private static void notify(NoticesFixture fixture, EventData... events) {
        new MonitoringEvents2(fixture.events, fixture.alerts)
                .keep(
                        fixture.caller(OcppVersion.V201),
                        new NotifyEvent.Request(NoticesFixture.START, 0, List.of(events)),
                        tx -> {});
    }

    private static EventData event(int id, Instant at, EventTrigger trigger, String value) {
        return new EventData(
                id,
                at,
                trigger,
                value,
                new Component("Connector"),
                EventNotification.HardWiredNotification,
                new Variable("Problem"));
    }
}
