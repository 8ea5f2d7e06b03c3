package org.ohmstead.messages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes passwords and keys out of frames before they are kept: those we set, and those that a station reports although
 * it must not (gotchas 77). PIN codes go too (OCPP 2.x C04: KeyCode tokens are never logged).
 */
final class Secrets {
    static final String MASK = "***";

    private static final Set<String> ACTIONS = Set.of(
            "ChangeConfiguration",
            "GetConfiguration",
            "SetVariables",
            "GetVariables",
            "SetNetworkProfile",
            "NotifyReport",
            "NotifyEvent",
            "NotifyMonitoringReport",
            "GetDiagnostics",
            "GetLog",
            "UpdateFirmware",
            "SignedUpdateFirmware",
            "PublishFirmware",
            "BootNotification",
            "DataTransfer");

    private static final Pattern SECRET_NAME = Pattern.compile("(?i)authorizationkey|passw|simpin|vpnkey|secret");
    private static final Pattern LOGIN_IN_URL = Pattern.compile("(://[^/@\\s\":]*):[^/@\\s\"]+@");
    private static final Pattern SUSPICIOUS =
            Pattern.compile(SECRET_NAME.pattern() + "|vpn|keycode|://[^/@\\s\":]*:[^/@\\s\"]+@");
    private static final Pattern SIGNED = Pattern.compile("(\"payload\"\\s*:\\s*\")([^\"]*)\"");
    private static final List<String> VALUES = List.of("value", "attributeValue", "actualValue");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Secrets() {}

    /** @param action null: not known, so that the text decides */
    static String masked(@Nullable String action, String frame) {
        boolean signed =
                frame.contains("-Signed\"") && SIGNED.matcher(frame).results().anyMatch(Secrets::holdsSecret);
        return maskedPlain(action, signed ? SIGNED.matcher(frame).replaceAll("$1" + MASK + "\"") : frame);
    }

    private static String maskedPlain(@Nullable String action, String frame) {
        boolean worthALook = action == null || ACTIONS.contains(action) || frame.contains("KeyCode");
        if (!worthALook || !SUSPICIOUS.matcher(frame).find()) {
            return frame;
        }
        try {
            JsonNode tree = JSON.readTree(frame);
            boolean changed = maskIn(tree, false);
            String text = changed ? JSON.writeValueAsString(tree) : frame;
            return LOGIN_IN_URL.matcher(text).replaceAll("$1:" + MASK + "@");
        } catch (JsonProcessingException e) {
            return "(not kept: " + frame.length() + " characters that are no JSON and may hold a password)";
        }
    }

    /** What a station signed holds its words as base64, which hides nothing (OCPP-J 2.x §7.1). */
    private static boolean holdsSecret(MatchResult payload) {
        try {
            byte[] words = Base64.getUrlDecoder().decode(payload.group(2));
            return SUSPICIOUS.matcher(new String(words, StandardCharsets.UTF_8)).find();
        } catch (IllegalArgumentException e) {
            return true; // nobody knows
        }
    }

    private static boolean maskIn(JsonNode node, boolean vpn) {
        boolean changed = false;
        if (node instanceof ObjectNode object) {
            if (isSecret(object.path("key").asText()) || isSecret(nameOfVariable(object))) {
                changed |= maskValues(object);
            }
            if (object.path("type").asText().equals("KeyCode")) {
                changed |= mask(object, "idToken");
            }
            if (vpn) {
                changed |= mask(object, "key");
            }
            for (String field : fields(object)) {
                if (isSecret(field)) {
                    changed |= mask(object, field);
                }
                changed |=
                        maskIn(object.get(field), field.toLowerCase(Locale.ROOT).equals("vpn"));
            }
        } else {
            for (JsonNode element : node) {
                changed |= maskIn(element, false);
            }
        }
        return changed;
    }

    private static boolean maskValues(ObjectNode object) {
        boolean changed = false;
        for (String value : VALUES) {
            changed |= mask(object, value);
        }
        for (JsonNode attribute : object.path("variableAttribute")) {
            if (attribute instanceof ObjectNode each) {
                changed |= mask(each, "value");
            }
        }
        return changed;
    }

    private static String nameOfVariable(ObjectNode object) {
        return object.path("variable").path("name").asText();
    }

    private static boolean isSecret(String name) {
        return SECRET_NAME.matcher(name).find();
    }

    private static boolean mask(ObjectNode object, String field) {
        JsonNode value = object.get(field);
        if (value == null || !value.isValueNode() || value.isNull() || value.isBoolean()) {
            return false;
        }
        object.put(field, MASK);
        return true;
    }

    private static List<String> fields(ObjectNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }
}
