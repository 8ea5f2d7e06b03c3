package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ohmstead.ocpp.OcppVersion;

/** JSON Schema, derived from our own records: the same instances are valid as by the official files, which are not ours to publish. */
public final class JsonSchemas {
    private JsonSchemas() {}

    /** The schema (draft 2020-12) of a message of one version; its title is the action. */
    public static ObjectNode of(Class<? extends Record> type, OcppVersion version) {
        Definitions definitions = new Definitions();
        ObjectNode body = Shapes.of(type, version).schema(definitions);
        Class<?> action = type.getEnclosingClass();
        ObjectNode schema = definitions.node();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", action == null ? type.getSimpleName() : action.getSimpleName());
        schema.setAll(body);
        if (!definitions.all().isEmpty()) {
            schema.set("$defs", definitions.all());
        }
        return schema;
    }
}
