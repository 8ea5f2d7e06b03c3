package org.ohmstead.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.db.schema.Tables.STATION_EVENT;
import static org.ohmstead.db.schema.Tables.STATION_REPORT_PAGE;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Limit;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.monitoring.StationEvent;
import org.ohmstead.reports.Report;
import org.ohmstead.reports.ReportPage;
import org.ohmstead.reports.Reports;
import org.ohmstead.reports.SqlReportStore;
import org.ohmstead.securityevents.SecurityReport;
import org.ohmstead.stationjobs.Job;
import org.ohmstead.stationjobs.JobReport;

class NoticeRetentionTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final NoticeSettings TEN_DAYS = new NoticeSettings(Duration.ofDays(10), Duration.ofDays(1095));

    @ParameterizedTest
    @MethodSource(EACH)
    void events_reports_and_steps_of_jobs_go_when_they_are_too_old_and_security_events_stay(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            everything(fixture, 1);
            fixture.pass(Duration.ofDays(6));
            everything(fixture, 2);
            fixture.pass(Duration.ofDays(4));
            fixture.pruning.accept(TEN_DAYS);
            assertThat(events(fixture)).as("ten days and no longer").containsExactly(2, 1);
            fixture.pass(Duration.ofSeconds(1));
            fixture.pruning.accept(TEN_DAYS);
            assertThat(events(fixture)).containsExactly(2);
            assertThat(fixture.jobs.page(fixture.station, Limit.USUAL, null).items())
                    .extracting(status -> status.report().request())
                    .containsExactly(2);
            assertThat(fixture.reports.page(fixture.station, Limit.USUAL, null).items())
                    .extracting(Report::request)
                    .containsExactly(2);
            assertThat(fixture.database.read(Scope.everywhere()).fetchCount(STATION_REPORT_PAGE))
                    .as("a report goes with its pages")
                    .isEqualTo(1);
            assertThat(fixture.security
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .hasSize(2);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void more_than_are_cleared_at_once_go_as_well(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            fixture.events.report(
                    fixture.station,
                    IntStream.range(0, 2_100)
                            .mapToObj(number -> event(fixture, number))
                            .toList(),
                    (tx, event) -> {},
                    tx -> {});
            fixture.pass(Duration.ofDays(11));
            everything(fixture, 7);
            fixture.pruning.accept(TEN_DAYS);
            assertThat(events(fixture)).containsExactly(7);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_came_while_our_clock_was_ahead_keeps_nothing_behind_it_from_going(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            fixture.pass(Duration.ofDays(60));
            many(fixture, 0, 1_200);
            fixture.pass(Duration.ofDays(-60));
            many(fixture, 2_000, 4_500);
            fixture.pass(Duration.ofDays(11));
            everything(fixture, 9_999);
            fixture.pruning.accept(TEN_DAYS);
            assertThat(fixture.database.read(Scope.everywhere()).fetchCount(STATION_EVENT))
                    .as("those that are not old by what stands with them, and the newest one")
                    .isEqualTo(1_201);
        }
    }

    private static void many(NoticesFixture fixture, int from, int to) {
        fixture.events.report(
                fixture.station,
                IntStream.range(from, to)
                        .mapToObj(number -> event(fixture, number))
                        .toList(),
                (tx, event) -> {},
                tx -> {});
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void security_events_go_years_later_or_never(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            everything(fixture, 1);
            fixture.pass(Duration.ofDays(1096));
            fixture.pruning.accept(new NoticeSettings(Duration.ofDays(10), Duration.ZERO));
            assertThat(fixture.security
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .hasSize(1);
            fixture.pruning.accept(TEN_DAYS);
            assertThat(fixture.security
                            .page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void of_a_station_that_reports_without_end_the_newest_stay(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            for (int number = 0; number < SqlReportStore.MOST + 30; number++) {
                everything(fixture, number);
            }
            fixture.pruning.accept(TEN_DAYS);
            assertThat(fixture.database.read(Scope.everywhere()).fetchCount(STATION_REPORT_PAGE))
                    .isEqualTo(SqlReportStore.MOST);
            assertThat(fixture.reports
                            .page(fixture.station, Limit.USUAL, null)
                            .items()
                            .getFirst()
                            .request())
                    .isEqualTo(SqlReportStore.MOST + 29);
            assertThat(events(fixture)).as("fewer than too many").hasSize(50);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_report_that_never_ends_goes_on_in_another_one(TestDatabases.Kind kind) {
        try (var fixture = new NoticesFixture(kind.open())) {
            for (int page = 0; page <= Reports.MOST_PAGES; page++) {
                fixture.reports.add(
                        fixture.station,
                        new ReportPage(
                                "NotifyReport",
                                1,
                                page,
                                false,
                                null,
                                fixture.now(),
                                JsonNodeFactory.instance.arrayNode().add(page)));
            }
            assertThat(fixture.reports.page(fixture.station, Limit.USUAL, null).items())
                    .extracting(Report::pages)
                    .containsExactly(1, Reports.MOST_PAGES);
        }
    }

    private static void everything(NoticesFixture fixture, int number) {
        fixture.events.report(fixture.station, List.of(event(fixture, number)), (tx, event) -> {}, tx -> {});
        fixture.jobs.report(fixture.station, new JobReport(Job.FIRMWARE, number, "Downloading", null, fixture.now()));
        fixture.reports.add(
                fixture.station,
                new ReportPage(
                        "NotifyReport", number, 0, true, null, fixture.now(), JsonNodeFactory.instance.arrayNode()));
        fixture.security.report(
                fixture.station, new SecurityReport("Alarm" + number, fixture.now(), "", fixture.now()));
    }

    private static StationEvent event(NoticesFixture fixture, int number) {
        return new StationEvent(fixture.now(), false, IntNode.valueOf(number), fixture.now());
    }

    private static List<Integer> events(NoticesFixture fixture) {
        return fixture.events.page(fixture.station, NoticeFilter.ALL, Limit.USUAL, null).items().stream()
                .map(kept -> kept.data().asInt())
                .toList();
    }
}
