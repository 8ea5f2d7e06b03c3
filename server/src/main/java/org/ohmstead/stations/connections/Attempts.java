package org.ohmstead.stations.connections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.background.OneByOne;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.ProvisioningSettings;

/**
 * Who tried to connect and was turned away: the first thing to look at when a new station does not come. Repetitions within a
 * minute count up one row, and an address gets no more than a few rows a minute for each reason, so that a scanner cannot fill
 * the disk, nor hide what happens to others behind its address.
 */
@Singleton
public class Attempts {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int WINDOWS_PER_ORIGIN = 20;
    private static final int WINDOWS = 2_000;
    private static final int LONGEST = 500;
    /** So many are looked at more closely with each flush: each may cost some hashes of passwords. */
    private static final int LOOKS = 10;

    private record Key(long tenant, String address, String path, Attempt.Reason reason) {
        Origin origin() {
            return new Origin(address, reason);
        }
    }

    private record Origin(String address, Attempt.Reason reason) {}

    /** Repetitions of an attempt; guarded by the lock of the whole. */
    private static final class Window {
        final Attempt first;
        long occurred = 1;
        Instant lastAt;
        long written;

        @Nullable
        Long row;

        @Nullable
        Supplier<Optional<AttemptHint>> look;

        @Nullable
        AttemptHint hint;

        Window(Attempt first, Supplier<Optional<AttemptHint>> look) {
            this.first = first;
            this.lastAt = first.at();
            this.look = look;
        }
    }

    private final SqlAttemptStore store;
    private final ProvisioningSettings settings;
    private final Clock clock;
    private final Map<Key, Window> windows = new LinkedHashMap<>();
    private final Map<Origin, Integer> byOrigin = new HashMap<>();
    private long unrecorded;

    @Inject
    public Attempts(SqlAttemptStore store, ProvisioningSettings settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Never blocks for long: written with the next flush.
     *
     * @param look finds out what it seems to come from; asked off the way of the handshake, once a minute for the same attempt
     */
    synchronized void add(Attempt attempt, Supplier<Optional<AttemptHint>> look) {
        Attempt cut = cut(attempt);
        Key key = new Key(cut.tenant(), cut.address(), cut.path(), cut.reason());
        Window window = windows.get(key);
        if (window != null) {
            window.occurred++;
            window.lastAt = cut.at();
        } else if (windows.size() < WINDOWS && byOrigin.getOrDefault(key.origin(), 0) < WINDOWS_PER_ORIGIN) {
            windows.put(key, new Window(cut, look));
            byOrigin.merge(key.origin(), 1, Integer::sum);
        } else {
            unrecorded++;
        }
    }

    /** How many attempts since the start got no row because there were too many. */
    public synchronized long unrecorded() {
        return unrecorded;
    }

    /** Newest first. */
    public Page<AttemptRow> page(Scope scope, Limit limit, @Nullable Cursor cursor) {
        long before = cursor == null ? Long.MAX_VALUE : cursor.id();
        return Page.of(store.before(scope, before, limit.rows() + 1), limit, row -> Cursor.at(row.id()));
    }

    public void flush() {
        Map<Key, Window> standing = copy();
        look(standing);
        standing.forEach((key, window) -> {
            if (OneByOne.attempt(() -> "tenant=" + key.tenant() + ": writing " + key, () -> write(window))) {
                endIfOver(key, window);
            } else {
                end(key);
            }
        });
    }

    /** Those beyond a few are written without. Nothing that was sent is kept for longer than that. */
    private static void look(Map<Key, Window> standing) {
        int looks = 0;
        for (Map.Entry<Key, Window> each : standing.entrySet()) {
            Window window = each.getValue();
            Supplier<Optional<AttemptHint>> look = window.look;
            window.look = null;
            if (look != null && looks++ < LOOKS) {
                OneByOne.attempt(
                        () -> "tenant=" + each.getKey().tenant() + ": looking at " + each.getKey(),
                        () -> window.hint = look.get().orElse(null));
            }
        }
    }

    private void write(Window window) {
        AttemptRow now = row(window);
        if (now.occurred() > window.written) {
            long id = window.row == null ? store.insert(now) : store.update(now);
            written(window, id, now.occurred());
        }
    }

    public void prune() {
        store.pruneBefore(clock.instant().minus(settings.attemptsKept()));
    }

    private synchronized Map<Key, Window> copy() {
        return new LinkedHashMap<>(windows);
    }

    private synchronized AttemptRow row(Window window) {
        return new AttemptRow(
                Optional.ofNullable(window.row).orElse(0L), window.first, window.occurred, window.lastAt, window.hint);
    }

    private synchronized void written(Window window, long row, long occurred) {
        window.row = row;
        window.written = occurred;
    }

    /** One from a time to come is over too: our clock was set back. */
    private synchronized void endIfOver(Key key, Window window) {
        Instant now = clock.instant();
        Instant begin = window.first.at();
        boolean over = now.isAfter(begin.plus(WINDOW)) || now.isBefore(begin);
        if (over && window.written == window.occurred) {
            end(key);
        }
    }

    private synchronized void end(Key key) {
        if (windows.remove(key) != null) {
            byOrigin.computeIfPresent(key.origin(), (same, count) -> count == 1 ? null : count - 1);
        }
    }

    private static Attempt cut(Attempt attempt) {
        return new Attempt(
                attempt.tenant(),
                attempt.at(),
                attempt.address(),
                cutText(attempt.path()),
                attempt.identity() == null ? null : cutText(attempt.identity()),
                attempt.subprotocols() == null ? null : cutText(attempt.subprotocols()),
                attempt.reason(),
                attempt.detail() == null ? null : cutText(attempt.detail()));
    }

    private static String cutText(String text) {
        return (text.length() > LONGEST ? text.substring(0, LONGEST) : text).replace("\0", "");
    }
}
