package org.ohmstead.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidNullException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Request bodies: JSON merge patches, and what to say about JSON that fits no record. */
public final class JsonBody {
    /** Jackson says only in words what it has found. */
    private static final Pattern COERCED = Pattern.compile("Cannot coerce [^(]*\\((.*?)\\) to ", Pattern.DOTALL);

    private static final Pattern TOKEN = Pattern.compile("JsonToken\\.(\\w+)");
    private static final Pattern REPEATED = Pattern.compile("Duplicate (?:field|Object property) [\"'](.*?)[\"']");
    private static final Map<String, String> FOUND = Map.of(
            "VALUE_STRING", "a text",
            "VALUE_NUMBER_INT", "a number",
            "VALUE_NUMBER_FLOAT", "a number",
            "VALUE_TRUE", "true",
            "VALUE_FALSE", "false",
            "VALUE_NULL", "null",
            "START_OBJECT", "an object",
            "FIELD_NAME", "an object",
            "START_ARRAY", "a list");

    private JsonBody() {}

    /**
     * A JSON merge patch (RFC 7396): an absent field stays, also one within an object; null clears, a list or value replaces.
     *
     * @param current a body record as it stands
     * @throws Refused invalid naming the field that does not fit
     */
    public static <T> T patch(ObjectMapper json, T current, @Nullable ObjectNode changes, Class<T> type) {
        if (changes == null) {
            throw new Refused(
                    Refused.Kind.MALFORMED,
                    "No body",
                    "The body is empty; send a JSON object with the fields to change.",
                    null);
        }
        ObjectNode merged = json.valueToTree(current);
        merge(merged, changes);
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw problem(e);
        }
    }

    private static void merge(ObjectNode standing, ObjectNode changes) {
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            boolean within = change.getValue().isObject()
                    && standing.path(change.getKey()).isObject();
            if (within) {
                merge((ObjectNode) standing.get(change.getKey()), (ObjectNode) change.getValue());
            } else {
                standing.set(change.getKey(), change.getValue());
            }
        }
    }

    /** 400 for a body that is no JSON, or that does not fit its record; names the field where there is one. */
    public static Refused problem(JsonProcessingException e) {
        StreamReadException unreadable = unreadable(e);
        if (unreadable != null) {
            return unreadable(unreadable, e instanceof JsonMappingException mapping ? mapping.getPath() : List.of());
        }
        if (!(e instanceof JsonMappingException mapping)) {
            return malformed("The body is no JSON: " + e.getOriginalMessage(), e);
        }
        String field = path(mapping.getPath());
        return switch (mapping) {
            case UnrecognizedPropertyException unknown ->
                Refused.invalid(
                        field,
                        "There is no field " + field + "; allowed are "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".");
            case InvalidNullException none ->
                Refused.invalid(field, field + " is null; a list has no empty places. Leave the entry out.");
            case InvalidFormatException format -> mismatch(field, shown(format.getValue()), format);
            case MismatchedInputException trailing
            when trailing.getOriginalMessage().startsWith("Trailing token") ->
                malformed("There is more behind the end of the JSON; send one value and nothing else", e);
            case MismatchedInputException mismatch -> mismatch(field, found(mismatch.getOriginalMessage()), mismatch);
            default -> Refused.invalid(field, field + " cannot be read: " + mapping.getOriginalMessage());
        };
    }

    private static Refused mismatch(String field, String found, MismatchedInputException mismatch) {
        return Refused.invalid(
                field, field + " is " + found + "; allowed is " + wanted(mismatch.getTargetType()) + ".");
    }

    /** The JSON itself is wrong, however deep inside a record that shows. */
    private static @Nullable StreamReadException unreadable(Throwable e) {
        Throwable cause = e;
        while (cause != null && !(cause instanceof StreamReadException)) {
            cause = cause.getCause();
        }
        return (StreamReadException) cause;
    }

    private static Refused unreadable(StreamReadException e, List<JsonMappingException.Reference> where) {
        String message = e.getOriginalMessage();
        Matcher repeated = REPEATED.matcher(message);
        if (repeated.find()) {
            String field = repeated.group(1);
            return Refused.invalid(field, "The field " + field + " stands twice in one object. Send it once.");
        }
        if (e instanceof InputCoercionException tooLarge) {
            String field = path(where);
            return Refused.invalid(
                    field, field + " is out of range; allowed is " + wanted(tooLarge.getTargetType()) + ".");
        }
        return malformed("The body is no JSON: " + message, e);
    }

    private static Refused malformed(String what, JsonProcessingException e) {
        String line =
                e.getLocation() == null ? "?" : String.valueOf(e.getLocation().getLineNr());
        return new Refused(Refused.Kind.MALFORMED, "Malformed JSON", what + " (line " + line + ").", null);
    }

    private static String found(String message) {
        Matcher coerced = COERCED.matcher(message);
        if (coerced.find()) {
            return coerced.group(1).replace('"', '\'');
        }
        Matcher token = TOKEN.matcher(message);
        if (token.find()) {
            return FOUND.getOrDefault(token.group(1), "of another type");
        }
        return message.contains("null") ? "null" : message.contains("from String value") ? "a text" : "of another type";
    }

    private static String shown(@Nullable Object value) {
        return value instanceof CharSequence text ? "'" + text + "'" : String.valueOf(value);
    }

    private static String wanted(@Nullable Class<?> type) {
        if (type == null) {
            return "another type";
        }
        if (type.isEnum()) {
            return "one of "
                    + List.of(type.getEnumConstants()).stream()
                            .map(Object::toString)
                            .collect(Collectors.joining(", "));
        }
        return switch (type.getSimpleName()) {
            case "Instant" -> "a time such as 2026-01-31T12:00:00Z";
            case "int", "Integer" -> "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE;
            case "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "BigDecimal", "double", "Double" -> "a number";
            case "String" -> "a text without the character 0";
            default -> List.class.isAssignableFrom(type) ? "a list" : "an object";
        };
    }

    private static String path(List<JsonMappingException.Reference> references) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getFieldName());
            }
        }
        return path.isEmpty() ? "body" : path.toString();
    }
}
