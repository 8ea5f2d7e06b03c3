package org.ohmstead.monitoring.places;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/**
 * A variable of a component of the device model.
 *
 * @param component {@code ComponentType} as it came
 * @param variable  {@code VariableType} as it came
 */
public record MonitoredVariable(JsonNode component, JsonNode variable) {
    private static final char BETWEEN = '/';

    /** Of something that has both. */
    public static MonitoredVariable of(JsonNode holder) {
        return new MonitoredVariable(holder.path("component"), holder.path("variable"));
    }

    /** A text that is equal for the same variable, whatever the case of its names (field note 134). */
    public String place() {
        StringBuilder place = new StringBuilder();
        add(place, component.path("name"));
        add(place, component.path("instance"));
        add(place, component.at("/evse/id"));
        add(place, component.at("/evse/connectorId"));
        add(place, variable.path("name"));
        add(place, variable.path("instance"));
        return place.toString();
    }

    private static void add(StringBuilder place, JsonNode part) {
        String word = part.isMissingNode() || part.isNull() ? "" : part.asText();
        place.append(word.strip().toLowerCase(Locale.ROOT).replace(BETWEEN, '_'))
                .append(BETWEEN);
    }

    /** Whether it is called so; null: whatever its name. */
    public static boolean isNamed(JsonNode named, String name) {
        return named.path("name").asText().strip().equalsIgnoreCase(name.strip());
    }
}
