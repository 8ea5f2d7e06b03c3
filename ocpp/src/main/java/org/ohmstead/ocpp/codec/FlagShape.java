package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Locale;

/** True or false. Seen in the field: as text, as 0 and 1 (field notes 52 and 77). */
record FlagShape() implements Shape {
    @Override
    public Object read(Incoming in) throws IOException {
        return switch (in.token()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_STRING, VALUE_NUMBER_INT -> meant(in);
            default -> in.wrongType(wanted());
        };
    }

    private Object meant(Incoming in) throws IOException {
        if (in.strict) {
            return in.wrongType(wanted());
        }
        return switch (in.text().strip().toLowerCase(Locale.ROOT)) {
            case "true", "1" -> coerced(in, true);
            case "false", "0" -> coerced(in, false);
            default -> in.wrongType(wanted());
        };
    }

    private Object coerced(Incoming in, boolean value) throws IOException {
        in.coerced(wanted());
        return value;
    }

    @Override
    public void check(Object value, Findings findings) {
        // both values are right
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeBoolean((Boolean) value);
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        return definitions.node().put("type", "boolean");
    }

    @Override
    public String wanted() {
        return "true or false";
    }
}
