package org.ohmstead.locallist;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * An entry of a list in the words of the station's version.
 *
 * @param key  the token's value as lists are compared: without case; a list has each once (D01.FR.06)
 * @param json with idTag and idTagInfo (1.6), or idToken and idTokenInfo (2.x); without the second one it is to be removed
 */
record ListEntry(String key, ObjectNode json) {
    static final String TAG = "idTag";
    static final String TOKEN = "idToken";
    private static final String TAG_INFO = "idTagInfo";
    private static final String TOKEN_INFO = "idTokenInfo";

    static ListEntry of(ObjectNode json) {
        String value = json.has(TAG)
                ? json.path(TAG).asText()
                : json.path(TOKEN).path(TOKEN).asText();
        return new ListEntry(value.toLowerCase(Locale.ROOT), json);
    }

    /** Whether it takes its token from the list. */
    boolean isRemoval() {
        return !json.hasNonNull(TAG_INFO) && !json.hasNonNull(TOKEN_INFO);
    }

    /** What takes it from the list. */
    ListEntry removal() {
        ObjectNode bare = json.objectNode();
        String name = json.has(TAG) ? TAG : TOKEN;
        bare.set(name, json.get(name));
        return new ListEntry(key, bare);
    }

    String value() {
        return json.has(TAG)
                ? json.path(TAG).asText()
                : json.path(TOKEN).path(TOKEN).asText();
    }

    /** Information about the token, in the words of the version. */
    JsonNode info() {
        return json.path(json.has(TAG) ? TAG_INFO : TOKEN_INFO);
    }
}
