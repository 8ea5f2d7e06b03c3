package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list.
 *
 * @param element what each element is
 * @param least   fewer are too few; stations send empty lists all the same (field note 50)
 * @param most    {@link Integer#MAX_VALUE} for no limit
 */
record ListShape(Shape element, int least, int most) implements Shape {
    @Override
    public Object read(Incoming in) throws IOException {
        if (in.token() != JsonToken.START_ARRAY) {
            return alone(in);
        }
        List<Object> values = new ArrayList<>();
        int index = 0;
        for (JsonToken token = in.parser.nextToken(); token != JsonToken.END_ARRAY; token = in.parser.nextToken()) {
            in.findings.enter(null, index++);
            int mark = in.findings.mark();
            Object value = token == JsonToken.VALUE_NULL ? in.wrongType(element.wanted()) : element.read(in);
            if (value == BAD) {
                in.findings.absorb(mark);
            } else {
                values.add(value);
            }
            in.findings.leave();
        }
        checkSize(index, in.findings);
        return Collections.unmodifiableList(values);
    }

    /** A single element without its brackets, as left behind by conversions from XML. */
    private Object alone(Incoming in) throws IOException {
        if (in.strict) {
            return in.wrongType(wanted());
        }
        in.coerced(wanted());
        in.findings.enter(null, 0);
        Object value = element.read(in);
        in.findings.leave();
        return value == BAD ? BAD : List.of(value);
    }

    private void checkSize(int size, Findings findings) {
        if (size < least) {
            findings.deviate(Rule.CARDINALITY, size + " elements", "at least " + least);
        } else if (size > most) {
            findings.deviate(Rule.CARDINALITY, size + " elements", "at most " + most);
        }
    }

    @Override
    public void check(Object value, Findings findings) {
        List<?> values = (List<?>) value;
        checkSize(values.size(), findings);
        int index = 0;
        for (@Nullable Object each : values) {
            findings.enter(null, index++);
            if (each == null) {
                findings.deviate(Rule.TYPE, "null", element.wanted());
            } else {
                element.check(each, findings);
            }
            findings.leave();
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (Object each : (List<?>) value) {
            element.write(each, out);
        }
        out.writeEndArray();
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        ObjectNode schema = definitions.node().put("type", "array");
        schema.set("items", element.describe(definitions));
        if (least > 0) {
            schema.put("minItems", least);
        }
        if (most != Integer.MAX_VALUE) {
            schema.put("maxItems", most);
        }
        return schema;
    }

    @Override
    public String wanted() {
        return "an array";
    }
}
