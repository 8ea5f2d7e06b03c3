package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.charging.ChargingSite.wh;
import static org.ohmstead.db.schema.Tables.SESSION_EVENT;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.charging.lists.EvidenceView;
import org.ohmstead.charging.lists.ReadingFilter;
import org.ohmstead.charging.lists.ReadingView;
import org.ohmstead.charging.lists.SessionFilter;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SeqRange;
import org.ohmstead.charging.session.SessionState;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.session.TokenUse;
import org.ohmstead.charging.store.SqlChargingSessionStore;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.tokens.RunningSession;

/** The same on SQLite and on PostgreSQL. */
class SessionStoreTest {
    private static final SessionFilter ANY = new SessionFilter(null, null, null, null, null, null, null, null, null);

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_session_is_read_as_it_was_written_in_every_field(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            ChargingSession full = new ChargingSession(
                    0,
                    new Origin(CP7, OcppVersion.V21, "key|ä", "Tx-1", 3, 4L, 5L),
                    new ConnectorRef(6, 7),
                    new TokenUse("Token", "ISO14443", "Fleet", "accepted"),
                    new TokenUse("Other", "Central", null, null),
                    new SessionTimes(micros(1), micros(2), micros(3), micros(4), micros(5), micros(6)),
                    new MeterState(
                            new BigDecimal("1000000.123456"),
                            new BigDecimal("20"),
                            new BigDecimal("0"),
                            micros(7),
                            new BigDecimal("0.5"),
                            new BigDecimal("-3.25"),
                            new BigDecimal("100"),
                            new BigDecimal("12.5"),
                            new BigDecimal("11000")),
                    new SeqRange(0, Integer.MAX_VALUE, 9),
                    ChargingState.SUSPENDED_BY_EV,
                    new Ending(ClosedBy.OPERATOR, StopReason.SOC_LIMIT_REACHED, SessionVerdict.SUSPECT),
                    true,
                    EnumSet.allOf(Suspicion.class));
            SqlChargingSessionStore store = new SqlChargingSessionStore(site.database);
            ChargingSession stored = site.commits.write(Scope.everywhere(), 7, tx -> store.insert(tx, full));
            assertThat(stored.id()).isPositive();
            assertThat(site.session(stored.id())).isEqualTo(full.withId(stored.id()));
            ChargingSession bare = ChargingSession.fresh(
                            new Origin(CP7, OcppVersion.V16, null, null, 0, null, null),
                            new SessionTimes(micros(1), null, null, null, micros(1), micros(1)))
                    .withId(stored.id());
            site.commits.write(Scope.everywhere(), 7, tx -> {
                store.update(tx, stored, bare);
                return true;
            });
            assertThat(site.session(stored.id())).isEqualTo(bare);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_open_sessions_of_some_tokens_are_found(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            site.stop(site.start(1, "FRIEND", 0, 0), 5, 1);
            long friend = site.start(2, "FRIEND", 1000, 2);
            site.meter(2, friend, "1500.5", 3);
            long mate = site.start(3, "MATE", 0, 4);
            site.start(4, "KNOWN", 0, 5);
            assertThat(site.running.with(Scope.tenant(1), List.of("mate", "friend", "nobody")))
                    .extracting(RunningSession::id)
                    .containsExactly(friend, mate);
            assertThat(site.running.with(Scope.tenant(1), List.of("friend")))
                    .containsExactly(new RunningSession(
                            friend, "CP-7", 2, "FRIEND", null, at(2), site.now, new BigDecimal("500.5")));
            assertThat(site.running.with(Scope.tenant(2), List.of("friend"))).isEmpty();
            assertThat(site.running.with(Scope.tenant(1), List.of())).isEmpty();
        }
    }

    private static Instant micros(int number) {
        return at(number).plusNanos(number * 1000L);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_numbered_session_and_a_sequenced_one_run_from_begin_to_end(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            long number = site.start("KNOWN", 1000, 0);
            assertThat(site.start("KNOWN", 1000, 0)).isEqualTo(number);
            site.meter(number, "1250.5", 5);
            site.meter(number, "1250.5", 5);
            site.stop(number, 2000, 10);
            site.stop(number, 2000, 10);
            site.event("Started", 0, "CablePluggedIn", "'evse':{'id':3}," + wh(0, "10", "Transaction.Begin"));
            site.event("Ended", 2, "EVDeparted", wh(2, "30.25", "Transaction.End"));
            site.event("Updated", 1, "MeterValuePeriodic", wh(1, "20", "Sample.Periodic"));
            site.event("Updated", 1, "MeterValuePeriodic", wh(1, "20", "Sample.Periodic"));
            assertThat(site.all()).extracting(one -> one.ending().verdict()).containsOnly(SessionVerdict.COMPLETE);
            assertThat(site.all().getFirst().meter().energyWh()).isEqualByComparingTo("1000");
            assertThat(site.all().getLast().meter().energyWh()).isEqualByComparingTo("20.25");
            assertThat(site.readings()).isEqualTo(4);
            assertThat(site.running.holders(Scope.tenant(1), "known")).isEmpty();
            assertThat(site.events())
                    .containsExactlyInAnyOrder(
                            "session.started",
                            "session.ended",
                            "session.started",
                            "session.ended",
                            "session.suspect",
                            "session.updated");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void lists_are_filtered_and_paged_without_holes(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            for (int i = 1; i <= 7; i++) {
                long number = site.start(i, i % 2 == 0 ? "MATE" : "friend", 1000, i / 2);
                site.meter(i, number, String.valueOf(1000 + i), i);
                site.meter(i, number, String.valueOf(1001 + i), i);
                if (i > 4) {
                    site.stop(number, 2000, 20);
                }
            }
            assertThat(ids(site, ANY)).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
            assertThat(ids(
                            site,
                            new SessionFilter("cp-7", "mate", SessionState.OPEN, null, null, null, null, null, null)))
                    .containsExactly(4L, 2L);
            assertThat(ids(
                            site,
                            new SessionFilter("CP-7", null, null, SessionVerdict.COMPLETE, 5, null, null, null, null)))
                    .containsExactly(5L);
            assertThat(ids(site, new SessionFilter(null, null, null, null, null, at(1), at(3), null, null)))
                    .containsExactly(5L, 4L, 3L, 2L);
            assertThat(ids(site, new SessionFilter("CP-8", null, null, null, null, null, null, null, null)))
                    .isEmpty();
            ReadingFilter readings = new ReadingFilter("CP-7", null, null, at(2), at(7));
            assertThat(all(cursor -> site.pages.readings(Scope.tenant(1), readings, new Limit(3), cursor)))
                    .hasSize(10)
                    .doesNotHaveDuplicates()
                    .extracting(ReadingView::sampledAt)
                    .isSortedAccordingTo(java.util.Comparator.reverseOrder());
            assertThat(site.pages
                            .readings(Scope.tenant(2), readings, new Limit(3), null)
                            .items())
                    .as("another tenant")
                    .isEmpty();
            assertThat(all(cursor -> site.pages.readings(
                            Scope.tenant(1), new ReadingFilter(null, 3L, 3, null, null), new Limit(1), cursor)))
                    .extracting(ReadingView::energyWh)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(BigDecimal.valueOf(1004), BigDecimal.valueOf(1003));
            assertThatThrownBy(() -> site.pages.sessions(Scope.tenant(1), ANY, Limit.USUAL, Cursor.at("x", "y")))
                    .isInstanceOf(Refused.class);
        }
    }

    private static List<Long> ids(ChargingSite site, SessionFilter filter) {
        return all(cursor -> site.pages.sessions(Scope.tenant(1), filter, new Limit(2), cursor)).stream()
                .map(ChargingSession::id)
                .toList();
    }

    private static <T> List<T> all(Function<@Nullable Cursor, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        Cursor cursor = null;
        do {
            Page<T> page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = Cursor.of(page.next());
        } while (cursor != null);
        return all;
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_trail_of_a_session_is_one_list_of_messages_and_readings(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            long number = site.start("KNOWN", 1000, 0);
            site.now = at(1);
            site.meter(number, "1100", 1);
            site.now = at(2);
            site.meter(number, "1200", 2);
            site.now = at(3);
            site.stop(number, 2000, 3);
            site.stop(number, 2001, 3);
            List<EvidenceView> trail = all(cursor -> site.trails.page(site.session(number), new Limit(2), cursor));
            assertThat(trail)
                    .extracting(EvidenceView::kind)
                    .containsExactly("started", "reading", "reading", "ended", "anomaly");
            assertThat(trail).extracting(EvidenceView::messageId).containsExactly("m-1", "m-2", "m-3", "m-4", "m-5");
            assertThat(trail.get(3).detail())
                    .contains("\"energyWh\":1000")
                    .contains("\"verdict\":\"complete\"")
                    .contains("\"meterWh\":2000");
            assertThat(trail.getLast().detail()).contains("\"suspicions\":[\"stop_conflict\"]");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_human_closes_what_will_not_end_by_its_last_meter_value(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            long number = site.start("KNOWN", 1000, 0);
            site.meter(number, "1900", 30);
            site.now = at(90);
            ChargingSession closed = site.closing.close(Actor.LOCAL, CP7, number, "driver called");
            assertThat(RecordedLines.last(1, site.database, site.commits))
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("local session " + number + " closed {")
                            .contains("'closedBy':'operator'", "'reason':'driver called'"));
            assertThat(closed.ending()).isEqualTo(new Ending(ClosedBy.OPERATOR, null, SessionVerdict.INCOMPLETE));
            assertThat(closed.meter().energyWh()).isEqualByComparingTo("900");
            assertThat(site.session(number)).isEqualTo(closed);
            assertThat(site.trail(number)).containsExactly("started", "closed");
            assertThat(site.database
                            .read(Scope.everywhere())
                            .select(SESSION_EVENT.DETAIL_JSON)
                            .from(SESSION_EVENT)
                            .where(SESSION_EVENT.KIND.eq("closed"))
                            .fetchOne(SESSION_EVENT.DETAIL_JSON))
                    .contains("\"actor\":\"local\"", "driver called");
            assertThatThrownBy(() -> site.closing.close(Actor.LOCAL, CP7, number, "again"))
                    .isInstanceOfSatisfying(
                            Refused.class, problem -> assertThat(problem.kind()).isEqualTo(Refused.Kind.CONFLICT));
            assertThatThrownBy(() -> site.closing.close(Actor.LOCAL, ChargingSite.CP8, number, "not theirs"))
                    .isInstanceOfSatisfying(
                            Refused.class, problem -> assertThat(problem.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
            site.stop(number, 2500, 80);
            assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
            assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("1500");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void events_tell_the_session_as_it_stands(TestDatabases.Kind kind) throws Exception {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            long number = site.start("KNOWN", 1000, 0);
            site.stop(number, 2000, 3);
            JsonNode ended = WaitingEvents.in(site.database).getLast().payload();
            assertThat(ended.at("/at").asText()).isEqualTo(at(3).toString());
            assertThat(ended.at("/session/id").asLong()).isEqualTo(number);
            assertThat(ended.at("/session/station").asText()).isEqualTo("CP-7");
            assertThat(ended.at("/session/energyWh").decimalValue()).isEqualByComparingTo("1000");
        }
    }
}
