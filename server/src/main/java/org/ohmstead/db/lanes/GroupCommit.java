package org.ohmstead.db.lanes;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.background.Supervised;
import org.ohmstead.background.SupervisedThread;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.StoreUnavailable;
import org.ohmstead.nodes.Node;

/**
 * Makes many small writes durable with few commits. A caller hands over a unit of work and waits; a lane runs what has
 * gathered, in order, in one transaction, commits once and wakes all. See docs/decisions/0003-group-commit.md.
 *
 * <p>A unit holds nothing but SQL and must be idempotent by a natural key: it is run again when another unit of its
 * transaction failed, and also when the database was lost in the middle of a commit, so that nobody knows whether the
 * first run is durable.
 */
public final class GroupCommit implements AutoCloseable, Supervised {

    /** The lane of work that no station waits for. Shared on SQLite, which has one writer; else with a connection of its own. */
    public static final long BACKGROUND = Long.MIN_VALUE;

    /** The same lane, for work that may take long, such as clearing away: it has its turn beside what others wait for. */
    public static final long UPKEEP = Long.MIN_VALUE + 1;

    private final Node node;
    private final Lane[] lanes;
    private final boolean ownBackground;

    /** What a caller wants done in a transaction. */
    @FunctionalInterface
    public interface Work<T extends @Nullable Object> {
        T run(Tx tx);
    }

    /** At the only node. */
    public GroupCommit(Database database) {
        this(database, Node.alone());
    }

    public GroupCommit(Database database, Node node) {
        this.node = node;
        ownBackground = database.lanes() > 1;
        lanes = IntStream.range(0, database.lanes())
                .mapToObj(number -> new Lane("commit-" + number, database, number == database.lanes() - 1))
                .toArray(Lane[]::new);
    }

    /**
     * Runs the unit and returns its result once that is on disk. Units of the same station run in the order in which
     * they were handed in, and each sees what the ones before it wrote.
     *
     * @param scope whose rows the unit reads and writes
     * @param lane the station's id, {@link #BACKGROUND} or {@link #UPKEEP}
     * @throws StoreUnavailable if the database is away; what the unit itself throws is thrown here too
     */
    public <T extends @Nullable Object> T write(Scope scope, long lane, Work<T> unit) {
        return laneOf(lane).write(scope, lane, unit);
    }

    /** Which of the nodes commits here. */
    public Node node() {
        return node;
    }

    private Lane laneOf(long key) {
        if (!ownBackground) {
            return lanes[0];
        }
        int stations = lanes.length - 1;
        return key <= UPKEEP ? lanes[stations] : lanes[Math.floorMod(Long.hashCode(key), stations)];
    }

    /** How many units wait or run at this moment. */
    public int queued() {
        return Arrays.stream(lanes).mapToInt(Lane::queued).sum();
    }

    /** Transactions committed since the start. */
    public long commits() {
        return sum(Lane::commits);
    }

    /** Units made durable since the start; divided by {@link #commits()} it is the mean size of a batch. */
    public long units() {
        return sum(Lane::units);
    }

    /** Time spent in {@code commit} since the start, in nanoseconds. */
    public long commitNanos() {
        return sum(Lane::commitNanos);
    }

    /** Units that ended in {@link StoreUnavailable} since the start. */
    public long unavailable() {
        return sum(Lane::unavailable);
    }

    /** The threads without which nothing is written. */
    @Override
    public List<SupervisedThread.State> threads() {
        return Arrays.stream(lanes).map(Lane::thread).toList();
    }

    private long sum(ToLongFunction<Lane> counter) {
        return Arrays.stream(lanes).mapToLong(counter).sum();
    }

    /** Takes no new work, finishes what waits, and returns when it is durable. */
    @Override
    public void close() {
        for (Lane lane : lanes) {
            lane.close();
        }
    }
}
