package org.ohmstead.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.db.schema.Tables.CONNECTION;
import static org.ohmstead.db.schema.Tables.STATION;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.Tokens;

/** What a second node must not break, with two in one process over one PostgreSQL; SQLite has one writer, and so one node. */
class TwoNodesTest {
    private final List<AutoCloseable> open = new ArrayList<>();
    private final AtomicReference<Invalidations> ofA = new AtomicReference<>();
    private final AtomicReference<Invalidations> ofB = new AtomicReference<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /** Two nodes that tell each other what to forget. */
    private List<Node> nodes() {
        ofA.set(new Invalidations((cache, key) -> ofB.get().heard(cache, key)));
        ofB.set(new Invalidations((cache, key) -> ofA.get().heard(cache, key)));
        return List.of(new Node("a", ofA.get()), new Node("b", ofB.get()));
    }

    @Test
    void a_token_that_is_blocked_at_one_node_is_blocked_at_the_other() {
        Database database = TestDatabases.postgres();
        open.add(database);
        List<SqlTokenStore> stores = nodes().stream()
                .map(node -> {
                    GroupCommit commits = new GroupCommit(database, node);
                    open.add(commits);
                    return new SqlTokenStore(database, commits);
                })
                .toList();
        Clock clock = Clock.systemUTC().withZone(ZoneOffset.UTC);
        Tokens atA = new Tokens(stores.getFirst(), new AuditLog(clock), clock);
        long id = atA.create(
                        Actor.LOCAL,
                        new Token("CARD", "ISO14443", null, false, null, 1, List.of(), null, null, null, null))
                .id();
        assertThat(stores.getLast()
                        .find(Scope.tenant(1), "CARD", null)
                        .orElseThrow()
                        .token()
                        .blocked())
                .isFalse();
        atA.change(
                Actor.LOCAL,
                id,
                before -> new Token("CARD", "ISO14443", null, true, null, 1, List.of(), null, null, null, null));
        assertThat(stores.getLast()
                        .find(Scope.tenant(1), "CARD", null)
                        .orElseThrow()
                        .token()
                        .blocked())
                .isTrue();
    }

    @Test
    void a_station_that_is_rejected_at_one_node_is_rejected_at_the_other() {
        Database database = TestDatabases.postgres();
        List<Node> nodes = nodes();
        TestStations a = new TestStations(database, nodes.getFirst());
        TestStations b = new TestStations(database, nodes.getLast());
        open.add(b);
        open.add(a.commits);
        StationRef station = a.station("CP-7");
        assertThat(b.now(station).admission()).isEqualTo(Admission.ACCEPTED);
        a.admission(station, Admission.REJECTED);
        assertThat(b.now(station).admission()).isEqualTo(Admission.REJECTED);
    }

    @Test
    void what_a_node_remembers_of_a_station_counts_no_more_when_the_station_was_at_another_one() {
        Database database = TestDatabases.postgres();
        List<Node> nodes = nodes();
        TestStations a = new TestStations(database, nodes.getFirst());
        TestStations b = new TestStations(database, nodes.getLast());
        open.add(b);
        open.add(a.commits);
        StationRef station = a.station("CP-7");
        connects(a, station);
        rename(a, station, "first");
        assertThat(remembered(a, station)).isEqualTo("first");
        connects(b, station);
        rename(b, station, "second");
        assertThat(remembered(b, station)).isEqualTo("second");
        assertThat(remembered(a, station)).as("it does not speak for it now").isEqualTo("first");
        connects(a, station);
        assertThat(remembered(a, station)).isEqualTo("second");
        connects(a, station);
        rename(b, station, "third");
        assertThat(remembered(a, station))
                .as("nobody else spoke for it meanwhile")
                .isEqualTo("second");
    }

    @Test
    void a_connection_says_at_which_node_it_is() {
        Database database = TestDatabases.postgres();
        List<Node> nodes = nodes();
        TestStations a = new TestStations(database, nodes.getFirst());
        TestStations b = new TestStations(database, nodes.getLast());
        open.add(b);
        open.add(a.commits);
        StationRef station = a.station("CP-7");
        connects(a, station);
        connects(b, station);
        assertThat(database.read(Scope.everywhere())
                        .select(CONNECTION.NODE_NAME)
                        .from(CONNECTION)
                        .orderBy(CONNECTION.ID)
                        .fetch(CONNECTION.NODE_NAME))
                .containsExactly("a", "b");
        a.clock.advance(Duration.ofMinutes(1));
        TestStations again = new TestStations(database, nodes.getFirst());
        open.add(again.commits);
        again.connections.closeLeftOpen();
        assertThat(database.read(Scope.everywhere())
                        .select(CONNECTION.NODE_NAME)
                        .from(CONNECTION)
                        .where(CONNECTION.CLOSED_AT.isNull())
                        .fetch(CONNECTION.NODE_NAME))
                .as("a restart of one node closes what that one left open")
                .containsExactly("b");
    }

    private static void connects(TestStations node, StationRef station) {
        node.connections.opened(station, OcppVersion.V16, "127.0.0.1", "/ocpp/CP-7");
    }

    private static void rename(TestStations node, StationRef station, String name) {
        node.commits.write(Scope.everywhere(), station.id(), tx -> tx.sql()
                .update(STATION)
                .set(STATION.NAME, name)
                .where(STATION.ID.eq(station.id()))
                .execute());
    }

    /** As a lane remembers it, which asks once. */
    private static String remembered(TestStations node, StationRef station) {
        return node.commits.write(Scope.everywhere(), station.id(), tx -> tx.remembered(
                        Name.class,
                        () -> new Name(tx.sql()
                                .select(STATION.NAME)
                                .from(STATION)
                                .where(STATION.ID.eq(station.id()))
                                .fetchSingle(STATION.NAME)))
                .name());
    }

    private record Name(String name) {}
}
