package org.ohmstead.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody may do.
 *
 * @param words as {@link Permission} has them
 */
public record Permissions(Set<String> words) {
    public static final Permissions NONE = new Permissions(Set.of());

    public Permissions {
        words = Set.copyOf(words);
    }

    public boolean allows(String word) {
        return words.contains(word);
    }

    /** Which of these words are missing here, sorted; empty: all of them are allowed. */
    public Set<String> missing(Collection<String> wanted) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(words);
        return missing;
    }
}
