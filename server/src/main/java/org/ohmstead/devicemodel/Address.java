package org.ohmstead.devicemodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.secrets.Secrets;

/**
 * Which value of a station is meant: an attribute of a variable of a component (2.x), or a configuration key (1.6). Names are
 * compared without regard to case (behaviour 10.2, field note 134).
 *
 * @param component         empty: a configuration key of 1.6
 * @param componentInstance empty: none
 * @param evse              0: the station
 * @param connector         0: the EVSE as a whole
 * @param variable          its name; of 1.6 the key
 * @param variableInstance  empty: none
 * @param attribute         {@code Actual}, {@code Target}, {@code MinSet} or {@code MaxSet}
 */
public record Address(
        String component,
        String componentInstance,
        int evse,
        int connector,
        String variable,
        String variableInstance,
        String attribute) {
    public static final String ACTUAL = "Actual";
    private static final int PARTS = 7;

    /** Stations send names that are too long, and a key of the database must not be. */
    private static final int LONGEST_PART = 100;

    /** An empty attribute means the actual value. */
    public Address {
        component = part(component);
        componentInstance = part(componentInstance);
        variable = part(variable);
        variableInstance = part(variableInstance);
        attribute = attribute.isEmpty() ? ACTUAL : part(attribute);
    }

    private static String part(String name) {
        String stripped = name.replace("\0", "").strip();
        return stripped.length() > LONGEST_PART ? stripped.substring(0, LONGEST_PART) : stripped;
    }

    /** A configuration key of 1.6. */
    public static Address ofKey(String key) {
        return new Address("", "", 0, 0, key, "", ACTUAL);
    }

    /** The actual value of a variable of the station as a whole. */
    public static Address of(String component, String variable) {
        return new Address(component, "", 0, 0, variable, "", ACTUAL);
    }

    /**
     * As messages of 2.x name it; any part may be missing.
     *
     * @param attribute its type; absent: the actual value
     */
    public static Address of(JsonNode component, JsonNode variable, JsonNode attribute) {
        return new Address(
                component.path("name").asText(),
                component.path("instance").asText(""),
                component.at("/evse/id").asInt(0),
                component.at("/evse/connectorId").asInt(0),
                variable.path("name").asText(),
                variable.path("instance").asText(""),
                attribute.asText(""));
    }

    /** What {@link #text} wrote. */
    public static Address parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != PARTS) {
            throw new IllegalArgumentException("'" + text + "' is no address");
        }
        return new Address(
                open(parts[0]),
                open(parts[1]),
                Integer.parseInt(parts[2]),
                Integer.parseInt(parts[3]),
                open(parts[4]),
                open(parts[5]),
                open(parts[6]));
    }

    /** As it is kept, in the case of whoever wrote it. */
    public String text() {
        return Stream.of(
                        component,
                        componentInstance,
                        Integer.toString(evse),
                        Integer.toString(connector),
                        variable,
                        variableInstance,
                        attribute)
                .map(part -> part.replace("%", "%25").replace("/", "%2f"))
                .collect(Collectors.joining("/"));
    }

    private static String open(String part) {
        return part.replace("%2f", "/").replace("%25", "%");
    }

    /** By which two are compared and sorted. */
    public String key() {
        return text().toLowerCase(Locale.ROOT);
    }

    /** Whether it is one of 1.6. */
    public boolean isKey() {
        return component.isEmpty();
    }

    /** Whether its value must never be kept or shown, such as a password. */
    public boolean isSecret() {
        return Secrets.isSecret(variable)
                || (component.equalsIgnoreCase("NetworkConfiguration") && variable.equalsIgnoreCase("VpnKey"));
    }

    /** The same variable with another attribute. */
    public Address with(String other) {
        return new Address(component, componentInstance, evse, connector, variable, variableInstance, other);
    }

    /** Writes component, variable and, where it is not the actual value, the attribute into an item of a message of 2.x. */
    public ObjectNode into(ObjectNode item) {
        ObjectNode named = item.putObject("component").put("name", component);
        putUnlessEmpty(named, "instance", componentInstance);
        if (evse > 0) {
            ObjectNode place = named.putObject("evse").put("id", evse);
            if (connector > 0) {
                place.put("connectorId", connector);
            }
        }
        putUnlessEmpty(item.putObject("variable").put("name", variable), "instance", variableInstance);
        if (!attribute.equalsIgnoreCase(ACTUAL)) {
            item.put("attributeType", attribute);
        }
        return item;
    }

    private static void putUnlessEmpty(ObjectNode node, String field, String value) {
        if (!value.isEmpty()) {
            node.put(field, value);
        }
    }

    /** For people: {@code HeartbeatInterval}, {@code EVSE@2.Power}, {@code OCPPCommCtrlr.MessageAttempts[TransactionEvent]}. */
    public String shown() {
        String place = evse == 0 ? "" : connector == 0 ? "@" + evse : "@" + evse + "." + connector;
        String whole = isKey()
                ? variable
                : bracketed(component, componentInstance) + place + "." + bracketed(variable, variableInstance);
        return attribute.equalsIgnoreCase(ACTUAL) ? whole : whole + " (" + attribute + ")";
    }

    private static String bracketed(String name, @Nullable String instance) {
        return instance == null || instance.isEmpty() ? name : name + "[" + instance + "]";
    }
}
