package org.ohmstead.notices;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.ohmstead.ocpp.codec.values.Json;

/** JSON that we have written into the database. What is none, for whatever reason, is shown as the text that it is. */
public final class StoredJson {
    private static final Logger LOG = System.getLogger(StoredJson.class.getName());

    private StoredJson() {}

    public static JsonNode read(String text) {
        try {
            return Json.tree(text);
        } catch (JsonProcessingException e) {
            LOG.log(Level.WARNING, "What stands in the database is no JSON: {0}", e.getOriginalMessage());
            return TextNode.valueOf(text);
        }
    }
}
