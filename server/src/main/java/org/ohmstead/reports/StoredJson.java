package org.ohmstead.reports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.ohmstead.ocpp.codec.Json;

/** JSON that this slice has written into the database. */
final class StoredJson {
    private StoredJson() {}

    static JsonNode read(String text) {
        try {
            return Json.tree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What stands in the database is no JSON", e);
        }
    }
}
