package org.ohmstead.securityevents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ohmstead.db.schema.Tables.SECURITY_EVENT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.jooq.impl.DSL;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.notices.NoticeFilter;
import org.ohmstead.notices.NoticesFixture;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v16.SecurityEventNotification;
import org.ohmstead.securityevents.ocpp16.SecurityEventNotification16;
import org.ohmstead.securityevents.ocpp2.SecurityEventNotification2;

class SecurityEventsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Instant THEN = Instant.parse("2026-02-28T23:59:59.123Z");

    @ParameterizedTest
    @MethodSource(EACH)
    void an_event_is_kept_and_told_once_however_often_it_is_repeated(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            var handler = new SecurityEventNotification16(fixture.security);
            var call = new SecurityEventNotification.Request("TamperDetectionActivated", THEN, "lid open");
            handler.handle(fixture.caller(OcppVersion.V16), call);
            fixture.pass(Duration.ofMinutes(1));
            handler.handle(fixture.caller(OcppVersion.V16), call);

            var kept = fixture.security
                    .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                    .items();
            assertThat(kept).hasSize(1);
            assertThat(kept.getFirst().station()).isEqualTo("CP-7");
            assertThat(kept.getFirst().first())
                    .isEqualTo(new SecurityReport("TamperDetectionActivated", THEN, "lid open", NoticesFixture.START));
            assertThat(fixture.told("security.reported")).singleElement().satisfies(event -> {
                assertThat(event.path("identity").asText()).isEqualTo("CP-7");
                assertThat(event.path("type").asText()).isEqualTo("TamperDetectionActivated");
                assertThat(event.path("stationAt").asText()).isEqualTo(THEN.toString());
            });
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void another_type_detail_or_station_makes_another_row_and_another_time_counts(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            report(fixture, "A", THEN, "");
            report(fixture, "A", THEN.plusSeconds(1), "");
            report(fixture, "B", THEN, "");
            report(fixture, "A", THEN, "more");
            fixture.security.report(fixture.other, new SecurityReport("A", THEN, "", fixture.now()));
            assertThat(fixture.security
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .extracting(event -> event.first().type(), SecurityEvent::occurred)
                    .containsExactly(tuple("A", 1L), tuple("B", 1L), tuple("A", 2L));
            assertThat(fixture.security
                            .page(Scope.tenant(1), NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .extracting(SecurityEvent::station)
                    .containsExactly("CP-8", "CP-7", "CP-7", "CP-7");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_event_at_every_time_synchronisation_is_a_row_a_day_and_an_intrusion_among_them_is_found(
            TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            for (int minute = 0; minute < 2 * 24 * 60; minute += 5) {
                report(fixture, "SettingSystemTime", fixture.now(), "");
                report(fixture, "SettingSystemTime", fixture.now(), ""); // its answer was late
                if (minute == 60) {
                    report(fixture, "TamperDetectionActivated", fixture.now(), "lid");
                }
                fixture.pass(Duration.ofMinutes(5));
            }
            var all = fixture.security
                    .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                    .items();
            assertThat(all)
                    .extracting(event -> event.first().type(), SecurityEvent::occurred)
                    .containsExactly(
                            tuple("SettingSystemTime", 288L),
                            tuple("TamperDetectionActivated", 1L),
                            tuple("SettingSystemTime", 288L));
            assertThat(all.getLast().first().stationAt()).isEqualTo(NoticesFixture.START);
            Instant last = NoticesFixture.START.plus(Duration.ofDays(1)).minus(Duration.ofMinutes(5));
            assertThat(all.getLast().lastStationAt()).isEqualTo(last);
            assertThat(all.getLast().lastReceivedAt()).isEqualTo(last);
            assertThat(fixture.told("security.reported")).hasSize(3);

            assertThat(types(fixture, NoticeFilter.of("TamperDetectionActivated", null, null)))
                    .containsExactly("TamperDetectionActivated");
            assertThat(types(
                            fixture,
                            NoticeFilter.of(
                                    null, last.toString(), last.plusSeconds(1).toString())))
                    .as("a row that began before and goes on")
                    .containsExactly("SettingSystemTime");
            assertThat(types(fixture, NoticeFilter.of(null, null, NoticesFixture.START.toString())))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_that_invents_words_fills_some_hundred_rows_a_day_and_all_of_it_is_counted(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            for (int number = 0; number < 1000; number++) {
                report(fixture, "SettingSystemTime", fixture.now().plusMillis(number), "old time " + number);
                report(fixture, "Invented" + number, fixture.now().plusMillis(number), "x");
            }
            assertThat(fixture.database.read(Scope.everywhere()).fetchCount(SECURITY_EVENT))
                    .isLessThanOrEqualTo(2 * SqlSecurityEventStore.MOST + 2);
            assertThat(fixture.database
                            .read(Scope.everywhere())
                            .select(DSL.sum(SECURITY_EVENT.OCCURRED))
                            .from(SECURITY_EVENT)
                            .fetchOne(0, int.class))
                    .isEqualTo(2000);
            assertThat(fixture.security
                            .page(fixture.station, NoticeFilter.of("SettingSystemTime", null, null), Limit.USUAL, null)
                            .items()
                            .getFirst())
                    .satisfies(event -> {
                        assertThat(event.first().techInfo()).isEqualTo("(others)");
                        assertThat(event.occurred()).isEqualTo(900);
                    });
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_list_goes_from_the_newest_arrival_on_and_never_beyond_its_limit(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            for (int number = 0; number < 5; number++) {
                report(fixture, "E" + number, THEN.minusSeconds(number), "");
            }
            Page<SecurityEvent> first = fixture.security.page(fixture.station, NoticeFilter.ALL, new Limit(3), null);
            Page<SecurityEvent> second =
                    fixture.security.page(fixture.station, NoticeFilter.ALL, new Limit(3), Cursor.of(first.next()));
            assertThat(first.items()).extracting(event -> event.first().type()).containsExactly("E4", "E3", "E2");
            assertThat(second.items()).extracting(event -> event.first().type()).containsExactly("E1", "E0");
            assertThat(second.next()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_detail_of_a_megabyte_is_kept_as_it_came(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            StringBuilder text = new StringBuilder();
            for (int number = 0; text.length() < 1_000_000; number++) {
                text.append(Integer.toHexString(number * 0x9E3779B1));
            }
            report(fixture, "Long", THEN, text.toString());
            report(fixture, "Long", THEN, text.toString());
            assertThat(fixture.security
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .singleElement()
                    .satisfies(event -> assertThat(event.first().techInfo()).isEqualTo(text.toString()));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_type_of_any_length_is_kept_as_far_as_it_may_mean_something(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            String endless = new Random(1)
                    .ints(9_000, 'a', 'z')
                    .mapToObj(Character::toString)
                    .collect(Collectors.joining());
            report(fixture, endless, THEN, "");
            assertThat(fixture.security
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .singleElement()
                    .satisfies(event -> assertThat(event.first().type()).isEqualTo(endless.substring(0, 255)));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_careless_station_left_out_costs_no_event(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            new SecurityEventNotification2(fixture.security)
                    .handle(
                            fixture.caller(OcppVersion.V201),
                            new org.ohmstead.ocpp.v2.SecurityEventNotification.Request(null, null));
            assertThat(fixture.security
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.first().type()).isEqualTo("Unknown");
                        assertThat(event.first().stationAt()).isEqualTo(NoticesFixture.START);
                        assertThat(event.first().techInfo()).isEmpty();
                    });
        }
    }

    private static void report(NoticesFixture fixture, String type, Instant at, String techInfo) {
        fixture.security.report(fixture.station, new SecurityReport(type, at, techInfo, fixture.now()));
    }

    private static List<String> types(NoticesFixture fixture, NoticeFilter filter) {
        return fixture.security.page(fixture.station, filter, Limit.USUAL, null).items().stream()
                .map(event -> event.first().type())
                .toList();
    }
}
