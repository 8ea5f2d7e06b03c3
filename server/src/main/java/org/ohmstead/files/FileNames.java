package org.ohmstead.files;

import org.jspecify.annotations.Nullable;

/** Names of files as strangers write them. They are shown, and never used as a path. */
final class FileNames {
    static final int LONGEST = 200;

    private FileNames() {}

    /** Its last part, without what no file system or header takes; null: nothing is left. */
    static @Nullable String clean(@Nullable String name) {
        if (name == null) {
            return null;
        }
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints()
                .filter(point -> !Character.isISOControl(point) && "\"<>:|?*".indexOf(point) < 0)
                .filter(point -> Character.isDefined(point) && Character.getType(point) != Character.SURROGATE)
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .limit(LONGEST)
                .forEach(clean::appendCodePoint);
        String left = clean.toString().strip();
        return left.isEmpty() || left.chars().allMatch(point -> point == '.') ? null : left;
    }

    /** The same with letters, digits and {@code . _ -} alone, for a URL that the simplest stations read. */
    static String inUrl(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
        return plain.length() > 100 ? plain.substring(plain.length() - 100) : plain;
    }
}
