package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The {@code $defs} of one JSON schema: each shared type once, under its own name. */
final class Definitions {
    private final IdentityHashMap<Shape, String> names = new IdentityHashMap<>();
    private final Map<String, Integer> uses = new HashMap<>();
    private final ObjectNode schemas = node();

    ObjectNode node() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A reference to the definition of a shape, which is made when it is asked for first. */
    ObjectNode shared(String wish, Shape shape, Supplier<ObjectNode> schema) {
        String name = names.get(shape);
        if (name == null) {
            int use = uses.merge(wish, 1, Integer::sum);
            name = use == 1 ? wish : wish + use;
            names.put(shape, name);
            schemas.set(name, schema.get());
        }
        return node().put("$ref", "#/$defs/" + name);
    }

    ObjectNode all() {
        return schemas;
    }
}
