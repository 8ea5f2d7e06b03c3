package org.ohmstead.messagelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Principal;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;

class LiveMessagesTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:05:00Z");
    private static final MessageFilter ALL = new MessageFilter(Scope.tenant(1), null, null, null, null, null);

    /** A browser that can go away. */
    private static final class Reader implements SseEventSink {
        final List<OutboundSseEvent> events = new CopyOnWriteArrayList<>();
        volatile boolean closed;
        volatile boolean reads = true;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (closed) {
                throw new IllegalStateException("Already closed");
            }
            events.add(event);
            return reads ? CompletableFuture.completedStage(null) : new CompletableFuture<>();
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    private Database database;
    private GroupCommit commits;
    private MessageLog log;
    private final Reader reader = new Reader();
    private MessageFilter watched = ALL;
    private Duration unread = Duration.ofHours(1);
    private volatile boolean cut;
    private volatile boolean revoked;

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite();
        commits = new GroupCommit(database);
        log = new MessageLog(new SqlMessageStore(database, commits), MessageLogSettings.defaults());
    }

    @AfterEach
    void close() {
        log.close();
        commits.close();
        database.close();
    }

    @Test
    void a_message_reaches_the_reader_at_once_as_json() {
        Thread stream = stream();
        Await.until(() -> log.watchers() == 1);
        log.log(entry());
        Await.until(() -> reader.events.size() == 2);
        assertThat(reader.events.get(1).getName()).isEqualTo("message");
        assertThat(reader.events.get(1).getData())
                .isEqualTo("{\"id\":null,\"station\":null,\"connection\":1,\"at\":\"2026-01-31T09:05:00Z\","
                        + "\"direction\":\"in\",\"kind\":2,\"action\":\"Heartbeat\",\"messageId\":\"m\",\"frame\":\"[]\","
                        + "\"deviations\":[]}");
        log.endTails();
        Await.until(() -> !stream.isAlive());
    }

    @Test
    void a_reader_that_is_gone_ends_the_stream_soon_even_if_nothing_comes() {
        Thread stream = stream();
        Await.until(() -> log.watchers() == 1);
        reader.close();
        Await.until(() -> !stream.isAlive());
        assertThat(log.watchers()).isZero();
    }

    @Test
    void the_server_stops_without_waiting_for_readers_and_takes_no_new_ones() {
        Thread stream = stream();
        Await.until(() -> log.watchers() == 1);
        log.endTails();
        Await.until(() -> !stream.isAlive());
        assertThat(reader.closed).isTrue();
        Thread late = stream();
        Await.until(() -> !late.isAlive());
    }

    @Test
    void a_reader_that_does_not_read_is_cut_off() {
        unread = Duration.ofMillis(100);
        Thread stream = stream();
        Await.until(() -> log.watchers() == 1);
        reader.reads = false;
        log.log(entry());
        Await.until(() -> !stream.isAlive());
        assertThat(cut).isTrue();
        assertThat(log.watchers()).isZero();
    }

    @Test
    void what_waits_for_a_reader_is_bounded_by_its_size_for_each_and_for_all() throws InterruptedException {
        Tail.Room room = new Tail.Room(5 << 20);
        List<Tail> tails = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tails.add(new Tail(ALL, room, closed -> {}));
        }
        Entry large = entry(1 << 19);
        for (int i = 0; i < 3; i++) {
            tails.getFirst().offer(large);
        }
        assertThat(tails.getFirst().missed())
                .as("two would be more than a mebibyte")
                .isEqualTo(2);
        assertThat(tails.getFirst().next(Duration.ofSeconds(1))).isSameAs(large);
        tails.getFirst().offer(large);
        assertThat(tails.getFirst().missed())
                .as("it still holds the one that it sends")
                .isEqualTo(1);
        assertThat(tails.getFirst().next(Duration.ofMillis(1))).isNull();
        tails.getFirst().offer(entry(3 << 20));
        assertThat(tails.getFirst().missed())
                .as("one may be larger, where nothing else waits")
                .isZero();

        tails.forEach(tail -> tail.offer(large));
        assertThat(tails.stream().mapToLong(Tail::missed).sum()).isGreaterThanOrEqualTo(5);
        assertThat(room.used()).isLessThanOrEqualTo(5 << 20);
        tails.forEach(Tail::close);
        tails.forEach(tail -> tail.offer(large));
        assertThat(room.used()).isZero();
    }

    @Test
    void who_is_limited_to_a_group_of_stations_is_sent_no_message_of_others() {
        commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> {
            for (long station : new long[] {7, 8}) {
                tx.sql().execute("""
                        insert into station (id, tenant_id, identity, identity_key, admission, registration, is_strict,
                            created_at, updated_at)
                        values (%1$d, 1, 'CP-%1$d', 'cp-%1$d', 'accepted', 'none', 0, '2026-01-01', '2026-01-01')""".formatted(station));
            }
            tx.sql()
                    .execute("insert into station_group (id, tenant_id, name, name_key, created_at, updated_at)"
                            + " values (5, 1, 'Yard', 'yard', '2026-01-01', '2026-01-01')");
            tx.sql().execute("insert into station_group_member (tenant_id, group_id, station_id) values (1, 5, 7)");
            return null;
        });
        watched = new MessageFilter(Scope.tenant(1).within(Set.of(5L)), null, null, null, null, null);
        Thread stream = stream();
        Await.until(() -> log.watchers() == 1);
        log.log(new Entry(1, 8, 1, NOW, Direction.IN, 2, "Heartbeat", "m", "[8]", List.of()));
        log.log(new Entry(1, 7, 1, NOW, Direction.IN, 2, "Heartbeat", "m", "[7]", List.of()));
        Await.until(() -> reader.events.size() == 2);
        assertThat(reader.events.get(1).getData().toString()).contains("\"CP-7\"", "\"[7]\"");
        log.endTails();
        Await.until(() -> !stream.isAlive());
    }

    private StillAllowed allowed() {
        Principal who = CurrentActor.of(Actor.LOCAL).principal();
        return new StillAllowed((asked, permission) -> !revoked, who, "message.read");
    }

    @Test
    void a_stream_ends_with_the_access_of_its_reader() {
        Thread stream = stream();
        Await.until(() -> log.watchers() == 1);
        revoked = true;
        Await.until(() -> !stream.isAlive());
        assertThat(reader.events.getLast().getName()).isEqualTo("end");
        assertThat(reader.closed).isTrue();
        assertThat(log.watchers()).isZero();
    }

    @Test
    void one_reader_may_have_five_streams_and_another_when_one_has_ended() {
        LiveMessages live = live();
        List<Thread> five = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            five.add(stream(live));
        }
        Await.until(() -> log.watchers() == 5);
        Refused refused = catchThrowableOfType(
                Refused.class, () -> live.stream(watched, allowed(), new Reader(), new SseImpl(), () -> {}));
        assertThat(refused.kind()).isEqualTo(Refused.Kind.TOO_MANY);
        assertThat(refused).hasMessageContaining("5 live streams of local are open");
        assertThat(log.watchers()).isEqualTo(5);
        reader.close();
        Await.until(() -> five.stream().noneMatch(Thread::isAlive));
        reader.closed = false;
        Thread next = stream(live);
        Await.until(() -> log.watchers() == 1);
        log.endTails();
        Await.until(() -> !next.isAlive());
    }

    private Thread stream() {
        return stream(live());
    }

    private Thread stream(LiveMessages live) {
        return Thread.ofVirtual().start(() -> live.stream(watched, allowed(), reader, new SseImpl(), () -> cut = true));
    }

    private LiveMessages live() {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        return new LiveMessages(log, json, unread);
    }

    private static Entry entry() {
        return entry(0);
    }

    private static Entry entry(int size) {
        String frame = "[" + " ".repeat(size) + "]";
        return new Entry(1, 7, 1, NOW, Direction.IN, 2, "Heartbeat", "m", frame, List.of());
    }
}
