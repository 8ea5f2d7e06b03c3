package org.ohmstead.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Request bodies: JSON merge patches, and what to say about JSON that fits no record. */
public final class JsonBody {
    private JsonBody() {}

    /**
     * A JSON merge patch (RFC 7396): an absent field stays, null clears, a list or value replaces.
     *
     * @param current a body record as it stands
     * @throws Problem 400 naming the field that does not fit
     */
    public static <T> T patch(ObjectMapper json, T current, @Nullable ObjectNode changes, Class<T> type) {
        if (changes == null) {
            throw new Problem(400, "No body", "The body is empty; send a JSON object with the fields to change.", null);
        }
        ObjectNode merged = json.valueToTree(current);
        for (Iterator<String> names = changes.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            merged.set(name, changes.get(name));
        }
        try {
            return json.treeToValue(merged, type);
        } catch (JsonProcessingException e) {
            throw problem(e);
        }
    }

    /** 400 for a body that is no JSON, or that does not fit its record; names the field where there is one. */
    public static Problem problem(JsonProcessingException e) {
        if (!(e instanceof JsonMappingException mapping)) {
            return new Problem(
                    400,
                    "Malformed JSON",
                    "The body is no JSON: " + e.getOriginalMessage() + " (line "
                            + (e.getLocation() == null ? "?" : e.getLocation().getLineNr()) + ").",
                    null);
        }
        String field = path(mapping.getPath());
        return switch (mapping) {
            case UnrecognizedPropertyException unknown ->
                Problem.invalid(
                        field,
                        "There is no field " + field + "; allowed are "
                                + unknown.getKnownPropertyIds().stream()
                                        .map(Object::toString)
                                        .sorted()
                                        .collect(Collectors.joining(", "))
                                + ".");
            case InvalidFormatException format ->
                Problem.invalid(
                        field,
                        field + " is '" + format.getValue() + "'; allowed is " + wanted(format.getTargetType()) + ".");
            case MismatchedInputException mismatch ->
                Problem.invalid(
                        field, field + " has the wrong type; allowed is " + wanted(mismatch.getTargetType()) + ".");
            default -> Problem.invalid(field, field + " cannot be read: " + mapping.getOriginalMessage());
        };
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
            case "int", "Integer", "long", "Long" -> "a whole number";
            case "boolean", "Boolean" -> "true or false";
            case "BigDecimal", "double", "Double" -> "a number";
            case "String" -> "a text";
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
