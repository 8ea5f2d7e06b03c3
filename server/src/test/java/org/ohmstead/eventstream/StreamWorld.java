package org.ohmstead.eventstream;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.jspecify.annotations.Nullable;
import org.ohmstead.Await;
import org.ohmstead.access.Actor;
import org.ohmstead.access.PermissionWords;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.access.StillAllowed;
import org.ohmstead.charging.readings.LiveMeters;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.events.Event;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.EventRelay;
import org.ohmstead.events.EventSettings;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** Stations, their events, and readers of them. */
final class StreamWorld implements AutoCloseable {
    static final PermissionWords WORDS =
            new PermissionWords(Set.of("station.read", "session.read", "command.read", "role.write"));

    final TestStations slice;
    final Outbox outbox;
    final EventRelay relay;
    final LiveMeters meters = new LiveMeters();
    final EventHistory history;
    final EventFilters filters;
    final Set<String> revoked = ConcurrentHashMap.newKeySet();
    private final SqlEventStations names;

    record Happened(long tenant, @Nullable Long station, Instant at, String kind, int number) implements Event {}

    /** What an event is passed on to before it may be deleted. */
    private static final class Durable implements EventListener {
        @Override
        public String name() {
            return "durable";
        }

        @Override
        public Kind kind() {
            return Kind.DURABLE;
        }

        @Override
        public void on(StoredEvent event) {
            // it has it
        }
    }

    /** A browser that can go away. */
    static final class Reader implements SseEventSink {
        final List<OutboundSseEvent> sent = new CopyOnWriteArrayList<>();
        volatile boolean closed;
        volatile boolean reads = true;
        volatile boolean cut;

        @Nullable
        Thread stream;

        @Override
        public boolean isClosed() {
            return closed;
        }

        @Override
        public CompletionStage<?> send(OutboundSseEvent event) {
            if (closed) {
                throw new IllegalStateException("Already closed");
            }
            sent.add(event);
            return reads ? CompletableFuture.completedStage(null) : new CompletableFuture<>();
        }

        @Override
        public void close() {
            closed = true;
        }

        /** Those with a name, as number and name. */
        List<String> words() {
            return sent.stream()
                    .filter(event -> event.getName() != null)
                    .map(event -> (event.getId() == null ? "" : event.getId() + " ") + event.getName())
                    .toList();
        }

        List<OutboundSseEvent> named(String name) {
            return sent.stream().filter(event -> name.equals(event.getName())).toList();
        }

        /** Where it is. */
        @Nullable
        Long lastId() {
            return sent.stream()
                    .map(OutboundSseEvent::getId)
                    .filter(id -> id != null)
                    .reduce((one, other) -> other)
                    .map(Long::valueOf)
                    .orElse(null);
        }

        void ends() {
            Await.until(() -> !stream.isAlive());
        }

        void leave() {
            close();
            ends();
        }
    }

    StreamWorld(Database database, Duration history) {
        slice = new TestStations(database);
        outbox = new Outbox(slice.clock);
        EventSettings settings = new EventSettings(
                Duration.ofMillis(20),
                Duration.ofMillis(5),
                4,
                Duration.ofMillis(5),
                Duration.ofSeconds(30),
                Duration.ofDays(7),
                history);
        relay = new EventRelay(
                slice.database, slice.commits, outbox, List.<EventListener>of(new Durable()), settings, slice.clock);
        relay.start();
        names = new SqlEventStations(slice.database);
        this.history = new EventHistory(relay, names);
        filters = new EventFilters(slice.stations, WORDS);
    }

    /** @param words its permissions */
    static Principal key(Set<Long> groups, String... words) {
        return new Principal(
                Actor.apiKey(1, groups, "omk_" + groups, Actor.Origin.WITHIN),
                new Permissions(Set.of(words)),
                groups,
                new Principal.Key(7));
    }

    static Principal owner() {
        return key(Set.of(), WORDS.all().toArray(String[]::new));
    }

    EventFilter filter(Principal who, @Nullable String kind, @Nullable String station) {
        return filters.of(who, who.actor().scope(), kind, station);
    }

    void happens(@Nullable StationRef station, String kind, int number) {
        happens(1, station, kind, number);
    }

    void happens(long tenant, @Nullable StationRef station, String kind, int number) {
        slice.commits.write(Scope.everywhere(), 0, tx -> {
            outbox.append(tx, new Happened(tenant, station == null ? null : station.id(), Instant.EPOCH, kind, number));
            return null;
        });
    }

    /** In one commit. */
    void manyHappen(int count) {
        slice.commits.write(Scope.everywhere(), 0, tx -> {
            for (int i = 0; i < count; i++) {
                outbox.append(tx, new Happened(1, null, Instant.EPOCH, "session.updated", i));
            }
            return null;
        });
    }

    LiveEvents live() {
        return live(Duration.ofHours(1));
    }

    LiveEvents live(Duration longestUnread) {
        ObjectMapper json = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        return new LiveEvents(relay.stored(), names, meters, json, slice.clock, longestUnread);
    }

    /** Begins to read, and is there. */
    Reader reader(Principal who, @Nullable Long after) {
        return reader(live(), who, filter(who, null, null), after, false);
    }

    Reader reader(LiveEvents live, Principal who, EventFilter filter, @Nullable Long after, boolean meter) {
        Reader reader = new Reader();
        StillAllowed allowed = new StillAllowed(
                (asked, permission) -> !revoked.contains(permission), who, filter.needed(Set.of("station.read")));
        reader.stream = Thread.ofVirtual()
                .start(() -> live.stream(
                        new LiveEvents.Wish(filter, after, meter),
                        new LiveEvents.Way(reader, new SseImpl(), allowed, () -> reader.cut = true)));
        Await.until(() -> reader.sent.size() >= (after == null ? 2 : 1)); // where it begins is settled
        return reader;
    }

    @Override
    public void close() {
        relay.close();
        slice.close();
    }
}
