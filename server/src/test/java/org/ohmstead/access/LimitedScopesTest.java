package org.ohmstead.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.NOW;
import static org.ohmstead.db.schema.Tables.CONNECTION_ATTEMPT;
import static org.ohmstead.db.schema.Tables.STATION_GROUP;
import static org.ohmstead.db.schema.Tables.STATION_GROUP_MEMBER;
import static org.ohmstead.db.schema.Tables.UNKNOWN_TOKEN;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.Await;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.lists.ReadingFilter;
import org.ohmstead.charging.lists.ReadingView;
import org.ohmstead.charging.lists.SessionFilter;
import org.ohmstead.charging.lists.SessionTotals;
import org.ohmstead.charging.lists.SqlRollupPages;
import org.ohmstead.charging.lists.SqlSessionTotals;
import org.ohmstead.charging.lists.TotalsQuery;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.messagelog.Direction;
import org.ohmstead.messagelog.Entry;
import org.ohmstead.messagelog.Message;
import org.ohmstead.messagelog.MessageFilter;
import org.ohmstead.messagelog.MessageLog;
import org.ohmstead.messagelog.MessageLogSettings;
import org.ohmstead.messagelog.SqlMessageStore;
import org.ohmstead.notices.NoticeFilter;
import org.ohmstead.notices.NoticesFixture;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.securityevents.SecurityEvent;
import org.ohmstead.securityevents.SecurityReport;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.connections.AttemptRow;
import org.ohmstead.stations.connections.StationConnection;
import org.ohmstead.tokens.RunningSession;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.SqlUnknownTokenStore;
import org.ohmstead.tokens.UnknownToken;
import org.ohmstead.tokens.UnknownTokens;

/** Who is limited to a group of stations finds the others nowhere. */
class LimitedScopesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Scope ALL = Scope.tenant(1);
    private static final Scope YARD = ALL.within(Set.of(5L));
    private static final Scope NOTHING = ALL.within(Set.of());
    private static final Scope FOREIGN = Scope.tenant(2).within(Set.of(5L));

    /** The first station is in group 5, the others are in group 6. */
    private static void group(GroupCommit commits, StationRef first, StationRef... others) {
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            for (long group : new long[] {5, 6}) {
                tx.sql()
                        .insertInto(STATION_GROUP)
                        .set(STATION_GROUP.ID, group)
                        .set(STATION_GROUP.TENANT_ID, 1L)
                        .set(STATION_GROUP.NAME, "G" + group)
                        .set(STATION_GROUP.NAME_KEY, "g" + group)
                        .set(STATION_GROUP.CREATED_AT, NOW)
                        .set(STATION_GROUP.UPDATED_AT, NOW)
                        .execute();
            }
            Stream.concat(Stream.of(first), Stream.of(others)).forEach(station -> tx.sql()
                    .insertInto(STATION_GROUP_MEMBER)
                    .set(STATION_GROUP_MEMBER.TENANT_ID, 1L)
                    .set(STATION_GROUP_MEMBER.GROUP_ID, station.equals(first) ? 5L : 6L)
                    .set(STATION_GROUP_MEMBER.STATION_ID, station.id())
                    .execute());
            return null;
        });
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_station_of_another_group_is_as_good_as_none(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef mine = slice.station("MINE");
            StationRef other = slice.station("OTHER");
            group(slice.commits, mine, other);
            for (int i = 0; i < 2; i++) { // the second time from memory
                assertThat(slice.stations.find(YARD, "mine")).isPresent();
                assertThat(slice.stations.find(YARD, "other")).isEmpty();
                assertThat(slice.stations.find(NOTHING, "mine")).isEmpty();
                assertThat(slice.stations.find(FOREIGN, "mine")).isEmpty();
                assertThat(slice.stations.find(ALL, "other")).isPresent();
            }
            assertThat(slice.stations.page(YARD, null, null, Limit.USUAL, null).items())
                    .extracting(Station::ref)
                    .containsExactly(mine);
            assertThat(slice.stations
                            .page(NOTHING, null, null, Limit.USUAL, null)
                            .items())
                    .isEmpty();
            assertThatThrownBy(() -> new TestCommands(slice.database, slice.commits, slice.clock)
                            .commands.send(
                                    new Actor(YARD, Actor.Kind.USER, "anna", Actor.Origin.WITHIN),
                                    new Command("OTHER", "Reset", null, Duration.ofSeconds(1))))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void nor_are_its_connections_and_attempts_listed(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef mine = slice.station("MINE");
            StationRef other = slice.station("OTHER");
            group(slice.commits, mine, other);
            for (StationRef station : List.of(mine, other)) {
                slice.connections.opened(station, OcppVersion.V16, "192.0.2.1", "/ocpp/" + station.identity());
                attempt(slice.commits, station.identity().toLowerCase());
            }
            assertThat(slice.connections
                            .page(YARD, null, null, Limit.USUAL, null)
                            .items())
                    .extracting(StationConnection::station)
                    .containsExactly("MINE");
            assertThat(slice.attempts.page(YARD, Limit.USUAL, null).items())
                    .extracting(AttemptRow::first)
                    .extracting(first -> first.identity())
                    .containsExactly("mine");
            assertThat(slice.attempts.page(ALL, Limit.USUAL, null).items()).hasSize(2);
        }
    }

    private static void attempt(GroupCommit commits, String identity) {
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> tx.sql()
                .insertInto(CONNECTION_ATTEMPT)
                .set(CONNECTION_ATTEMPT.TENANT_ID, 1L)
                .set(CONNECTION_ATTEMPT.ATTEMPTED_AT, NOW)
                .set(CONNECTION_ATTEMPT.REMOTE_ADDRESS, "192.0.2.1")
                .set(CONNECTION_ATTEMPT.PATH, "/")
                .set(CONNECTION_ATTEMPT.IDENTITY, identity)
                .set(CONNECTION_ATTEMPT.REASON, "wrong_password")
                .set(CONNECTION_ATTEMPT.OCCURRED, 1L)
                .set(CONNECTION_ATTEMPT.LAST_AT, NOW)
                .execute());
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void nor_are_its_sessions_and_readings(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            group(site.commits, CP7, CP8);
            long mine = charged(site, CP7, "FRIEND");
            long other = charged(site, CP8, "MATE");
            open(site, CP7, "FRIEND");
            open(site, CP8, "MATE");
            SessionFilter any = new SessionFilter(null, null, null, null, null, null, null, null, null);
            assertThat(site.pages.sessions(YARD, any, Limit.USUAL, null).items())
                    .extracting(session -> session.origin().station())
                    .containsOnly(CP7)
                    .hasSize(2);
            SessionFilter byName = new SessionFilter("CP-8", null, null, null, null, null, null, null, null);
            assertThat(site.pages.sessions(YARD, byName, Limit.USUAL, null).items())
                    .isEmpty();
            assertThat(site.pages.session(YARD, mine)).isPresent();
            assertThat(site.pages.session(YARD, other)).isEmpty();
            assertThat(readings(site, YARD, mine)).isNotEmpty();
            assertThat(readings(site, YARD, other)).isEmpty();
            assertThat(readings(site, ALL, other)).isNotEmpty();
            assertThat(new SqlRollupPages(site.database)
                            .page(YARD, new ReadingFilter("CP-8", null, null, null, null), Limit.USUAL, null)
                            .items())
                    .isEmpty();
            assertThat(totals(site, YARD)).isEqualTo(1);
            assertThat(totals(site, ALL)).isEqualTo(2);
            assertThat(site.running.with(YARD, List.of("friend", "mate")))
                    .extracting(RunningSession::station)
                    .containsExactly("CP-7");
        }
    }

    private static long charged(ChargingSite site, StationRef station, String token) {
        long number = open(site, station, token);
        site.meter(
                station,
                "{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s','sampledValue':[{'value':'500'}]}]}"
                        .formatted(number, ChargingSite.at(5)));
        site.stop(
                station,
                "{'transactionId':%d,'meterStop':900,'timestamp':'%s'}".formatted(number, ChargingSite.at(10)));
        return number;
    }

    private static long open(ChargingSite site, StationRef station, String token) {
        int connector = token.length() % 2 + 1;
        site.now = site.now.plusSeconds(1);
        return site.start(
                        station,
                        "{'connectorId':%d,'idTag':'%s','meterStart':100,'timestamp':'%s'}"
                                .formatted(connector, token, site.now))
                .transactionId();
    }

    private static List<ReadingView> readings(ChargingSite site, Scope scope, long session) {
        return site.pages
                .readings(scope, new ReadingFilter(null, session, null, null, null), Limit.USUAL, null)
                .items();
    }

    private static long totals(ChargingSite site, Scope scope) {
        TotalsQuery query = new TotalsQuery(null, "UTC", null, null, null, null, null);
        SessionTotals totals = new SessionTotals(new SqlSessionTotals(site.database), site.tokens);
        return totals.page(scope, query, Limit.USUAL, null).items().stream()
                .mapToLong(row -> row.complete().sessions()
                        + row.incomplete().sessions()
                        + row.suspect().sessions())
                .sum();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void nor_what_it_reports(TestDatabases.Kind kind) {
        try (NoticesFixture fixture = new NoticesFixture(kind.open())) {
            group(fixture.commits, fixture.station, fixture.other);
            for (StationRef station : List.of(fixture.station, fixture.other)) {
                fixture.security.report(station, new SecurityReport("A", NOW, "", fixture.now()));
            }
            assertThat(fixture.security
                            .page(YARD, NoticeFilter.ALL, Limit.USUAL, null)
                            .items())
                    .extracting(SecurityEvent::station)
                    .containsExactly(fixture.station.identity());
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void nor_its_frames_although_they_lie_in_a_pack_with_others(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef mine = slice.station("MINE");
            StationRef other = slice.station("OTHER");
            group(slice.commits, mine, other);
            MessageLog log =
                    new MessageLog(new SqlMessageStore(slice.database, slice.commits), MessageLogSettings.defaults());
            log.start();
            for (int i = 0; i < 20; i++) {
                StationRef station = i % 2 == 0 ? mine : other;
                log.log(new Entry(1, station.id(), 1, NOW, Direction.IN, 2, "Heartbeat", "m" + i, "[]", List.of()));
            }
            Await.until(() -> log.written() == 20);
            assertThat(log.page(filter(YARD, null), new Limit(500), null).items())
                    .hasSize(10)
                    .extracting(Message::station)
                    .containsOnly("MINE");
            assertThat(log.page(filter(YARD, other.id()), Limit.USUAL, null).items())
                    .isEmpty();
            assertThat(log.page(filter(NOTHING, null), Limit.USUAL, null).items())
                    .isEmpty();
            assertThat(log.page(filter(ALL, null), new Limit(500), null).items())
                    .hasSize(20);
            log.close();
        }
    }

    private static MessageFilter filter(Scope scope, Long station) {
        return new MessageFilter(scope, station, null, null, null, null);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void nor_the_unknown_tokens_that_were_presented_there(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef mine = slice.station("MINE");
            StationRef other = slice.station("OTHER");
            group(slice.commits, mine, other);
            for (StationRef station : List.of(mine, other)) {
                slice.commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                        .insertInto(UNKNOWN_TOKEN)
                        .set(UNKNOWN_TOKEN.TENANT_ID, 1L)
                        .set(UNKNOWN_TOKEN.VALUE_KEY, "at-" + station.identity())
                        .set(UNKNOWN_TOKEN.TYPE, "")
                        .set(UNKNOWN_TOKEN.VALUE, "AT-" + station.identity())
                        .set(UNKNOWN_TOKEN.STATION, station.identity())
                        .set(UNKNOWN_TOKEN.FIRST_AT, NOW)
                        .set(UNKNOWN_TOKEN.LAST_AT, NOW)
                        .set(UNKNOWN_TOKEN.OCCURRED, 1L)
                        .execute());
            }
            UnknownTokens tokens = new UnknownTokens(
                    new SqlUnknownTokenStore(slice.database, slice.commits),
                    new SqlTokenStore(slice.database, slice.commits));
            assertThat(tokens.page(YARD, null, Limit.USUAL, null).items())
                    .extracting(UnknownToken::value)
                    .containsExactly("AT-MINE");
            assertThat(tokens.page(ALL, null, Limit.USUAL, null).items()).hasSize(2);
        }
    }
}
