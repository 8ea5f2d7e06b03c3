package org.ohmstead.networkprofiles;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a station's slots.
 *
 * @param active   that it is connected with; null: it does not say
 * @param priority in the order in which it tries them; none: not known
 * @param there    all that it has; none: not known
 */
record Slots(@Nullable Integer active, List<Integer> priority, List<Integer> there) {

    static List<Integer> list(@Nullable String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(Slots::number)
                        .filter(Objects::nonNull)
                        .toList();
    }

    static @Nullable Integer number(@Nullable String text) {
        return text != null && text.strip().matches("\\d{1,9}") ? Integer.valueOf(text.strip()) : null;
    }

    /** The one in use: where the station does not say, the first that it tries. Null: not known. */
    @Nullable
    Integer inUse() {
        return active != null ? active : priority.isEmpty() ? null : priority.getFirst();
    }
}
