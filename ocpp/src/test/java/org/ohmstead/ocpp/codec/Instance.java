package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Some JSON made from a schema.
 *
 * @param broken the only rule it breaks, at {@code path}; null: none
 * @param what   the constraint it is about
 */
record Instance(JsonNode json, Rule broken, String path, String what) {
    static Instance valid(JsonNode json, String what) {
        return new Instance(json, null, "", what);
    }

    static Instance broken(Rule rule, JsonNode json, String what) {
        return new Instance(json, rule, "", what);
    }

    /** This instance as a property of an object. */
    Instance in(ObjectNode object, String property) {
        ObjectNode around = object.deepCopy();
        around.set(property, json);
        String rest = path.isEmpty() || path.startsWith("[") ? path : "." + path;
        return new Instance(around, broken, property + rest, what);
    }

    /** This instance as the first element of an array. */
    Instance in(ArrayNode array) {
        ArrayNode around = array.deepCopy();
        around.set(0, json);
        return new Instance(around, broken, "[0]" + (path.isEmpty() ? "" : "." + path), what);
    }

    @Override
    public String toString() {
        String text = json.toString();
        return what + " at '" + path + "' breaks " + broken + ": "
                + (text.length() > 400 ? text.substring(0, 400) + "..." : text);
    }
}
