package org.ohmstead.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.db.Database;
import org.ohmstead.db.GroupCommit;
import org.ohmstead.db.TestDatabases;

class LiveMessagesTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:05:00Z");

    /** A browser that can go away. */
    private static final class Reader implements SseEventSink {
        final List<OutboundSseEvent> events = new CopyOnWriteArrayList<>();
        volatile boolean closed;

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
            return CompletableFuture.completedStage(null);
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

    @BeforeEach
    void open() {
        database = TestDatabases.sqlite();
        commits = new GroupCommit(database);
        log = new MessageLog(new SqlMessageStore(database, commits), MessageLogSettings.defaults(), Clock.systemUTC());
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

    private Thread stream() {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        return Thread.ofVirtual().start(() -> new LiveMessages(log, json)
                .stream(new MessageFilter(1, null, null, null, null, null), reader, new SseImpl()));
    }

    private static Entry entry() {
        return new Entry(1, 7, 1, NOW, Direction.IN, 2, "Heartbeat", "m", "[]", List.of());
    }
}
