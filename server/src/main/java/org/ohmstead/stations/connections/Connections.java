package org.ohmstead.stations.connections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.IndependentTasks;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.ProvisioningSettings;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.identities.SharedIdentities;

/** The history of connections: who was connected when, from where, and how it ended. */
@Singleton
public class Connections {
    private static final int LONGEST = 1_000;

    /** How a connection ended. */
    record Closing(Instant at, int code, String reason) {}

    /** @param since when it was opened */
    private record Closed(StationRef station, Instant since, Closing how) {}

    private final SqlConnectionStore store;
    private final Stations stations;
    private final Attempts attempts;
    private final SharedIdentities shared;
    private final ProvisioningSettings settings;
    private final Clock clock;
    private volatile boolean mayBeLeftOpen = true;
    private final ConcurrentMap<Long, Closed> unwritten = new ConcurrentHashMap<>();
    /** When those were opened that stand, by their numbers. */
    private final ConcurrentMap<Long, Instant> standing = new ConcurrentHashMap<>();

    @Inject
    public Connections(
            SqlConnectionStore store,
            Stations stations,
            Attempts attempts,
            SharedIdentities shared,
            ProvisioningSettings settings,
            Clock clock) {
        this.store = store;
        this.stations = stations;
        this.attempts = attempts;
        this.shared = shared;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A handshake succeeded. Blocks until that is on disk, so it belongs to the worker that verified the password.
     *
     * @param path as it came, without its query
     * @return the number of the connection, higher than those of all before
     */
    public long opened(StationRef station, OcppVersion version, String address, String path) {
        closeLeftOpen();
        try {
            Instant now = clock.instant();
            long connection = store.open(station, version, address, cut(path), now);
            standing.put(connection, now);
            shared.opened(station, connection, address);
            return connection;
        } finally {
            stations.changed(station);
        }
    }

    /** A connection ended. Never blocks: written with the next flush, within a second. */
    public void closed(StationRef station, long connection, int code, String reason) {
        shared.closed(station, connection);
        Instant since = standing.remove(connection);
        if (since != null) {
            unwritten.put(connection, new Closed(station, since, new Closing(clock.instant(), code, cut(reason))));
        }
    }

    /** Somebody was turned away. Never blocks. @param look finds out later what it seems to come from */
    public void refused(Attempt attempt, Supplier<Optional<AttemptHint>> look) {
        attempts.add(attempt, look);
    }

    /** @param station null: of all of the tenant. Newest first */
    public Page<StationConnection> page(
            Scope scope, @Nullable StationRef station, @Nullable Boolean open, Limit limit, @Nullable Cursor cursor) {
        long before = cursor == null ? Long.MAX_VALUE : cursor.id();
        List<StationConnection> rows = store.before(scope, station, open, before, limit.rows() + 1);
        return Page.of(rows, limit, connection -> Cursor.at(connection.id()));
    }

    public void flush() {
        closeLeftOpen();
        List<Runnable> writes = new ArrayList<>();
        unwritten.forEach((connection, closed) -> writes.add(() -> {
            store.close(closed.station(), connection, closed.since(), closed.how());
            unwritten.remove(connection);
        }));
        IndependentTasks.run("Writing how a connection ended", writes);
    }

    /**
     * What stands open before the first connection was left so by a server that died. Where the database is away at the start, it
     * is closed when that is back, and nobody connects before.
     */
    public void closeLeftOpen() {
        if (mayBeLeftOpen) {
            synchronized (this) {
                if (mayBeLeftOpen) {
                    store.closeAll(new Closing(clock.instant(), 0, "server stopped"));
                    mayBeLeftOpen = false;
                }
            }
        }
    }

    public void prune() {
        store.pruneClosedBefore(clock.instant().minus(settings.connectionsKept()));
        store.pruneBeyondMost();
    }

    /** Stations send what they like, and PostgreSQL keeps no NUL. */
    private static String cut(String text) {
        return (text.length() > LONGEST ? text.substring(0, LONGEST) : text).replace("\0", "");
    }
}
