package org.ohmstead.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.notices.NoticesFixture;

class ReportsTest {
    private static final boolean LAST = true;
    private static final boolean MORE = false;
    private static final Instant MADE = Instant.parse("2026-03-01T11:59:00.123456Z");

    private final NoticesFixture fixture = new NoticesFixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void pages_in_the_order_0_2_1_make_a_complete_report_that_reads_0_1_2(TestDatabases.Kind kind) {
        try (var each = new NoticesFixture(kind.open())) {
            page(each, 1, 0, MORE, MADE, "a");
            page(each, 1, 2, LAST, MADE, "c");
            Report halfway = only(each);
            assertThat(halfway.completedAt()).isNull();
            assertThat(content(each, halfway).missing()).containsExactly(1);
            assertThat(each.told("report.completed")).isEmpty();

            each.pass(Duration.ofSeconds(10));
            page(each, 1, 1, MORE, MADE, "b");
            Report whole = only(each);
            assertThat(whole.completedAt()).isEqualTo(each.now());
            assertThat(whole.pages()).isEqualTo(3);
            assertThat(texts(each, whole)).containsExactly("a", "b", "c");
            assertThat(content(each, whole).missing()).isEmpty();
            assertThat(each.told("report.completed")).singleElement().satisfies(event -> {
                assertThat(event.path("action").asText()).isEqualTo("NotifyReport");
                assertThat(event.path("request").asInt()).isEqualTo(1);
                assertThat(event.path("report").asLong()).isEqualTo(whole.id());
                assertThat(event.path("pages").asInt()).isEqualTo(3);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_repeated_page_changes_nothing_before_and_after_the_report_is_complete(TestDatabases.Kind kind) {
        try (var each = new NoticesFixture(kind.open())) {
            page(each, 1, 0, MORE, MADE, "a");
            page(each, 1, 0, MORE, MADE, "a");
            page(each, 1, 1, LAST, MADE, "b");
            each.pass(Duration.ofDays(2));
            page(each, 1, 1, LAST, MADE, "b");
            page(each, 1, 0, MORE, MADE, "a");
            assertThat(texts(each, only(each))).containsExactly("a", "b");
            assertThat(each.told("report.completed")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_order_of_arrival_counts_where_there_is_no_seqNo_and_a_repeated_page_counts_once(TestDatabases.Kind kind) {
        try (var each = new NoticesFixture(kind.open())) {
            page(each, 1, null, MORE, null, "a");
            page(each, 1, null, MORE, null, "b");
            page(each, 1, null, MORE, null, "b");
            page(each, 1, null, LAST, null, "c");
            page(each, 1, null, LAST, null, "c");
            assertThat(texts(each, only(each))).containsExactly("a", "b", "c");
            assertThat(only(each).completedAt()).isNotNull();
        }
    }

    @Test
    void a_requestId_that_is_used_again_after_the_report_was_complete_opens_another_report() {
        page(fixture, 1, 0, LAST, MADE, "old");
        page(fixture, 1, 0, MORE, MADE.plusSeconds(1), "old");
        page(fixture, 1, 1, LAST, MADE.plusSeconds(1), "new");
        assertThat(all()).hasSize(2).allSatisfy(report -> assertThat(report.completedAt())
                .isNotNull());
        assertThat(texts(fixture, all().getLast())).containsExactly("old");
        assertThat(texts(fixture, all().getFirst())).containsExactly("old", "new");
    }

    @Test
    void the_same_answer_to_a_later_request_is_another_report_even_without_a_time_in_it() {
        page(fixture, 1, null, LAST, null, "same");
        fixture.pass(Reports.REPETITION);
        page(fixture, 1, null, LAST, null, "same");
        assertThat(all()).hasSize(2);
    }

    @Test
    void a_page_that_contradicts_one_that_has_come_begins_another_report_and_overwrites_nothing() {
        page(fixture, 1, 0, MORE, MADE, "a");
        page(fixture, 1, 0, MORE, MADE, "x");
        page(fixture, 1, 1, LAST, MADE, "y");
        assertThat(texts(fixture, all().getLast())).containsExactly("a");
        assertThat(texts(fixture, all().getFirst())).containsExactly("x", "y");
        assertThat(all().getFirst().completedAt()).isNotNull();
    }

    @Test
    void pages_that_were_lost_are_not_made_up_by_a_report_that_was_asked_for_much_later() {
        page(fixture, 1, 1, LAST, MADE, "old end");
        fixture.pass(Reports.PATIENCE.plusSeconds(1));
        page(fixture, 1, 0, MORE, MADE.plusSeconds(4000), "new begin");
        assertThat(all()).hasSize(2).allSatisfy(report -> assertThat(report.completedAt())
                .isNull());
    }

    @Test
    void reports_of_other_requests_actions_and_stations_do_not_mix() {
        page(fixture, 1, 0, MORE, MADE, "a");
        page(fixture, 2, 1, LAST, MADE, "b");
        fixture.reports.add(
                fixture.station, new ReportPage("NotifyMonitoringReport", 1, 1, LAST, MADE, fixture.now(), list("c")));
        fixture.reports.add(fixture.other, new ReportPage("NotifyReport", 1, 1, LAST, MADE, fixture.now(), list("d")));
        assertThat(all()).hasSize(3).allSatisfy(report -> assertThat(report.completedAt())
                .isNull());
    }

    @Test
    void numbers_that_no_honest_station_sends_are_kept_and_harm_nothing() {
        page(fixture, 1, Integer.MAX_VALUE, LAST, MADE, "far");
        page(fixture, 1, -1, MORE, MADE, "before");
        Report report = only(fixture);
        assertThat(report.completedAt()).isNull();
        assertThat(content(fixture, report).missing()).hasSize(100).startsWith(0, 1, 2);
        assertThat(texts(fixture, report)).containsExactly("before", "far");
    }

    @Test
    void an_arriving_page_behind_the_highest_number_there_is_opens_another_report() {
        page(fixture, 1, Integer.MAX_VALUE, MORE, MADE, "far");
        page(fixture, 1, null, LAST, null, "next");
        assertThat(all()).hasSize(2);
    }

    @Test
    void a_long_report_is_read_in_parts() {
        for (int number = 0; number < 5; number++) {
            page(fixture, 1, number, number == 4, MADE, "p" + number);
        }
        Report report = only(fixture);
        Reports.Content first = fixture.reports.content(Scope.tenant(1), report.id(), new Limit(3), null);
        Reports.Content second =
                fixture.reports.content(Scope.tenant(1), report.id(), new Limit(3), Cursor.of(first.next()));
        assertThat(first.items()).extracting(JsonNode::asText).containsExactly("p0", "p1", "p2");
        assertThat(second.items()).extracting(JsonNode::asText).containsExactly("p3", "p4");
        assertThat(second.next()).isNull();
    }

    @Test
    void a_report_of_nobody_or_of_another_tenant_is_not_found() {
        page(fixture, 1, 0, LAST, MADE, "a");
        long id = only(fixture).id();
        assertThatThrownBy(() -> fixture.reports.content(Scope.tenant(1), id + 1, Limit.USUAL, null))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> fixture.reports.content(Scope.tenant(2), id, Limit.USUAL, null))
                .isInstanceOf(Refused.class);
    }

    private static void page(
            NoticesFixture fixture,
            int request,
            @Nullable Integer seqNo,
            boolean last,
            @Nullable Instant generatedAt,
            String item) {
        fixture.reports.add(
                fixture.station,
                new ReportPage("NotifyReport", request, seqNo, last, generatedAt, fixture.now(), list(item)));
    }

    private static ArrayNode list(String item) {
        return (ArrayNode) NoticesFixture.json("[\"" + item + "\"]");
    }

    /** The newest first. */
    private List<Report> all() {
        return fixture.reports.page(fixture.station, Limit.USUAL, null).items();
    }

    private static Report only(NoticesFixture fixture) {
        List<Report> all =
                fixture.reports.page(fixture.station, Limit.USUAL, null).items();
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static Reports.Content content(NoticesFixture fixture, Report report) {
        return fixture.reports.content(Scope.tenant(1), report.id(), Limit.USUAL, null);
    }

    private static List<String> texts(NoticesFixture fixture, Report report) {
        return content(fixture, report).items().stream().map(JsonNode::asText).toList();
    }
}
