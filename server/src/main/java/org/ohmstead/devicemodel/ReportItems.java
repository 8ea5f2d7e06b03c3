package org.ohmstead.devicemodel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.secrets.Secrets;

/** What messages tell of values. They are read as they came, so any part may be missing or of another type. */
final class ReportItems {
    private ReportItems() {}

    /** {@code reportData} of NotifyReport. */
    static List<Told> of(JsonNode reportData) {
        List<Told> all = new ArrayList<>();
        for (JsonNode item : Secrets.masked(reportData)) {
            JsonNode traits = item.path("variableCharacteristics");
            for (JsonNode attribute : item.path("variableAttribute")) {
                Address address = Address.of(item.path("component"), item.path("variable"), attribute.path("type"));
                if (!address.variable().isEmpty()) {
                    all.add(new Told(address, text(attribute, "value"), traits(traits, attribute)));
                }
            }
        }
        return all;
    }

    /** An attribute that says nothing of it may be read and written; only a report says so. */
    private static Traits traits(JsonNode traits, JsonNode attribute) {
        String mutability = text(attribute, "mutability");
        return new Traits(
                mutability == null ? Traits.READ_WRITE : mutability,
                text(traits, "dataType"),
                text(traits, "unit"),
                number(traits, "minLimit"),
                number(traits, "maxLimit"),
                text(traits, "valuesList"));
    }

    /** {@code configurationKey} of GetConfiguration. */
    static List<Told> ofKeys(JsonNode keys) {
        List<Told> all = new ArrayList<>();
        for (JsonNode item : Secrets.masked(keys)) {
            String key = item.path("key").asText().strip();
            if (!key.isEmpty()) {
                JsonNode readonly = item.path("readonly");
                Traits traits = readonly.isBoolean()
                        ? Traits.ofMutability(readonly.asBoolean() ? Traits.READ_ONLY : Traits.READ_WRITE)
                        : Traits.UNKNOWN;
                all.add(new Told(Address.ofKey(key), text(item, "value"), traits));
            }
        }
        return all;
    }

    /** The text of a field; null: it is missing, or no single value. */
    static @Nullable String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.isMissingNode()
                ? value.asText().replace("\0", "")
                : null;
    }

    private static @Nullable String number(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isNumber() ? value.decimalValue().toPlainString() : text(node, field);
    }
}
