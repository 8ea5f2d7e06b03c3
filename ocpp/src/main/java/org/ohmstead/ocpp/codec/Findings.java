package org.ohmstead.ocpp.codec;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a reading or a check stands in the message, and what it has found wrong so far. */
final class Findings {
    /** What is longer is cut in {@link Deviation#found()}. */
    private static final int LONGEST_FOUND = 64;

    private static final int REPLACEMENT = 0xFFFD;

    /** Never shown in clear, because deviations go to logs. */
    private static final Set<String> SECRET = Set.of(
            "idTag",
            "parentIdTag",
            "idToken",
            "idTokens",
            "additionalIdToken",
            "password",
            "basicAuthPassword",
            "apnPassword",
            "simPin",
            "attributeValue");

    private final boolean strict;
    private final List<Deviation> tolerated = new ArrayList<>(0);
    private final List<Deviation> fatal = new ArrayList<>(0);

    /** The way here: the name of a field, or null with the index of an element in {@code indexes}. */
    private @Nullable String[] names = new @Nullable String[8];

    private int[] indexes = new int[8];
    private int depth;

    Findings(boolean strict) {
        this.strict = strict;
    }

    void enter(@Nullable String name, int index) {
        if (depth == names.length) {
            names = Arrays.copyOf(names, depth * 2);
            indexes = Arrays.copyOf(indexes, depth * 2);
        }
        names[depth] = name;
        indexes[depth++] = index;
    }

    void leave() {
        depth--;
    }

    /** Something that a lenient reading can live with. */
    void deviate(Rule rule, String found, String allowed) {
        (strict ? fatal : tolerated).add(deviation(rule, found, allowed));
    }

    /**
     * Something without a usable value. Fatal, unless {@link #absorb} finds that the message can do without it.
     *
     * @return {@link Shape#BAD}
     */
    Object fail(Rule rule, String found, String allowed) {
        fatal.add(deviation(rule, found, allowed));
        return Shape.BAD;
    }

    /** How many fatal findings there are; the mark for {@link #absorb}. */
    int mark() {
        return fatal.size();
    }

    /** The part of the message read since the mark is dispensable, so what was fatal in it is not; never when strict. */
    void absorb(int mark) {
        if (!strict && fatal.size() > mark) {
            List<Deviation> lost = fatal.subList(mark, fatal.size());
            tolerated.addAll(lost);
            lost.clear();
        }
    }

    boolean strict() {
        return strict;
    }

    List<Deviation> tolerated() {
        return List.copyOf(tolerated);
    }

    List<Deviation> fatal() {
        return List.copyOf(fatal);
    }

    private Deviation deviation(Rule rule, String found, String allowed) {
        String shortened = found.length() <= LONGEST_FOUND ? found : found.substring(0, LONGEST_FOUND - 1) + "\u2026";
        return new Deviation(legible(path()), rule, legible(shortened), allowed);
    }

    /** Without what databases refuse and logs garble: names and values here are a stranger's. */
    private static String legible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isIllegible(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
                return text.codePoints()
                        .map(letter -> isIllegible(letter) ? REPLACEMENT : letter)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
            }
        }
        return text;
    }

    private static boolean isIllegible(int letter) {
        return Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE;
    }

    /** What may be shown of a value that stands here: stars for a token or a password. */
    String shown(String value) {
        for (int i = depth - 1; i >= 0; i--) {
            String name = names[i];
            if (name != null) {
                return SECRET.contains(name) ? "***" : value;
            }
        }
        return value;
    }

    private String path() {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < depth; i++) {
            String name = names[i];
            if (name == null) {
                path.append('[').append(indexes[i]).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
