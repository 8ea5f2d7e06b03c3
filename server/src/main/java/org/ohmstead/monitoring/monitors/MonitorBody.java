package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** A monitor that is to be set. */
@Schema(name = "MonitorToSet")
public record MonitorBody(
        @Schema(required = true) @Nullable ComponentBody component,

        @Schema(required = true) @Nullable VariableBody variable,

        @Schema(
                required = true,
                enumeration = {
                    "UpperThreshold",
                    "LowerThreshold",
                    "Delta",
                    "Periodic",
                    "PeriodicClockAligned",
                    "TargetDelta",
                    "TargetDeltaRelative"
                },
                description = "When it reports; the last two are new in OCPP 2.1")
        @Nullable
        String type,

        @Schema(
                required = true,
                description = "The bound, the change or the distance; for Periodic types the interval in seconds",
                examples = "80")
        @Nullable
        BigDecimal value,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "9",
                description = "0 danger to life, 5 alert, 9 debugging",
                examples = "5")
        @Nullable
        Integer severity,

        @Schema(description = "Whether it acts during charging sessions only. Default: false") @Nullable
        Boolean transaction,

        @Schema(description = "Number of the monitor that it replaces. Absent: a new one, which the station numbers")
        @Nullable
        Integer id,

        @Schema(description = "Deliver the values as a stream (OCPP 2.1, type Periodic); at least one of the two")
        @Nullable
        Pace stream) {
    private static final int LONGEST_NAME = 50;
    private static final List<String> TYPES = List.of(
            "UpperThreshold",
            "LowerThreshold",
            "Delta",
            "Periodic",
            "PeriodicClockAligned",
            "TargetDelta",
            "TargetDeltaRelative");

    /** Component of the device model. */
    @Schema(name = "MonitoredComponent")
    public record ComponentBody(
            @Schema(required = true, maxLength = LONGEST_NAME, examples = "Connector") @Nullable
            String name,

            @Schema(maxLength = LONGEST_NAME, description = "Which one, if there are several of the name") @Nullable
            String instance,

            @Schema(description = "EVSE that it belongs to. Absent: the station") @Nullable
            Integer evse,

            @Schema(description = "Connector of that EVSE. Absent: the EVSE") @Nullable
            Integer connector) {}

    /** Variable of a component. */
    @Schema(name = "MonitoredVariable")
    public record VariableBody(
            @Schema(required = true, maxLength = LONGEST_NAME, examples = "Temperature") @Nullable
            String name,

            @Schema(maxLength = LONGEST_NAME, description = "Which one, if there are several of the name") @Nullable
            String instance) {}

    /** Pace of a stream; at least one of the two. */
    @Schema(name = "StreamPace")
    public record Pace(
            @Schema(minimum = "1", description = "Seconds between messages", examples = "60") @Nullable
            Integer interval,

            @Schema(minimum = "1", description = "How many values are gathered for a message", examples = "10")
            @Nullable
            Integer values) {
        /** @throws Refused invalid (N11.FR.09) */
        public ObjectNode payload(String field) {
            if ((interval == null && values == null)
                    || (interval != null && interval < 1)
                    || (values != null && values < 1)) {
                throw Refused.invalid(
                        field,
                        field + " has interval " + interval + " and values " + values
                                + "; at least one of the two is needed, and each is 1 or more.");
            }
            ObjectNode payload = JsonNodeFactory.instance.objectNode();
            if (interval != null) {
                payload.put("interval", interval);
            }
            return values == null ? payload : payload.put("values", values);
        }
    }

    /** {@code SetMonitoringDataType}. @throws Refused invalid, naming the field */
    ObjectNode payload(String at) {
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        if (value == null) {
            throw missing(at + ".value", "a number");
        }
        data.put("value", value);
        if (type == null || !TYPES.contains(type)) {
            throw Refused.invalid(
                    at + ".type", at + ".type is '" + type + "'; allowed is one of " + String.join(", ", TYPES) + ".");
        }
        data.put("type", type);
        if (severity == null || severity < 0 || severity > 9) {
            throw Refused.invalid(
                    at + ".severity", at + ".severity is " + severity + "; allowed are 0 (danger to life) to 9.");
        }
        data.put("severity", severity);
        data.set("component", component(at + ".component"));
        data.set("variable", variable(at + ".variable"));
        if (id != null) {
            data.put("id", id);
        }
        if (transaction != null) {
            data.put("transaction", transaction);
        }
        if (stream != null) {
            if (!type.equals("Periodic")) {
                throw Refused.invalid(
                        at + ".stream", at + ".stream goes with type Periodic only, and the type is " + type + ".");
            }
            data.set(MonitorCommands.STREAM, stream.payload(at + ".stream"));
        }
        return data;
    }

    private ObjectNode component(String at) {
        if (component == null) {
            throw missing(at, "an object with its name");
        }
        ObjectNode node = named(at, component.name(), component.instance());
        if (component.evse() == null) {
            if (component.connector() != null) {
                throw Refused.invalid(
                        at + ".evse", at + ".evse is missing, and a connector is one of an EVSE. Name both.");
            }
            return node;
        }
        ObjectNode evse = node.putObject("evse").put("id", component.evse());
        if (component.connector() != null) {
            evse.put("connectorId", component.connector());
        }
        return node;
    }

    private ObjectNode variable(String at) {
        if (variable == null) {
            throw missing(at, "an object with its name");
        }
        return named(at, variable.name(), variable.instance());
    }

    private static ObjectNode named(String at, @Nullable String name, @Nullable String instance) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", word(at + ".name", name));
        return instance == null ? node : node.put("instance", word(at + ".instance", instance));
    }

    private static String word(String at, @Nullable String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST_NAME) {
            throw missing(at, "a text of 1 to " + LONGEST_NAME + " characters, as in the station's device model");
        }
        return text;
    }

    private static Refused missing(String at, String allowed) {
        return Refused.invalid(at, at + " is missing or not allowed; it is " + allowed + ".");
    }
}
