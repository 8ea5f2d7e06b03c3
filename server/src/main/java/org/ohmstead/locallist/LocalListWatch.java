package org.ohmstead.locallist;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneByOne;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.Tokens;

/**
 * Keeps those lists up to date that follow our tokens by themselves, or wait for their station: at each look those of stations
 * that have come since, and all of a tenant whose tokens have changed, however many changes there were. Each node looks after
 * the stations that are connected to it.
 */
@Singleton
public class LocalListWatch {
    private static final Logger LOG = System.getLogger(LocalListWatch.class.getName());
    private static final String RULE = "auto-sync-local-list";
    private static final String PATIENCE = "30s";
    /** After a bad end. */
    private static final Duration TRY_AGAIN = Duration.ofMinutes(10);
    /** So that a change of tokens does not have all stations spoken to at once. */
    private static final int AT_ONCE = 8;

    private final SqlLocalListStore store;
    private final LocalListSync sync;
    private final StationLinks links;
    private final Tokens tokens;
    private final LocalListSettings settings;
    private final Clock clock;

    private final Semaphore room = new Semaphore(AT_ONCE);
    private final ConcurrentMap<Long, Seen> seen = new ConcurrentHashMap<>();

    /**
     * With which tokens a list was brought up to date over which connection, and when to try again; at the end of time where it
     * came to a good end.
     */
    private record Seen(long connection, String tokens, Instant again) {}

    @Inject
    public LocalListWatch(
            SqlLocalListStore store,
            LocalListSync sync,
            StationLinks links,
            Tokens tokens,
            LocalListSettings settings,
            Clock clock) {
        this.store = store;
        this.sync = sync;
        this.links = links;
        this.tokens = tokens;
        this.settings = settings;
        this.clock = clock;
    }

    /** Starts what there is to do, and does not wait for it. */
    public void look() {
        Map<Long, LocalList.Wishes> wishes = store.wishes();
        if (wishes.isEmpty() && !settings.autoSync()) {
            return;
        }
        Map<Long, String> states = new HashMap<>();
        Instant now = clock.instant();
        for (StationLink link : links.all()) {
            StationRef station = link.station();
            LocalList.Wishes wish = wishes.getOrDefault(station.id(), LocalList.Wishes.NONE);
            boolean follows = wish.autoSync() == null ? settings.autoSync() : wish.autoSync();
            if ((follows || wish.due()) && sync.mayBegin(station)) {
                String state = states.computeIfAbsent(station.tenant(), any -> tokens.state(station.scope()));
                begin(link, state, now);
            }
        }
        seen.keySet().removeIf(id -> !settings.autoSync() && !wishes.containsKey(id));
    }

    private void begin(StationLink link, String state, Instant now) {
        Seen before = seen.get(link.station().id());
        boolean done = before != null
                && before.connection() == link.connection()
                && before.tokens().equals(state)
                && now.isBefore(before.again());
        if (done || !room.tryAcquire()) { // where there is no room, at the next look
            return;
        }
        seen.put(link.station().id(), new Seen(link.connection(), state, now.plus(TRY_AGAIN)));
        Thread.ofVirtual().name(RULE).start(() -> run(link, state));
    }

    private void run(StationLink link, String state) {
        try {
            OneByOne.attemptOrLeave(words(link.station()) + " bringing its list up to date", () -> sync(link, state));
        } finally {
            room.release();
        }
    }

    private void sync(StationLink link, String state) {
        StationRef station = link.station();
        try {
            LocalListSync.Done done = sync.sync(Actor.server(station.tenant(), RULE), station, false, PATIENCE);
            LOG.log(
                    Level.INFO,
                    "{0} its list: {1}",
                    words(station),
                    done.outcome().word());
            if (done.isSettled() || done.outcome() == SyncOutcome.NOT_SUPPORTED) {
                seen.put(station.id(), new Seen(link.connection(), state, Instant.MAX));
            }
        } catch (Refused refusal) {
            LOG.log(Level.WARNING, "{0} its list was not sent: {1}", words(station), refusal.detail());
        }
    }

    private static String words(StationRef station) {
        return "tenant=" + station.tenant() + " station=" + station.identity();
    }
}
