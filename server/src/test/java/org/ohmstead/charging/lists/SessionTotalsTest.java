package org.ohmstead.charging.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

/** What an operator adds up on the first of each month; the same on SQLite and on PostgreSQL. */
class SessionTotalsTest {
    private static SessionTotals totals(ChargingSite site) {
        return new SessionTotals(new SqlSessionTotals(site.database), site.tokens);
    }

    private static TotalsQuery query(String by, String zone, String from, String to) {
        return new TotalsQuery(by, zone, null, null, from, to, null);
    }

    /** @param end null: open */
    private static void session(
            ChargingSite site, long station, String token, String start, String end, String verdict, String wh) {
        site.commits.write(Scope.everywhere(), station, tx -> tx.sql()
                .insertInto(CHARGING_SESSION)
                .set(CHARGING_SESSION.TENANT_ID, 1L)
                .set(CHARGING_SESSION.STATION_ID, station)
                .set(CHARGING_SESSION.OCPP_VERSION, "1.6")
                .set(CHARGING_SESSION.GENERATION, 0)
                .set(CHARGING_SESSION.STATE, end == null ? "open" : "ended")
                .set(CHARGING_SESSION.TOKEN_VALUE, token)
                .set(CHARGING_SESSION.TOKEN_KEY, token == null ? null : org.ohmstead.tokens.Token.key(token))
                .set(CHARGING_SESSION.STARTED_AT, Instant.parse(start))
                .set(CHARGING_SESSION.RECEIVED_AT, Instant.parse(start))
                .set(CHARGING_SESSION.ENDED_AT, end == null ? null : Instant.parse(end))
                .set(CHARGING_SESSION.VERDICT, verdict)
                .set(CHARGING_SESSION.ENERGY_WH, wh == null ? null : new BigDecimal(wh))
                .set(CHARGING_SESSION.IS_OFFLINE, false)
                .set(CHARGING_SESSION.UPDATED_AT, Instant.parse(start))
                .execute());
    }

    private static ChargingSite site(TestDatabases.Kind kind) {
        ChargingSite site = new ChargingSite(kind.open());
        session(site, 7, "KNOWN", "2026-03-28T10:00:00Z", "2026-03-28T23:30:00Z", "complete", "1000.1");
        session(site, 7, "known", "2026-03-29T10:00:00Z", "2026-03-29T12:00:00Z", "complete", "0.2");
        session(site, 8, "KNOWN", "2026-03-29T10:00:00Z", "2026-03-29T21:59:59Z", "suspect", "910000");
        session(site, 8, "MATE", "2026-03-29T10:00:00Z", "2026-03-29T22:00:00Z", "incomplete", null);
        session(site, 8, null, "2026-03-31T10:00:00Z", "2026-03-31T22:30:00Z", "complete", "5");
        session(site, 7, "KNOWN", "2026-03-31T23:00:00Z", null, null, "700");
        return site;
    }

    private static String shown(SessionTotal row) {
        return row.period() + " " + row.station() + " " + row.token() + " "
                + List.of(row.complete(), row.incomplete(), row.suspect()).stream()
                        .map(sum -> sum.sessions() + ":" + sum.energyWh().toPlainString())
                        .toList();
    }

    private static List<String> rows(ChargingSite site, TotalsQuery query) {
        return totals(site).page(Scope.tenant(1), query, Limit.USUAL, null).items().stream()
                .map(SessionTotalsTest::shown)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_month_and_a_day_are_those_of_the_zone_and_have_no_open_session(TestDatabases.Kind kind) {
        try (ChargingSite site = site(kind)) {
            assertThat(rows(site, query(null, null, null, null)))
                    .containsExactly("2026-03 null null [3:1005.3, 1:0, 1:910000]");
            assertThat(rows(site, query("month", "Europe/Berlin", null, null)))
                    .containsExactly(
                            "2026-03 null null [2:1000.3, 1:0, 1:910000]", "2026-04 null null [1:5, 0:0, 0:0]");
            // In Berlin the 29th has 23 hours: it ends at 22:00 UTC.
            assertThat(rows(site, query("day", "Europe/Berlin", null, null)))
                    .containsExactly(
                            "2026-03-29 null null [2:1000.3, 0:0, 1:910000]",
                            "2026-03-30 null null [0:0, 1:0, 0:0]",
                            "2026-04-01 null null [1:5, 0:0, 0:0]");
            assertThat(totals(site)
                            .page(Scope.tenant(1), query("day", "Europe/Berlin", null, null), Limit.USUAL, null)
                            .items())
                    .first()
                    .satisfies(day -> {
                        assertThat(day.from()).isEqualTo("2026-03-28T23:00:00Z");
                        assertThat(day.to()).isEqualTo("2026-03-29T22:00:00Z");
                    });
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void rows_are_per_station_and_token_as_they_were_asked_for(TestDatabases.Kind kind) {
        try (ChargingSite site = site(kind)) {
            assertThat(rows(site, query("station", null, null, null)))
                    .containsExactly("null CP-7 null [2:1000.3, 0:0, 0:0]", "null CP-8 null [1:5, 1:0, 1:910000]");
            assertThat(rows(site, query("token", null, null, "2026-03-30T00:00:00Z")))
                    .hasSize(2)
                    .first()
                    .asString()
                    .containsIgnoringCase("null null known [2:1000.3, 0:0, 1:910000]");
            assertThat(rows(site, new TotalsQuery("month, station", null, "cp-8", "MATE", null, null, null)))
                    .containsExactly("2026-03 CP-8 null [0:0, 1:0, 0:0]");
            assertThat(rows(site, query("day", null, "2026-03-29T12:00:00Z", "2026-03-29T22:00:00Z")))
                    .containsExactly("2026-03-29 null null [1:0.2, 0:0, 1:910000]");
            assertThat(totals(site)
                            .page(Scope.tenant(2), query(null, null, null, null), Limit.USUAL, null)
                            .items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void pages_go_on_where_the_one_before_ended(TestDatabases.Kind kind) {
        try (ChargingSite site = site(kind)) {
            for (String by :
                    List.of("day,station,token", "month,token", "station", "token", "day", "month", "station,token")) {
                TotalsQuery query = query(by, "Europe/Berlin", null, null);
                List<SessionTotal> paged = new ArrayList<>();
                Cursor cursor = null;
                do {
                    var page = totals(site).page(Scope.tenant(1), query, new Limit(1), cursor);
                    paged.addAll(page.items());
                    cursor = Cursor.of(page.next());
                } while (cursor != null);
                assertThat(paged)
                        .as(by)
                        .isEqualTo(totals(site)
                                .page(Scope.tenant(1), query, Limit.USUAL, null)
                                .items());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void as_a_table_it_has_one_header_line_and_points_in_decimals(TestDatabases.Kind kind) throws Exception {
        try (ChargingSite site = site(kind)) {
            var out = new java.io.ByteArrayOutputStream();
            totals(site)
                    .table(Scope.tenant(1), query("month,token", null, null, null))
                    .write(out);
            assertThat(out.toString(StandardCharsets.UTF_8).lines())
                    .hasSize(4)
                    .startsWith(
                            "\uFEFFperiod,from,to,station,token,completeSessions,completeEnergyWh,incompleteSessions,"
                                    + "incompleteEnergyWh,suspectSessions,suspectEnergyWh",
                            "2026-03,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z,,,1,5,0,0,0,0")
                    .anyMatch(line -> line.contains(",2,1000.3,0,0,1,910000"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "by,      'week',        ",
        "by,      'day,month',   ",
        "by,      'day,,token',  ",
        "zone,    'month',       Berlin",
    })
    void what_cannot_be_grouped_by_is_named(String field, String by, String zone) {
        try (ChargingSite site = new ChargingSite()) {
            Refused problem = catchThrowableOfType(Refused.class, () -> totals(site)
                    .page(Scope.tenant(1), query(by, zone, null, null), Limit.USUAL, null));
            assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(problem.field()).isEqualTo(field);
        }
    }
}
