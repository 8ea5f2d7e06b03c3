package org.ohmstead.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.StrictJson;
import org.ohmstead.secrets.Secrets;

/** The fields of a thing as they may stand in a line: without secrets, and none so long that lines would fill the disk. */
final class AuditFields {
    /** A local list in a command has megabytes; what a person reads has not. */
    static final int LONGEST = 16_384;

    private static final ObjectMapper JSON = json();

    private AuditFields() {}

    private static ObjectMapper json() {
        ObjectMapper mapper = new ObjectMapper();
        StrictJson.apply(mapper);
        return mapper.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS); // else a map has another order each day
    }

    /** As it is. @param fields what is one object in JSON: a record, a map, a tree */
    static ObjectNode tree(Object fields) {
        return JSON.valueToTree(fields);
    }

    /** Those that are not null, as they may be shown. */
    static @Nullable ObjectNode present(Object fields) {
        ObjectNode tree = tree(fields).deepCopy();
        tree.properties().removeIf(field -> field.getValue().isNull());
        return tree.isEmpty() ? null : shown(tree);
    }

    /** As they may be shown. */
    static ObjectNode shown(ObjectNode tree) {
        ObjectNode shown = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : Secrets.masked(tree).properties()) {
            String text = field.getValue().toString();
            shown.set(field.getKey(), text.length() <= LONGEST ? field.getValue() : told(text));
        }
        return shown;
    }

    /** Nobody reads it here; but whoever has it can show that it is what was meant. */
    private static JsonNode told(String text) {
        return TextNode.valueOf("(" + text.length() + " characters of JSON, SHA-256 " + Hash.of(text) + ")");
    }
}
