package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.NOW;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Csv;
import org.ohmstead.api.CsvRows;
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Limit;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.lists.SessionQuery;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.SessionView;
import org.ohmstead.db.Scope;

/** Sessions and readings for a spreadsheet. */
class SessionTableTest {
    private final ChargingSite site = new ChargingSite();
    private final SessionLists lists =
            new SessionLists(site.pages, site.tokens, ChargingSettings.defaults(), Clock.fixed(at(60), ZoneOffset.UTC));

    @AfterEach
    void close() {
        site.close();
    }

    private static SessionQuery ended(String token, Instant from, Instant to) {
        return new SessionQuery(
                null, token, null, null, null, null, null, String.valueOf(from), String.valueOf(to), null);
    }

    private static final SessionQuery ALL =
            new SessionQuery(null, null, null, null, null, null, null, null, null, null);

    private static String text(CsvTable<?> table) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            table.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static List<List<String>> rows(CsvTable<?> table) {
        return CsvRows.of(text(table).substring(1)).stream()
                .map(CsvRows.Row::cells)
                .toList();
    }

    private List<Long> ids(SessionQuery query) {
        return lists.sessions(Scope.tenant(1), lists.filter(Scope.tenant(1), query), Limit.USUAL, null).items().stream()
                .map(SessionView::id)
                .toList();
    }

    @Test
    void a_list_by_end_has_the_newest_end_first_and_nothing_that_is_open() {
        long first = site.start(1, "FRIEND", 0, 0);
        long second = site.start(2, "FRIEND", 0, 1);
        site.start(3, "FRIEND", 0, 2);
        site.stop(second, 100, 10);
        site.stop(first, 100, 20);
        assertThat(ids(ended(null, at(0), at(30)))).containsExactly(first, second);
        assertThat(ids(ended(null, at(10), at(20)))).containsExactly(second);
        assertThat(ids(ended("friend", at(11), at(21)))).containsExactly(first);
        assertThat(ids(ended("mate", at(0), at(30)))).isEmpty();
        var filter = lists.filter(Scope.tenant(1), ended(null, at(0), at(30)));
        var page = lists.sessions(Scope.tenant(1), filter, new Limit(1), null);
        assertThat(lists.sessions(Scope.tenant(1), filter, new Limit(1), org.ohmstead.api.Cursor.of(page.next()))
                        .items())
                .extracting(SessionView::id)
                .containsExactly(second);
    }

    @Test
    void a_token_is_looked_for_by_any_of_its_values() {
        site.tokens.create(
                Actor.LOCAL,
                new org.ohmstead.tokens.Token(
                        "04A2B3C4D5E680",
                        "ISO14443",
                        null,
                        false,
                        null,
                        0,
                        List.of(),
                        null,
                        null,
                        null,
                        null,
                        List.of("X")));
        long id = site.start("04:a2:b3:c4:d5:e6:80", 0, 0);
        for (String value : List.of("04A2B3C4D5E680", "04-A2-B3-C4-D5-E6-80", "x")) {
            assertThat(ids(new SessionQuery(null, value, null, null, null, null, null, null, null, null)))
                    .as(value)
                    .containsExactly(id);
        }
    }

    @Test
    void a_table_is_for_spreadsheets_and_holds_all_there_are() {
        long number = site.start("KNOWN", 1000, 0);
        site.stop(number, 2500, 30);
        int more = 1234; // portions are of 500
        site.commits.write(Scope.everywhere(), 7, tx -> {
            for (int i = 0; i < more; i++) {
                tx.sql()
                        .insertInto(CHARGING_SESSION)
                        .set(CHARGING_SESSION.TENANT_ID, 1L)
                        .set(CHARGING_SESSION.STATION_ID, 8L)
                        .set(CHARGING_SESSION.OCPP_VERSION, "1.6")
                        .set(CHARGING_SESSION.GENERATION, 0)
                        .set(CHARGING_SESSION.STATE, "open")
                        .set(CHARGING_SESSION.STARTED_AT, NOW.minusSeconds(i / 7))
                        .set(CHARGING_SESSION.RECEIVED_AT, NOW)
                        .set(CHARGING_SESSION.IS_OFFLINE, false)
                        .set(CHARGING_SESSION.UPDATED_AT, NOW)
                        .execute();
            }
            return null;
        });
        String text = text(lists.table(Scope.tenant(1), lists.filter(Scope.tenant(1), ALL)));
        assertThat(text).startsWith("\uFEFFid,station,evse,connector,token,");
        List<List<String>> rows = rows(lists.table(Scope.tenant(1), lists.filter(Scope.tenant(1), ALL)));
        assertThat(rows).hasSize(1 + 1 + more).doesNotHaveDuplicates();
        List<String> row = rows.stream()
                .filter(cells -> cells.getFirst().equals(String.valueOf(number)))
                .findFirst()
                .orElseThrow();
        List<String> header = rows.getFirst();
        assertThat(row.get(header.indexOf("startedAt"))).isEqualTo("2026-05-01T12:00:00Z");
        assertThat(row.get(header.indexOf("endedAt"))).isEqualTo("2026-05-01T12:30:00Z");
        assertThat(row.get(header.indexOf("durationSeconds"))).isEqualTo("1800");
        assertThat(row.get(header.indexOf("energyWh"))).isEqualTo("1500");
        assertThat(row.get(header.indexOf("verdict"))).isEqualTo("complete");
    }

    @Test
    void readings_are_a_table_too() {
        long number = site.start("KNOWN", 1000, 0);
        site.meter(number, "1100.50", 1);
        site.meter(number, "1200", 2);
        List<List<String>> rows = rows(lists.readingsTable(Scope.tenant(1), number));
        assertThat(rows).hasSize(3);
        assertThat(rows.get(2)).startsWith("2026-05-01T12:01:00Z", "CP-7", "1", "1", String.valueOf(number), "1100.5");
        assertThat(rows.get(2).getLast()).contains("\"value\":\"1100.50\"");
    }

    @Test
    void no_cell_is_a_formula_and_quotes_keep_what_would_part_cells() {
        assertThat(Csv.line(CsvTable.cells(
                        "=HYPERLINK(\"x\")",
                        "+1",
                        "-1",
                        "@a",
                        "\tb",
                        -5,
                        new java.math.BigDecimal("1E+3"),
                        null,
                        "a,b\n\"c\"",
                        "d;e")))
                .isEqualTo("\"'=HYPERLINK(\"\"x\"\")\",'+1,'-1,'@a,'\tb,-5,1000,,\"a,b\n\"\"c\"\"\",\"d;e\"\r\n");
    }
}
