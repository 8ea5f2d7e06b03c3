package org.ohmstead.db;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.nodes.Invalidations;

/**
 * Rows that are asked for again and again, which is with every message. A row that is written is forgotten after its commit, here
 * and at every other node; since a load holds its key, what was read before that commit cannot come in after it.
 *
 * @param <K> by which they are asked for
 * @param <V> what is made of them
 */
public final class RowCache<K extends Object, V extends Object> {
    private final String name;
    private final Invalidations invalidations;
    private final Function<K, String> write;
    private final Cache<K, V> rows;

    /** How a key is told to other nodes. */
    public record Keys<K>(Function<K, String> write, Function<String, K> read) {}

    /**
     * @param name    the same at every node
     * @param largest how many are kept at most; beyond it those go that are asked for least
     */
    public RowCache(String name, int largest, Keys<K> keys, Invalidations invalidations) {
        this.name = name;
        this.write = keys.write();
        this.invalidations = invalidations;
        this.rows = Caffeine.newBuilder()
                .maximumSize(largest)
                .executor(Runnable::run)
                .build();
        invalidations.register(name, key -> rows.invalidate(keys.read().apply(key)));
    }

    /** What is here already; null: it would have to be loaded. */
    public @Nullable V known(K key) {
        return rows.getIfPresent(key);
    }

    /** @param load null: there is none, which is not kept */
    public @Nullable V get(K key, Supplier<@Nullable V> load) {
        return rows.get(key, absent -> load.get());
    }

    /** To be called once what was written is committed, or nobody knows whether it is. */
    public void forget(K key) {
        invalidations.tell(name, write.apply(key));
    }
}
