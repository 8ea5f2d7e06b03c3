package org.ohmstead.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.SecurityEventNotification;
import org.ohmstead.reports.ocpp16.SecurityEventNotification16;
import org.ohmstead.reports.ocpp2.SecurityEventNotification2;

class SecurityEventsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Instant THEN = Instant.parse("2026-02-28T23:59:59.123Z");

    @ParameterizedTest
    @MethodSource(EACH)
    void an_event_is_kept_and_told_once_however_often_it_is_repeated(TestDatabases.Kind kind) {
        try (var fixture = new ReportsFixture(kind.open())) {
            var handler = new SecurityEventNotification16(fixture.security);
            var call = new SecurityEventNotification.Request("TamperDetectionActivated", THEN, "lid open");
            handler.handle(fixture.caller(OcppVersion.V16), call);
            fixture.pass(Duration.ofMinutes(1));
            handler.handle(fixture.caller(OcppVersion.V16), call);

            var kept = fixture.security.page(fixture.station, Limit.USUAL, null).items();
            assertThat(kept).hasSize(1);
            assertThat(kept.getFirst().station()).isEqualTo("CP-7");
            assertThat(kept.getFirst().report())
                    .isEqualTo(new SecurityReport("TamperDetectionActivated", THEN, "lid open", ReportsFixture.START));
            assertThat(fixture.told("security.reported")).singleElement().satisfies(event -> {
                assertThat(event.path("identity").asText()).isEqualTo("CP-7");
                assertThat(event.path("type").asText()).isEqualTo("TamperDetectionActivated");
                assertThat(event.path("stationAt").asText()).isEqualTo(THEN.toString());
            });
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void another_time_type_detail_or_station_makes_another_event(TestDatabases.Kind kind) {
        try (var fixture = new ReportsFixture(kind.open())) {
            report(fixture, "A", THEN, "");
            report(fixture, "A", THEN.plusSeconds(1), "");
            report(fixture, "B", THEN, "");
            report(fixture, "A", THEN, "more");
            fixture.security.report(fixture.other, new SecurityReport("A", THEN, "", fixture.now()));
            assertThat(fixture.security.page(fixture.station, Limit.USUAL, null).items())
                    .hasSize(4);
            assertThat(fixture.security.page(1, Limit.USUAL, null).items())
                    .extracting(SecurityEvent::station)
                    .containsExactly("CP-8", "CP-7", "CP-7", "CP-7", "CP-7");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_list_goes_from_the_newest_arrival_on_and_never_beyond_its_limit(TestDatabases.Kind kind) {
        try (var fixture = new ReportsFixture(kind.open())) {
            for (int number = 0; number < 5; number++) {
                report(fixture, "E" + number, THEN.minusSeconds(number), "");
            }
            Page<SecurityEvent> first = fixture.security.page(fixture.station, new Limit(3), null);
            Page<SecurityEvent> second = fixture.security.page(fixture.station, new Limit(3), Cursor.of(first.next()));
            assertThat(first.items()).extracting(event -> event.report().type()).containsExactly("E4", "E3", "E2");
            assertThat(second.items())
                    .extracting(event -> event.report().type())
                    .containsExactly("E1", "E0");
            assertThat(second.next()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_detail_of_a_megabyte_is_kept_as_it_came(TestDatabases.Kind kind) {
        try (var fixture = new ReportsFixture(kind.open())) {
            StringBuilder text = new StringBuilder();
            for (int number = 0; text.length() < 1_000_000; number++) {
                text.append(Integer.toHexString(number * 0x9E3779B1));
            }
            report(fixture, "Long", THEN, text.toString());
            report(fixture, "Long", THEN, text.toString());
            assertThat(fixture.security.page(fixture.station, Limit.USUAL, null).items())
                    .singleElement()
                    .satisfies(event -> assertThat(event.report().techInfo()).isEqualTo(text.toString()));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_careless_station_left_out_costs_no_event(TestDatabases.Kind kind) {
        try (var fixture = new ReportsFixture(kind.open())) {
            new SecurityEventNotification2(fixture.security)
                    .handle(
                            fixture.caller(OcppVersion.V201),
                            new org.ohmstead.ocpp.v2.SecurityEventNotification.Request(null, null));
            assertThat(fixture.security.page(fixture.station, Limit.USUAL, null).items())
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.report().type()).isEqualTo("Unknown");
                        assertThat(event.report().stationAt()).isEqualTo(ReportsFixture.START);
                        assertThat(event.report().techInfo()).isEmpty();
                    });
        }
    }

    private static void report(ReportsFixture fixture, String type, Instant at, String techInfo) {
        fixture.security.report(fixture.station, new SecurityReport(type, at, techInfo, fixture.now()));
    }
}
