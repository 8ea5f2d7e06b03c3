package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.values.Json;

/** A record. */
final class ObjectShape implements Shape {
    private final String name;
    private final @Nullable Field[] fields;
    private final SerializableString[] written;
    private final Map<String, Field> byName = new HashMap<>();
    private final MethodHandle constructor;
    private final @Nullable MethodHandle others;

    /**
     * @param fields one for each component, null for the one that takes all other fields
     * @param others the accessor of that one; null: the object has no other fields
     */
    ObjectShape(Class<?> type, List<@Nullable Field> fields, @Nullable MethodHandle others) {
        if (fields.size() > Long.SIZE) {
            throw new IllegalArgumentException(type + " has more components than a long has bits");
        }
        this.name = type.getSimpleName();
        this.fields = fields.toArray(new @Nullable Field[0]);
        this.written = fields.stream()
                .map(field -> new SerializedString(field == null ? "" : field.name()))
                .toArray(SerializableString[]::new);
        this.constructor = Handles.constructor(type);
        this.others = others;
        for (Field field : fields) {
            if (field != null) {
                byName.put(field.name(), field);
            }
        }
    }

    @Override
    public Object read(Incoming in) throws IOException {
        JsonParser parser = in.parser;
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            return in.wrongType(wanted());
        }
        int mark = in.findings.mark();
        @Nullable Object[] values = new @Nullable Object[fields.length];
        Map<String, JsonNode> rest = others == null ? Map.of() : new LinkedHashMap<>();
        long seen = 0;
        int next = 0;
        for (String key = parser.nextFieldName(); key != null; key = parser.nextFieldName()) {
            parser.nextToken();
            Field field = field(key, next);
            if (field == null) {
                readOther(key, rest, in);
                continue;
            }
            long bit = 1L << field.index();
            if ((seen & bit) != 0) {
                twice(key, in.findings);
            }
            seen |= bit;
            next = field.index() + 1;
            values[field.index()] = field.read(in);
        }
        return made(values, seen, rest, mark, in.findings);
    }

    /** Fields mostly come in the order of the specification, so the one after the last is tried first. */
    private @Nullable Field field(String key, int next) {
        Field expected = next < fields.length ? fields[next] : null;
        return expected != null && expected.name().equals(key) ? expected : byName.get(key);
    }

    /** What a payload of JSON null means (OCPP-J 1.6 §4.1.5, field note 39): an object without fields. */
    Object readNull(Incoming in) {
        int mark = in.findings.mark();
        in.findings.deviate(Rule.TYPE, "null", wanted());
        return made(new @Nullable Object[fields.length], 0, Map.of(), mark, in.findings);
    }

    private void readOther(String key, Map<String, JsonNode> rest, Incoming in) throws IOException {
        if (others != null) {
            if (rest.put(key, AnyShape.tree(in)) != null) {
                twice(key, in.findings);
            }
            return;
        }
        in.findings.enter(key, -1);
        in.findings.deviate(Rule.UNKNOWN_FIELD, in.kind(), "no such field");
        in.findings.leave();
        in.parser.skipChildren();
    }

    private static void twice(String key, Findings findings) {
        findings.enter(key, -1);
        findings.deviate(Rule.SYNTAX, "the key twice", "each key once");
        findings.leave();
    }

    private Object made(@Nullable Object[] values, long seen, Map<String, JsonNode> rest, int mark, Findings findings) {
        boolean complete = true;
        for (int i = 0; i < fields.length; i++) {
            Field field = fields[i];
            if (field == null) {
                values[i] = Collections.unmodifiableMap(rest);
            } else if ((seen & (1L << i)) == 0) {
                values[i] = field.missing(findings);
            }
            complete &= values[i] != BAD;
        }
        if (!complete || (findings.strict() && findings.mark() > mark)) {
            return BAD;
        }
        findings.absorb(mark); // left by the first of two equal keys
        return Handles.construct(constructor, values);
    }

    @Override
    public void check(Object value, Findings findings) {
        for (Field field : fields) {
            if (field != null) {
                field.check(value, findings);
            }
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Field field : fields) {
            Object each = field == null ? null : field.of(value);
            if (field != null && each != null) {
                out.writeFieldName(written[field.index()]);
                field.shape().write(each, out);
            }
        }
        if (others != null) {
            writeOthers(others, value, out);
        }
        out.writeEndObject();
    }

    private static void writeOthers(MethodHandle others, Object value, JsonGenerator out) throws IOException {
        if (Handles.get(others, value) instanceof Map<?, ?> rest) {
            for (Map.Entry<?, ?> each : rest.entrySet()) {
                out.writeFieldName((String) each.getKey());
                Json.TREES.writeTree(out, (JsonNode) each.getValue());
            }
        }
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        return definitions.shared(name, this, () -> schema(definitions));
    }

    /** The schema in full. */
    ObjectNode schema(Definitions definitions) {
        ObjectNode schema = definitions.node().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = definitions.node().putArray("required");
        for (Field field : fields) {
            if (field != null && !field.newer()) {
                properties.set(field.name(), field.shape().describe(definitions));
                if (field.presence().required()) {
                    required.add(field.name());
                }
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        if (others == null) {
            schema.put("additionalProperties", false);
        }
        return schema;
    }

    @Override
    public String wanted() {
        return "an object";
    }
}
