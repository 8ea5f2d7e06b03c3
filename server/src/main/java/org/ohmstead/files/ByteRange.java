package org.ohmstead.files;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a file somebody wants (RFC 9110 §14). Stations go on with it where a connection broke.
 *
 * @param first  byte of the part, from 0
 * @param length in bytes; 0: there is no such part
 */
record ByteRange(long first, long length) {
    private static final Pattern BYTES = Pattern.compile("bytes\\s*=\\s*(\\d{0,18})\\s*-\\s*(\\d{0,18})");

    /** Empty: the whole file is wanted, or what cannot be read as one range, which may be answered with all of it. */
    static Optional<ByteRange> of(@Nullable String header, long size) {
        Matcher matcher = BYTES.matcher(header == null ? "" : header.strip());
        if (!matcher.matches() || matcher.group(1).isEmpty() && matcher.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (matcher.group(1).isEmpty()) { // the last so many
            long last = Math.min(size, Long.parseLong(matcher.group(2)));
            return Optional.of(new ByteRange(size - last, last));
        }
        long first = Long.parseLong(matcher.group(1));
        long last = matcher.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(matcher.group(2)));
        boolean reversed = !matcher.group(2).isEmpty() && Long.parseLong(matcher.group(2)) < first; // no range at all
        return reversed ? Optional.empty() : Optional.of(new ByteRange(first, Math.max(0, last - first + 1)));
    }

    boolean isSatisfiable() {
        return length > 0;
    }

    /** For {@code Content-Range}. */
    String header(long size) {
        return isSatisfiable() ? "bytes " + first + "-" + (first + length - 1) + "/" + size : "bytes */" + size;
    }
}
