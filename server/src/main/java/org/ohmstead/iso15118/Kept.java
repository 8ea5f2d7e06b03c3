package org.ohmstead.iso15118;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers until they are too old; where there are too many, the one that was asked for longest ago goes. */
public final class Kept<K, V> {
    /** What an entry takes besides its value, about: its key, and its place. */
    private static final int ENTRY = 256;

    private record Entry<V>(V value, long size, Instant until) {}

    private final long most;
    private final Map<K, Entry<V>> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    /** @param most of all sizes together, with some room for each */
    public Kept(long most) {
        this.most = most;
    }

    public synchronized @Nullable V get(K key, Instant now) {
        Entry<V> entry = entries.get(key);
        if (entry != null && now.isAfter(entry.until)) {
            remove(key);
            return null;
        }
        return entry == null ? null : entry.value;
    }

    public synchronized void put(K key, V value, int valueSize, Instant until) {
        remove(key);
        Entry<V> fresh = new Entry<>(value, (long) valueSize + ENTRY, until);
        entries.put(key, fresh);
        size += fresh.size;
        Iterator<Entry<V>> oldest = entries.values().iterator();
        while (size > most && oldest.hasNext()) {
            size -= oldest.next().size;
            oldest.remove();
        }
    }

    /** It counts no more. */
    public synchronized void remove(K key) {
        Entry<V> entry = entries.remove(key);
        size -= entry == null ? 0 : entry.size;
    }
}
