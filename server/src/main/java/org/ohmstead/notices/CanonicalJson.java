package org.ohmstead.notices;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * JSON in the one form that decides whether two are the same, whatever wrote them: names in their order, numbers by their value.
 * Digests of it stand in databases, so it must never change.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String of(JsonNode node) {
        StringBuilder text = new StringBuilder();
        write(node, text);
        return text.toString();
    }

    private static void write(JsonNode node, StringBuilder text) {
        switch (node.getNodeType()) {
            case OBJECT -> {
                Map<String, JsonNode> fields = new TreeMap<>();
                node.fields().forEachRemaining(field -> fields.put(field.getKey(), field.getValue()));
                text.append('{');
                fields.forEach((name, value) -> {
                    write(name, text);
                    write(value, text);
                });
                text.append('}');
            }
            case ARRAY -> {
                text.append('[');
                node.forEach(element -> write(element, text));
                text.append(']');
            }
            case NUMBER -> text.append('#').append(number(node.decimalValue())).append(';');
            case BOOLEAN -> text.append(node.booleanValue() ? 't' : 'f');
            case STRING, BINARY, POJO -> write(node.asText(), text);
            case NULL, MISSING -> text.append('n');
        }
    }

    /** With its length before it, so that nothing in it can look like something else. */
    private static void write(String words, StringBuilder text) {
        text.append('"').append(words.length()).append(':').append(words);
    }

    private static String number(BigDecimal value) {
        BigDecimal plain = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        return plain.unscaledValue() + "e" + -plain.scale();
    }
}
