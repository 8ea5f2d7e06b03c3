package org.ohmstead.stations.hints;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Whether two identities are one that somebody has mistyped. */
final class Likeness {
    /** What differs in one character, or two of a long one, is like it; what differs in more is not. */
    private static final int FAR = 3;

    private static final int SHORT = 5;
    /** Not more are made of an identity that is longer. */
    private static final int LONGEST = 64;

    private static final String ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyz-_.";

    private Likeness() {}

    /** How far apart they are: 0 is the same but for separators and zeros before a number; {@value #FAR} or more: not alike. */
    static int distance(String one, String other) {
        String left = plain(one);
        String right = plain(other);
        if (left.equals(right)) {
            return 0;
        }
        int edits = edits(one.toLowerCase(Locale.ROOT), other.toLowerCase(Locale.ROOT));
        boolean far = edits > (Math.min(one.length(), other.length()) < SHORT ? 1 : FAR - 1);
        return far ? FAR : edits;
    }

    static boolean areAlike(String one, String other) {
        return distance(one, other) < FAR;
    }

    /** Without what people leave out or add: separators, zeros before a number, letters that look like digits. */
    private static String plain(String identity) {
        return identity.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\-_.:/]", "")
                .replace('o', '0')
                .replaceAll("[il]", "1")
                .replaceAll("(?<![0-9])0+(?=[0-9])", "");
    }

    /** Keys that differ from it by one change, so that an index finds them. */
    static Set<String> neighbours(String identity) {
        String key = identity.toLowerCase(Locale.ROOT);
        Set<String> keys = new LinkedHashSet<>();
        for (int at = 0; at <= Math.min(key.length(), LONGEST); at++) {
            String before = key.substring(0, at);
            String behind = key.substring(at);
            for (char c : ALPHABET.toCharArray()) {
                keys.add(before + c + behind);
                if (!behind.isEmpty()) {
                    keys.add(before + c + behind.substring(1));
                }
            }
            if (!behind.isEmpty()) {
                keys.add(before + behind.substring(1));
            }
        }
        keys.add(key.replaceAll("[\\s\\-_.:/]", ""));
        keys.add(key.replaceAll("(?<![0-9])0+(?=[0-9])", ""));
        keys.remove(key);
        return keys;
    }

    /** How many characters have to be changed, added or left out (Levenshtein). */
    private static int edits(String one, String other) {
        int[] last = new int[other.length() + 1];
        for (int j = 0; j < last.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] row = new int[other.length() + 1];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int swap = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(last[j - 1] + swap, Math.min(last[j], row[j - 1]) + 1);
            }
            last = row;
        }
        return last[other.length()];
    }
}
