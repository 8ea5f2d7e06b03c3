package org.ohmstead.devicemodel;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether two texts mean the same value, however stations write it: {@code TRUE} and {@code true}, {@code 10} and {@code 10.0}, a
 * list with blanks behind its commas (field note 77).
 */
public final class SameValue {
    private SameValue() {}

    public static boolean of(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return one == null && other == null;
        }
        return one.equals(other) || meaning(one).equals(meaning(other));
    }

    private static List<String> meaning(String value) {
        return Arrays.stream(value.split(",", -1))
                .map(part -> normal(part.strip()))
                .collect(Collectors.toList());
    }

    private static String normal(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        if (small.equals("true") || small.equals("false")) {
            return small;
        }
        return number(word)
                .map(number -> number.stripTrailingZeros().toPlainString())
                .orElse(word);
    }

    private static Optional<BigDecimal> number(String word) {
        return word.matches("[+-]?\\d{1,30}(\\.\\d{1,30})?") ? Optional.of(new BigDecimal(word)) : Optional.empty();
    }
}
