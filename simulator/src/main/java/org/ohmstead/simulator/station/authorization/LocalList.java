package org.ohmstead.simulator.station.authorization;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The local authorization list and the cache of earlier answers; the list comes first. */
public final class LocalList {
    private final Map<String, Verdict> list = new LinkedHashMap<>();
    private final Map<String, Verdict> cache = new LinkedHashMap<>();
    private int version;

    /** 0: there is none. */
    public int version() {
        return list.isEmpty() && version == 0 ? 0 : version;
    }

    public int size() {
        return list.size();
    }

    /** Empties the list for a full update. */
    public void replace(int version) {
        list.clear();
        this.version = version;
    }

    /** Whether a differential update of this version may follow (D01.FR.19). */
    public boolean follows(int version) {
        return version > this.version;
    }

    public void update(int version) {
        this.version = version;
    }

    /**
     * @param verdict null: remove it
     */
    public void put(String token, @Nullable Verdict verdict) {
        if (verdict == null) {
            list.remove(key(token));
        } else {
            list.put(key(token), verdict);
        }
    }

    public void remember(Verdict verdict) {
        cache.put(key(verdict.token().value()), verdict);
    }

    public void clearCache() {
        cache.clear();
    }

    public void forget(String token) {
        cache.remove(key(token));
    }

    public Optional<Verdict> listed(Token token) {
        return Optional.ofNullable(list.get(key(token.value())));
    }

    /** What is known about a token without asking. */
    public Optional<Verdict> known(Token token) {
        return listed(token).or(() -> Optional.ofNullable(cache.get(key(token.value()))));
    }

    private static String key(String token) {
        return token.toLowerCase(Locale.ROOT);
    }
}
