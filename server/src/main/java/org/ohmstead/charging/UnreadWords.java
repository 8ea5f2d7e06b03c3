package org.ohmstead.charging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.ocpp.schema.WireName;

/**
 * The words of a message that its schema does not know. They are part of what the station said: an unknown measurand that
 * was taken for an absent one would be billed as energy.
 */
public final class UnreadWords {
    private final Map<String, Deviation> found = new HashMap<>();

    public UnreadWords(List<Deviation> deviations) {
        for (Deviation deviation : deviations) {
            found.putIfAbsent(deviation.path(), deviation);
        }
    }

    /** A missing field has no word, and an explicit null is a missing field (field note 44). */
    private static boolean isAbsent(Deviation deviation) {
        return deviation.rule() == Rule.REQUIRED
                || (deviation.rule() == Rule.TYPE && deviation.found().equals("null"));
    }

    /** The constant's word, or the station's own where it is none of the schema's; null: there was nothing. */
    public @Nullable String word(@Nullable Enum<?> constant, String path) {
        if (constant != null && !constant.name().equals("Other")) {
            return constant instanceof WireName named ? named.wire() : constant.name();
        }
        String own = text(path);
        return own == null && constant != null ? constant.name() : own;
    }

    /** What stands at a path that could not be read; null: nothing, or it was read. */
    public @Nullable String text(String path) {
        Deviation deviation = found.isEmpty() ? null : found.get(path);
        return deviation == null || isAbsent(deviation) || deviation.found().isBlank() ? null : deviation.found();
    }

    /** The path of an element of a list, counted as the station sent it: elements that are no elements were left out. */
    public String element(String list, int position) {
        int index = 0;
        for (int read = 0; ; index++) {
            String path = list + "[" + index + "]";
            if (found.isEmpty() || !found.containsKey(path)) {
                if (read++ == position) {
                    return path;
                }
            }
        }
    }
}
