package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.TreeMap;

/**
 * A text.
 *
 * @param longest the most code points, {@link Integer#MAX_VALUE} for no limit
 * @param uri     whether it must be an absolute URI
 * @param token   whether it is the text of a token
 * @param oneOf   the only values allowed, each found by itself in any case; empty: any
 */
record TextShape(int longest, boolean uri, boolean token, Map<String, String> oneOf) implements Shape {
    static final int UNLIMITED = Integer.MAX_VALUE;

    static Map<String, String> choices(Iterable<String> values) {
        Map<String, String> choices = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach(value -> choices.put(value, value));
        return choices;
    }

    @Override
    public Object read(Incoming in) throws IOException {
        return switch (in.token()) {
            case VALUE_STRING -> read(in.strict ? in.text() : tokenOf(clean(in), in.findings), in.findings);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> literal(in);
            case START_OBJECT, START_ARRAY -> structure(in);
            default -> in.wrongType(wanted());
        };
    }

    private String read(String text, Findings findings) {
        check(text, findings);
        if (oneOf.isEmpty()) {
            return text;
        }
        return oneOf.getOrDefault(text, text);
    }

    /** Without what databases refuse and others cannot write: NUL and halves of surrogate pairs (field note 29). */
    private static String clean(Incoming in) throws IOException {
        String text = in.text();
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == 0 || (letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE)) {
                return cleaned(text, in.findings);
            }
        }
        return text;
    }

    private static String cleaned(String text, Findings findings) {
        String clean = text.codePoints()
                .filter(letter -> letter != 0 && Character.getType(letter) != Character.SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (clean.length() != text.length()) {
            findings.deviate(Rule.VALUE, "NUL or half a character", "characters");
        }
        return clean;
    }

    /** Without what stands at the ends of a token and is no part of it. */
    private String tokenOf(String text, Findings findings) {
        if (!token) {
            return text;
        }
        int from = 0;
        int to = text.length();
        while (from < to && isNoPart(text.charAt(from))) {
            from++;
        }
        while (to > from && isNoPart(text.charAt(to - 1))) {
            to--;
        }
        if (to - from == text.length()) {
            return text;
        }
        findings.deviate(Rule.VALUE, "blanks or control characters at its ends", "a token");
        return text.substring(from, to);
    }

    private static boolean isNoPart(char letter) {
        return Character.isISOControl(letter) || Character.isWhitespace(letter) || Character.isSpaceChar(letter);
    }

    /** A number or a boolean keeps its digits: 12.30 is read as "12.30" (field note 52). */
    private Object literal(Incoming in) throws IOException {
        if (in.strict) {
            return in.wrongType(wanted());
        }
        in.coerced(wanted());
        return read(in.text(), in.findings);
    }

    /** DataTransfer.data of 1.6 is a text, often with JSON inside; some send the JSON itself (field note 136). */
    private Object structure(Incoming in) throws IOException {
        if (in.strict || longest != UNLIMITED) {
            return in.wrongType(wanted());
        }
        in.coerced(wanted());
        return AnyShape.tree(in).toString();
    }

    @Override
    public void check(Object value, Findings findings) {
        String text = (String) value;
        if (text.length() > longest) {
            int length = text.codePointCount(0, text.length());
            if (length > longest) {
                findings.deviate(Rule.VALUE, length + " characters", "at most " + longest);
            }
        }
        if (uri && !isAbsoluteUri(text)) {
            findings.deviate(Rule.VALUE, findings.shown(text), "a URI");
        }
        if (!oneOf.isEmpty() && !text.equals(oneOf.get(text))) {
            findings.deviate(Rule.VALUE, findings.shown(text), "one of " + oneOf.keySet());
        }
    }

    private static boolean isAbsoluteUri(String text) {
        try {
            return new URI(text).isAbsolute();
        } catch (URISyntaxException notOne) {
            return false;
        }
    }

    @Override
    public void write(Object value, JsonGenerator out) throws IOException {
        out.writeString((String) value);
    }

    @Override
    public ObjectNode describe(Definitions definitions) {
        ObjectNode schema = definitions.node().put("type", "string");
        if (longest != UNLIMITED) {
            schema.put("maxLength", longest);
        }
        if (uri) {
            schema.put("format", "uri");
        }
        if (!oneOf.isEmpty()) {
            var values = schema.putArray("enum");
            oneOf.keySet().forEach(values::add);
        }
        return schema;
    }

    @Override
    public String wanted() {
        return "a text";
    }
}
