package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.ohmstead.ocpp.codec.values.Json;

/** Any JSON at all, kept as a tree: {@code data} of a DataTransfer of 2.x. */
record AnyShape() implements Shape {
    @Override
    public Object read(Incoming in) throws IOException {
        return tree(in);
    }

    static JsonNode tree(Incoming in) throws IOException {
        return Json.tree(in.parser);
    }

    @Override
    public void check(Object value, Findings findings) {
        // nothing is wrong here
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        Json.TREES.writeTree(out, (JsonNode) value);
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        return definitions.node();
    }

    @Override
    public String wanted() {
        return "anything";
    }
}
