package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.OUTBOX;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;

/** A database with an outbox, at a time that stands, and a relay that loses no time. */
final class EventWorld implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-31T09:05:00Z");
    private static final EventSettings QUICK = new EventSettings(Duration.ofMillis(50), Duration.ofMillis(5), 4);

    record Plugged(long tenant, @Nullable Long station, Instant at, int connector) implements Event {
        @Override
        public String kind() {
            return "connector.plugged";
        }
    }

    /** Remembers what it was given. */
    static class Listener implements EventListener {
        final List<StoredEvent> events = new CopyOnWriteArrayList<>();

        @Override
        public void on(StoredEvent event) {
            events.add(event);
        }

        List<Integer> connectors() {
            return events.stream()
                    .map(event -> event.payload().get("connector").intValue())
                    .toList();
        }
    }

    final Database database;
    final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    final GroupCommit commits;
    final Outbox outbox = new Outbox(clock);

    EventWorld(Database database) {
        this.database = database;
        this.commits = new GroupCommit(database);
    }

    EventRelay relay(EventListener... listeners) {
        EventRelay relay = new EventRelay(database, commits, outbox, List.of(listeners), QUICK);
        relay.start();
        return relay;
    }

    void append(@Nullable Long station, int connector) {
        commits.write(station == null ? 0 : station, tx -> {
            outbox.append(tx, new Plugged(1, station, Instant.EPOCH, connector));
            return null;
        });
    }

    int unsent() {
        return database.read().fetchCount(OUTBOX);
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
