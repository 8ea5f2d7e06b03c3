package org.ohmstead.db.ageing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts whose rows have grown, so that whoever clears away what somebody has too many of looks at nobody else. In memory: after
 * a start it begins anew, and finds whoever goes on.
 *
 * @param <K> whose rows they are
 */
public final class Growth<K extends Object> {
    private final int many;
    private final ConcurrentMap<K, Integer> added = new ConcurrentHashMap<>();

    /** @param many so many new rows make it worth looking */
    public Growth(int many) {
        this.many = many;
    }

    public void add(K whose, int rows) {
        added.merge(whose, rows, Integer::sum);
    }

    /** Those with many new rows since they were last returned here. */
    public List<K> take() {
        List<K> grown = new ArrayList<>();
        added.forEach((whose, rows) -> {
            if (rows >= many && added.remove(whose, rows)) {
                grown.add(whose);
            }
        });
        return grown;
    }
}
