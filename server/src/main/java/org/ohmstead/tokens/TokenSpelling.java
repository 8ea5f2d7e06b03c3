package org.ohmstead.tokens;

import java.util.Locale;
import java.util.regex.Pattern;
import org.ohmstead.db.keys.IndexKey;

/** One spelling for all that mean the same: makes of readers write the number of a card each in their own way. */
final class TokenSpelling {
    private static final Pattern SEPARATORS = Pattern.compile("[:\\-. ]");

    /** The number of a card: 4, 7 or 10 bytes (ISO 14443-3), or what a reader makes of it that shortens or pads. */
    private static final Pattern CARD = Pattern.compile("(?:[0-9a-f]{2}){4,10}");

    /** A contract's id (ISO 15118-2 annex H): hyphens between its parts are optional and mean nothing. */
    private static final Pattern CONTRACT = Pattern.compile("[a-z]{2}[0-9a-z]{3}c[0-9a-z]{8,9}");

    private TokenSpelling() {}

    /**
     * Under which a value is stored and compared. 1.6 CiString20Type and 2.x identifierString know no case; blanks around a
     * value, and separators between the bytes of a card's number, come from the reader and not from the card.
     */
    static String key(String value) {
        String plain = value.strip().toLowerCase(Locale.ROOT);
        String bare = SEPARATORS.matcher(plain).replaceAll("");
        return CARD.matcher(bare).matches() || CONTRACT.matcher(bare).matches() ? bare : IndexKey.of(plain);
    }
}
