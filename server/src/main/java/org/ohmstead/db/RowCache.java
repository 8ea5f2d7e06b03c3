package org.ohmstead.db;

import java.util.Iterator;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are asked for again and again, which is with every message. A row that is written is forgotten here after its
 * commit; since a load holds its key, what was read before that commit cannot come in after it.
 *
 * @param <K> by which they are asked for
 * @param <V> what is made of them
 */
public final class RowCache<K extends Object, V extends Object> {
    private final int largest;
    private final ConcurrentMap<K, V> rows = new ConcurrentHashMap<>();

    /** @param largest how many are kept at most; beyond that some are forgotten */
    public RowCache(int largest) {
        this.largest = largest;
    }

    /** What is here already; null: it would have to be loaded. */
    public @Nullable V known(K key) {
        return rows.get(key);
    }

    /** @param load null: there is none, which is not kept */
    public @Nullable V get(K key, Supplier<@Nullable V> load) {
        V known = rows.get(key);
        if (known == null) {
            known = rows.computeIfAbsent(key, absent -> load.get());
            shrink();
        }
        return known;
    }

    /** To be called once what was written is committed, or nobody knows whether it is. */
    public void forget(K key) {
        rows.remove(key);
    }

    private void shrink() {
        if (rows.size() > largest) {
            Iterator<K> any = rows.keySet().iterator();
            if (any.hasNext()) {
                rows.remove(any.next());
            }
        }
    }
}
