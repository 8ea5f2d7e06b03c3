package org.ohmstead.secrets;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.ohmstead.ocpp.codec.values.Json;

/**
 * Takes passwords and keys out of frames and out of what is recorded of changes, before anybody sees them or they are kept: those
 * we set, those that a station reports although it must not, and those that stand where none belongs, whatever the message. PIN
 * codes go too (OCPP 2.x C04: KeyCode tokens are never logged), and what names or describes a customer (N09). What is found by its name goes whole, whether text, number, list
 * or object.
 */
public final class Secrets {
    /** What stands in the place of a secret. */
    public static final String MASK = "***";

    private static final Pattern SIGNED = Pattern.compile("(\"payload\"\\s*:\\s*\")([^\"]*)\"");
    private static final List<String> VALUES = List.of("value", "attributeValue", "actualValue");
    private static final String CUSTOMER = "NotifyCustomerInformation";
    /** Of a token that is typed: in a message, and as an operator registered it. */
    private static final List<String> CODES = List.of("idToken", "value", "alsoKnownAs");

    /** JSON within a text within JSON, as DataTransfer has it; deeper than that nobody packs. */
    private static final int MOST_WITHIN = 4;

    private Secrets() {}

    /** A frame without secrets; the same object where there are none. */
    public static String masked(String frame) {
        boolean signed =
                frame.contains("-Signed\"") && SIGNED.matcher(frame).results().anyMatch(Secrets::holdsSecret);
        String open = signed ? SIGNED.matcher(frame).replaceAll("$1" + MASK + "\"") : frame;
        return SecretWords.mayHold(open) ? maskedJson(open) : open;
    }

    /** Whether a field, a configuration key or a variable of this name holds a secret. */
    public static boolean isSecret(String name) {
        return SecretWords.isName(name);
    }

    /** A copy without secrets of what is no frame: a payload, the fields of a thing. */
    public static JsonNode masked(JsonNode tree) {
        return mask(tree, MOST_WITHIN);
    }

    /** A copy without the secrets of links that we make for stations; what differs from {@link #masked} holds other ones. */
    public static JsonNode withoutLinks(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = object.objectNode();
                object.properties().forEach(field -> copy.set(field.getKey(), withoutLinks(field.getValue())));
                yield copy;
            }
            case ArrayNode list -> {
                ArrayNode copy = list.arrayNode(list.size());
                list.forEach(element -> copy.add(withoutLinks(element)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(SecretWords.withoutLinks(text.textValue()));
            default -> node;
        };
    }

    /** A single text, such as a URL, as it would stand in such a copy. */
    public static String maskedText(String text) {
        return masked(TextNode.valueOf(text)).textValue();
    }

    private static String maskedJson(String frame) {
        try {
            JsonNode tree = read(frame);
            JsonNode masked = withoutCustomer(mask(tree, MOST_WITHIN));
            return masked.equals(tree) ? frame : Json.TREES.writeValueAsString(masked);
        } catch (JsonProcessingException notJson) {
            String masked = SecretWords.masked(frame);
            return SecretWords.isName(frame)
                    ? "(not kept: " + frame.length() + " characters that are no JSON and may hold a password)"
                    : masked;
        }
    }

    /** What a station tells of a customer (OCPP 2.x N09) is personal data, and has a place of its own. */
    private static JsonNode withoutCustomer(JsonNode frame) {
        if (CUSTOMER.equals(frame.path(2).asText())
                && frame.path(3) instanceof ObjectNode payload
                && payload.has("data")) {
            payload.set("data", hidden(payload.get("data")));
        }
        return frame;
    }

    private static JsonNode read(String text) throws JsonProcessingException {
        try (JsonParser parser = new VerbatimNumbers(Json.parser(text))) {
            JsonNode tree = Json.TREES.readTree(parser);
            if (tree == null || parser.nextToken() != null) {
                throw new JsonParseException(parser, "Not one value");
            }
            return tree;
        } catch (JsonProcessingException broken) {
            throw broken;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** What a station signed holds its words as base64, which hides nothing (OCPP-J 2.x §7.1). */
    private static boolean holdsSecret(MatchResult payload) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(payload.group(2));
            String words = new String(bytes, StandardCharsets.UTF_8);
            return !words.equals(masked(words));
        } catch (IllegalArgumentException e) {
            return true; // nobody knows
        }
    }

    /** A copy without secrets. */
    private static JsonNode mask(JsonNode node, int within) {
        return switch (node) {
            case ObjectNode object -> mask(object, within);
            case ArrayNode list -> {
                ArrayNode copy = list.arrayNode(list.size());
                list.forEach(element -> copy.add(mask(element, within)));
                yield copy;
            }
            case TextNode text -> mask(text, within);
            default -> node;
        };
    }

    private static JsonNode mask(ObjectNode object, int within) {
        boolean named = SecretWords.isName(object.path("key").asText())
                || SecretWords.isName(object.path("variable").path("name").asText());
        boolean keyCode = object.path("type").asText().equalsIgnoreCase("KeyCode");
        ObjectNode copy = object.objectNode();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            String name = field.getKey();
            JsonNode value = field.getValue();
            boolean secret =
                    SecretWords.isName(name) || (named && VALUES.contains(name)) || (keyCode && CODES.contains(name));
            if (secret) {
                copy.set(name, hidden(value));
            } else if (named && name.equals("variableAttribute")) {
                copy.set(name, withoutValues(value));
            } else if (name.equalsIgnoreCase("vpn") && value instanceof ObjectNode vpn && vpn.has("key")) {
                ObjectNode hiding = vpn.deepCopy();
                hiding.set("key", hidden(vpn.get("key")));
                copy.set(name, mask(hiding, within));
            } else {
                copy.set(name, mask(value, within));
            }
        }
        return copy;
    }

    /** Whether there is one may be known; a flag, such as whether a password is wanted, is none. */
    private static JsonNode hidden(JsonNode value) {
        return value.isNull() || value.isBoolean() ? value : TextNode.valueOf(MASK);
    }

    private static JsonNode withoutValues(JsonNode attributes) {
        JsonNode copy = attributes.deepCopy();
        for (JsonNode attribute : copy) {
            if (attribute instanceof ObjectNode each && each.has("value")) {
                each.set("value", hidden(each.get("value")));
            }
        }
        return copy;
    }

    private static JsonNode mask(TextNode text, int within) {
        String words = text.textValue();
        String inner = words.strip();
        if (within > 0 && (inner.startsWith("{") || inner.startsWith("["))) {
            try {
                JsonNode tree = read(words);
                JsonNode masked = mask(tree, within - 1);
                return masked.equals(tree) ? text : TextNode.valueOf(Json.TREES.writeValueAsString(masked));
            } catch (JsonProcessingException notJson) {
                // a text like others
            }
        }
        String masked = SecretWords.masked(words);
        return masked.equals(words) ? text : TextNode.valueOf(masked);
    }
}
