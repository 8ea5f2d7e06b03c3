package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.NOW;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.Query;
import org.jooq.conf.ParamType;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.charging.lists.ReadingFilter;
import org.ohmstead.charging.lists.SessionFilter;
import org.ohmstead.charging.lists.SessionTotals;
import org.ohmstead.charging.lists.SqlRollupPages;
import org.ohmstead.charging.lists.SqlSessionTotals;
import org.ohmstead.charging.lists.TotalsQuery;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.store.SqlRunningSessions;
import org.ohmstead.db.Scope;
import org.ohmstead.tokens.Token;

/**
 * No list looks at more rows than it shows, however many there are: SQLite says for each query which index it walks. What it
 * sorts by itself may be rows of the same moment only, or a trail's few events.
 */
class QueryPlansTest {
    private static final SessionFilter ANY = new SessionFilter(null, null, null, null, null, null, null, null, null);

    private final ChargingSite site = new ChargingSite();
    private final List<String> asked = new ArrayList<>();

    /** A list of the API. */
    record Listing(String name, java.util.function.Consumer<ChargingSite> query, String index) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeEach
    void listen() {
        site.database
                .read(Scope.tenant(1))
                .configuration()
                .set(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeStart(ExecuteContext context) {
                        Query query = context.query();
                        if (query != null && !query.getSQL().startsWith("explain")) {
                            asked.add(query.getSQL(ParamType.INLINED));
                        }
                    }
                }));
    }

    @AfterEach
    void close() {
        site.close();
    }

    static Stream<Listing> lists() {
        return Stream.of(
                sessions(ANY, "charging_session_by_start"),
                sessions(of("CP-7", null, null, null, null), "charging_session_by_station"),
                sessions(of("CP-7", null, null, null, 2), "charging_session_by_station"),
                sessions(of(null, "known", null, null, null), "charging_session_by_token"),
                sessions(of(null, null, SessionState.OPEN, null, null), "charging_session_open_start"),
                sessions(of(null, null, SessionState.ENDED, null, null), "charging_session_by_start"),
                sessions(of(null, null, null, SessionVerdict.SUSPECT, null), "charging_session_suspect"),
                sessions(of(null, null, null, SessionVerdict.INCOMPLETE, null), "charging_session_incomplete"),
                sessions(
                        new SessionFilter(null, null, null, null, null, NOW, NOW, null, null),
                        "charging_session_by_start"),
                totals(null, null, null, "charging_session_by_end"),
                totals("day", null, null, "charging_session_by_end"),
                totals("month,station,token", null, null, "charging_session_by_end"),
                totals("month", "CP-7", null, "charging_session_station_end"),
                totals("month", null, "KNOWN", "charging_session_token_end"),
                sessions(ended(null, null, null), "charging_session_by_end"),
                sessions(ended("CP-7", null, null), "charging_session_station_end"),
                sessions(ended(null, "known", null), "charging_session_token_end"),
                sessions(ended(null, null, SessionVerdict.SUSPECT), "charging_session_suspect_end"),
                sessions(ended(null, null, SessionVerdict.INCOMPLETE), "charging_session_incomplete_end"),
                readings(new ReadingFilter("CP-7", null, null, null, null), "sqlite_autoindex_meter_reading_1"),
                readings(new ReadingFilter("CP-7", null, 1, NOW, NOW), "sqlite_autoindex_meter_reading_1"),
                readings(new ReadingFilter(null, 1L, null, null, null), "meter_reading_by_session"),
                readings(new ReadingFilter("CP-7", 1L, 1, null, null), "meter_reading_by_session"),
                rollups(new ReadingFilter("CP-7", null, null, NOW, NOW), "meter_rollup_by_station"),
                rollups(new ReadingFilter(null, 1L, null, null, null), "meter_rollup_by_session"),
                new Listing(
                        "open sessions of tokens",
                        site -> Stream.of("a", "b")
                                .forEach(key -> site.running.with(Scope.tenant(1), List.of("known", key))),
                        "charging_session_open_token"));
    }

    private static SessionFilter of(
            String station, String token, SessionState state, SessionVerdict verdict, Integer evse) {
        return new SessionFilter(station, token, state, verdict, evse, null, null, null, null);
    }

    private static SessionFilter ended(String station, String token, SessionVerdict verdict) {
        return new SessionFilter(station, token, null, verdict, null, null, null, NOW, NOW);
    }

    private static Listing sessions(SessionFilter filter, String index) {
        return new Listing(
                filter.toString(),
                site -> Stream.of(1, 2)
                        .forEach(page -> site.pages.sessions(
                                Scope.tenant(1),
                                filter,
                                Limit.USUAL,
                                page == 1 ? null : Cursor.at(NOW.toString(), "9"))),
                index);
    }

    /** The database groups what it has found, which is no more than what the sums are about. */
    private static Listing totals(String by, String station, String token, String index) {
        TotalsQuery query = new TotalsQuery(by, "Europe/Berlin", station, token, NOW.toString(), NOW.toString(), null);
        return new Listing(
                "totals of " + query,
                site -> {
                    SqlSessionTotals store = new SqlSessionTotals(site.database);
                    SessionFilter filter = query.filter(Token::key);
                    store.firstEnd(Scope.tenant(1), filter, NOW);
                    store.rows(
                            Scope.tenant(1),
                            filter,
                            new SessionTotals.Period("2026-05", NOW, NOW),
                            query.groups(),
                            null,
                            50);
                },
                index);
    }

    private static Listing readings(ReadingFilter filter, String index) {
        Cursor second = filter.session() == null ? Cursor.at(NOW.toString(), "9") : Cursor.at(9);
        return new Listing(
                filter.toString(),
                site -> Stream.of(1, 2)
                        .forEach(page ->
                                site.pages.readings(Scope.tenant(1), filter, Limit.USUAL, page == 1 ? null : second)),
                index);
    }

    private static Listing rollups(ReadingFilter filter, String index) {
        return new Listing(
                "rollups of " + filter,
                site -> Stream.of(1, 2).forEach(page -> new SqlRollupPages(site.database)
                        .page(Scope.tenant(1), filter, Limit.USUAL, page == 1 ? null : Cursor.at(NOW.toString(), "9"))),
                index);
    }

    @ParameterizedTest
    @MethodSource("lists")
    void a_list_walks_an_index_from_where_its_page_begins(Listing list) {
        list.query().accept(site);
        assertThat(asked).hasSize(2);
        for (String query : asked) {
            String plan = String.join(
                    "\n",
                    site.database
                            .read(Scope.everywhere())
                            .fetch("explain query plan " + query)
                            .getValues("detail", String.class));
            assertThat(plan)
                    .as(query)
                    .contains(" INDEX " + list.index() + " ")
                    .doesNotContain("SCAN ")
                    .doesNotContain("TEMP B-TREE FOR ORDER BY");
        }
    }

    @Test
    void a_start_with_a_shared_token_does_not_look_at_the_sessions_that_it_was_refused_for() {
        String query = SqlRunningSessions.HOLDERS.replace("?", "1");
        assertThat(site.database
                        .read(Scope.everywhere())
                        .fetch("explain query plan " + query)
                        .getValues("detail", String.class))
                .hasSize(1)
                .allMatch(step -> step.contains(
                        "INDEX charging_session_open_token (tenant_id=? AND token_key=? AND token_verdict=?)"));
    }
}
