package org.ohmstead.nodes;

import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Tells the caches of all nodes what they have to forget, because it was written. Told after the commit, so that whoever loads it
 * again finds what was written.
 */
public final class Invalidations {
    private final BiConsumer<String, String> others;
    private final ConcurrentMap<String, List<Consumer<String>>> caches = new ConcurrentHashMap<>();

    /** @param others is told the name of a cache and a key, for the other nodes */
    public Invalidations(BiConsumer<String, String> others) {
        this.others = others;
    }

    /** @param name the same at every node */
    public void register(String name, Consumer<String> forget) {
        caches.computeIfAbsent(name, first -> new CopyOnWriteArrayList<>()).add(forget);
    }

    /** Something was written here. */
    public void tell(String name, String key) {
        heard(name, key);
        others.accept(name, key);
    }

    /** Something was written at another node. */
    public void heard(String name, String key) {
        caches.getOrDefault(name, List.of()).forEach(forget -> forget.accept(key));
    }
}
