package org.ohmstead.commands.bulk;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.background.OneByOne;
import org.ohmstead.background.PassesByItself;
import org.ohmstead.background.Rounds;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.background.Worker;
import org.ohmstead.commands.bulk.BulkCommand.State;
import org.ohmstead.commands.bulk.SqlBulkCommandStore.Turn;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verbs;

/**
 * Gives the stations of each bulk command their turn. One that has had it is marked behind its command; a server that dies between
 * the two sends it again under the same key, and finds the command that stands.
 */
@Singleton
public class BulkCommandRunner implements Supervised, Worker {
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final int AT_A_TIME = 100;
    /** Stations that were connected dial in again within this when a server comes back; before, most of them would be missed. */
    static final Duration COMING_BACK = Duration.ofSeconds(20);

    private final SqlBulkCommandStore store;
    private final BulkCommands bulkCommands;
    private final Verbs verbs;
    private final Clock clock;
    private final Instant begun;
    private final Rounds rounds = new Rounds("bulk-commands");
    /** Those that are gone through here. */
    private final Set<Long> busy = ConcurrentHashMap.newKeySet();

    private volatile boolean stopped;

    @Inject
    public BulkCommandRunner(SqlBulkCommandStore store, BulkCommands bulkCommands, Verbs verbs, Clock clock) {
        this.store = store;
        this.bulkCommands = bulkCommands;
        this.verbs = verbs;
        this.clock = clock;
        this.begun = clock.instant();
    }

    @Override
    public void start() {
        rounds.every(BETWEEN_LOOKS, "Going through bulk commands", this::look);
        rounds.start();
    }

    @Override
    public void stop() {
        stopped = true;
        rounds.finish();
    }

    @Override
    public List<SupervisedThread.State> threads() {
        return rounds.states();
    }

    private void look() {
        for (BulkCommand bulk : store.open()) {
            if (isDue(bulk) && busy.add(bulk.id())) {
                Thread.ofVirtual().name("bulk-command-" + bulk.id()).start(() -> {
                    try {
                        OneByOne.attemptOrLeave("Going through bulk command " + bulk.id(), () -> goThrough(bulk));
                    } finally {
                        busy.remove(bulk.id());
                    }
                });
            }
        }
    }

    /** One that an earlier run of the server has left, and whose stations do not get it later, gives them time to come back. */
    boolean isDue(BulkCommand bulk) {
        return bulk.order().ttl() != null
                || bulk.state() != State.RUNNING
                || !bulk.createdAt().isBefore(begun.truncatedTo(ChronoUnit.MICROS))
                || !clock.instant().isBefore(begun.plus(COMING_BACK));
    }

    /** Blocks until all have had their turn, or it was stopped. What was left for want of a database comes with the next look. */
    void goThrough(BulkCommand bulk) {
        int parallel = bulk.order().parallel();
        Semaphore places = new Semaphore(parallel);
        AtomicBoolean left = new AtomicBoolean();
        int place = 0;
        List<Turn> turns;
        do {
            turns = store.waiting(bulk, place, AT_A_TIME);
            for (Turn turn : turns) {
                places.acquireUninterruptibly();
                if (left.get() || !goesOn(bulk)) {
                    places.release();
                    turns = List.of();
                    break;
                }
                place = turn.place();
                Thread.ofVirtual()
                        .name("bulk-command-" + bulk.id() + "-" + place)
                        .start(() -> {
                            try {
                                turn(bulk, turn);
                            } catch (PassesByItself databaseAway) {
                                left.set(true);
                            } finally {
                                places.release();
                            }
                        });
            }
        } while (!turns.isEmpty());
        places.acquireUninterruptibly(parallel);
        if (!left.get() && !stopped) {
            // A stop that came too late for anybody has stopped nothing.
            boolean all = store.waiting(bulk, 0, 1).isEmpty();
            bulkCommands.ended(bulk, all ? State.ENDED : State.STOPPED);
        }
    }

    private boolean goesOn(BulkCommand bulk) {
        return !stopped
                && store.find(bulk.by().scope(), bulk.id())
                        .filter(now -> now.state() == State.RUNNING)
                        .isPresent();
    }

    private void turn(BulkCommand bulk, Turn turn) {
        String what = "Bulk command " + bulk.id() + " at " + turn.station().identity();
        if (!OneByOne.attempt(() -> what, () -> tell(bulk, turn))) {
            done(bulk, turn, null, "It failed; the server's log says why.");
        }
    }

    private void tell(BulkCommand bulk, Turn turn) {
        BulkOrder order = bulk.order();
        String key = "bulk-" + bulk.id() + "-" + turn.station().id();
        SendOptions options = new SendOptions(order.timeout(), order.timeout(), order.ttl(), key);
        try {
            long command = verbs.tell(bulk.by(), turn.station().identity(), order.verb(), options)
                    .command()
                    .id();
            done(bulk, turn, command, null);
        } catch (Refused refused) {
            done(bulk, turn, null, refused.detail());
        }
    }

    private void done(BulkCommand bulk, Turn turn, @Nullable Long command, @Nullable String refusal) {
        store.done(bulk, turn.place(), command, refusal, clock.instant().truncatedTo(ChronoUnit.MICROS));
    }
}
