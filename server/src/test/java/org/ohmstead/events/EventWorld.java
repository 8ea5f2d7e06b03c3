package org.ohmstead.events;

import static org.ohmstead.db.schema.Tables.EVENT_CURSOR;
import static org.ohmstead.db.schema.Tables.OUTBOX;
import static org.ohmstead.db.schema.Tables.UNDELIVERED_EVENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Limit;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;

/** A database with an outbox, at a time that stands, and a relay that loses no time. */
final class EventWorld implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-01-31T09:05:00Z");
    static final EventSettings QUICK = new EventSettings(
            Duration.ofMillis(20),
            Duration.ofMillis(5),
            4,
            Duration.ofMillis(5),
            Duration.ofSeconds(30),
            Duration.ofDays(7),
            Duration.ZERO);

    /** Writes where a listener is behind each event. */
    static final EventSettings AT_ONCE = new EventSettings(
            Duration.ofMillis(20),
            Duration.ofMillis(5),
            4,
            Duration.ZERO,
            Duration.ofSeconds(30),
            Duration.ofDays(7),
            Duration.ZERO);

    /** Never writes where its listeners are, unless it ends well. */
    static final EventSettings FORGETFUL = new EventSettings(
            Duration.ofMillis(20),
            Duration.ofMillis(5),
            4,
            Duration.ofDays(1),
            Duration.ofSeconds(30),
            Duration.ofDays(7),
            Duration.ZERO);

    record Plugged(long tenant, @Nullable Long station, Instant at, int connector) implements Event {
        @Override
        public String kind() {
            return "connector.plugged";
        }
    }

    /** Remembers what it was given. */
    static class Listener implements EventListener {
        final List<StoredEvent> events = Collections.synchronizedList(new ArrayList<>());
        final List<Integer> begunBehind = Collections.synchronizedList(new ArrayList<>());
        private final String name;
        private final Kind kind;

        Listener() {
            this("listener");
        }

        Listener(String name) {
            this(name, Kind.DURABLE);
        }

        Listener(String name, Kind kind) {
            this.name = name;
            this.kind = kind;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Kind kind() {
            return kind;
        }

        @Override
        public void begin() {
            begunBehind.add(events.size());
        }

        @Override
        public void on(StoredEvent event) {
            events.add(event);
        }

        List<Integer> connectors() {
            return List.copyOf(events).stream()
                    .map(event -> event.payload().get("connector").intValue())
                    .toList();
        }
    }

    final Database database;
    volatile Instant now = NOW;
    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    };
    GroupCommit commits;
    final Outbox outbox = new Outbox(clock);

    EventWorld(Database database) {
        this.database = database;
        this.commits = new GroupCommit(database);
    }

    EventRelay relay(EventListener... listeners) {
        return relay(QUICK, commits, listeners);
    }

    EventRelay relay(EventSettings settings, GroupCommit its, EventListener... listeners) {
        EventRelay relay = new EventRelay(database, its, outbox, List.of(listeners), settings, clock);
        relay.start();
        return relay;
    }

    void append(@Nullable Long station, int connector) {
        commits.write(Scope.everywhere(), station == null ? 0 : station, tx -> {
            outbox.append(tx, new Plugged(1, station, Instant.EPOCH, connector));
            return null;
        });
    }

    /** In one commit, with connectors from 0. */
    void appendMany(@Nullable Long station, int count) {
        commits.write(Scope.everywhere(), station == null ? 0 : station, tx -> {
            for (int i = 0; i < count; i++) {
                outbox.append(tx, new Plugged(1, station, Instant.EPOCH, i));
            }
            return null;
        });
    }

    /** How many rows have their numbers. */
    int numbered() {
        return database.read(Scope.everywhere()).fetchCount(OUTBOX, OUTBOX.ID.gt(0L));
    }

    int unsent() {
        return database.read(Scope.everywhere()).fetchCount(OUTBOX);
    }

    /** How many events stand apart that a listener is to be offered again. */
    int held(String listener) {
        return database.read(Scope.everywhere())
                .fetchCount(
                        UNDELIVERED_EVENT,
                        UNDELIVERED_EVENT.LISTENER.eq(listener).and(UNDELIVERED_EVENT.ABANDONED_AT.isNull()));
    }

    /** What was given up of the tenant that all events here are of. */
    static List<AbandonedEvent> abandoned(EventRelay relay) {
        return relay.abandonedEvents(1, null, Limit.USUAL, null).items();
    }

    /** Ends the node of that relay without a word, and begins to write through another one. */
    void die(EventRelay relay) {
        commits.close();
        relay.close();
        commits = new GroupCommit(database);
    }

    /** Ends all at once, so that nothing is written any more, and begins anew; the claims of those who died have ended. */
    void crash(EventRelay relay) {
        die(relay);
        expireClaims();
    }

    /** As when so much time has gone by that a node that is silent counts as dead. */
    void expireClaims() {
        commits.write(Scope.everywhere(), 0, tx -> tx.sql()
                .update(EVENT_CURSOR)
                .set(EVENT_CURSOR.CLAIM_ENDS_AT, Instant.EPOCH)
                .where(EVENT_CURSOR.NODE.isNotNull())
                .execute());
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
