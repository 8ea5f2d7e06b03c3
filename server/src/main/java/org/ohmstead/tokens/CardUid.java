package org.ohmstead.tokens;

import java.util.Optional;
import java.util.regex.Pattern;

/** The unique number in an RFID card, written as hexadecimal digits. */
final class CardUid {
    /** 4, 7 or 10 bytes (ISO 14443-3). */
    private static final Pattern UID = Pattern.compile("(?i)[0-9a-f]{8}|[0-9a-f]{14}|[0-9a-f]{20}");

    private static final Pattern BYTES = Pattern.compile("(?i)(?:[0-9a-f]{2}){4,20}");
    private static final int SIX = 12;

    private CardUid() {}

    /** Up to the first six of the bytes of a number, which is all that some readers know; empty when it is none. */
    static Optional<String> firstBytes(String key) {
        return BYTES.matcher(key).matches()
                ? Optional.of(key.substring(0, Math.min(key.length(), SIX)))
                : Optional.empty();
    }

    /** The same bytes in the other order; empty when the text is no card number. */
    static Optional<String> reversed(String value) {
        if (!UID.matcher(value).matches()) {
            return Optional.empty();
        }
        StringBuilder reversed = new StringBuilder(value.length());
        for (int i = value.length() - 2; i >= 0; i -= 2) {
            reversed.append(value, i, i + 2);
        }
        return Optional.of(reversed.toString());
    }
}
