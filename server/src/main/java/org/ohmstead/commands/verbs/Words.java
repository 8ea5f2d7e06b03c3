package org.ohmstead.commands.verbs;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A request in the words of one version of OCPP.
 *
 * @param action  its name, as in the catalogue
 * @param payload as the schema of the action has it
 */
public record Words(String action, ObjectNode payload) {
    /** One without a payload. */
    public static Words of(String action) {
        return new Words(action, newPayload());
    }

    /** An empty payload, to be filled. */
    public static ObjectNode newPayload() {
        return JsonNodeFactory.instance.objectNode();
    }
}
