package org.ohmstead.app.openapi;

import java.math.BigDecimal;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.Limit;

/**
 * What parameters of a name mean everywhere. Resources take them as text, to say themselves what is wrong with it, so that
 * Java does not tell their types.
 */
final class ParameterTypes {
    private static final Map<String, Supplier<Schema>> TYPES = Map.ofEntries(
            Map.entry("limit", () -> integer("int32")
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(Limit.LARGEST))
                    .defaultValue(Limit.USUAL.rows())),
            Map.entry("from", ParameterTypes::time),
            Map.entry("to", ParameterTypes::time),
            Map.entry("endedFrom", ParameterTypes::time),
            Map.entry("endedTo", ParameterTypes::time),
            Map.entry("evse", () -> integer("int32").minimum(BigDecimal.ZERO)),
            Map.entry("connector", () -> integer("int32").minimum(BigDecimal.ZERO)),
            Map.entry("session", () -> integer("int64")),
            Map.entry("id", () -> integer("int64")),
            Map.entry("stationGroup", () -> integer("int64")),
            Map.entry("seq", () -> integer("int64").minimum(BigDecimal.ONE)),
            Map.entry("number", () -> integer("int32")),
            Map.entry("seconds", () -> integer("int32").minimum(BigDecimal.ONE)),
            Map.entry("slot", () -> integer("int32").minimum(BigDecimal.ZERO)),
            Map.entry("severity", () -> integer("int32").minimum(BigDecimal.ZERO)),
            Map.entry("stackLevel", () -> integer("int32").minimum(BigDecimal.ZERO)),
            Map.entry("stream", () -> integer("int64")),
            Map.entry("driver", () -> integer("int64")),
            Map.entry("company", () -> integer("int64")),
            Map.entry("tokenId", () -> integer("int64")),
            Map.entry("invoice", () -> integer("int64")),
            Map.entry("campaign", () -> integer("int64")),
            Map.entry("all", ParameterTypes::flag),
            Map.entry("standing", ParameterTypes::flag),
            Map.entry("rebootPending", ParameterTypes::flag),
            Map.entry("inbound", ParameterTypes::flag),
            Map.entry("open", ParameterTypes::flag),
            Map.entry("connected", ParameterTypes::flag),
            Map.entry("blocked", ParameterTypes::flag),
            Map.entry("dryRun", ParameterTypes::flag),
            Map.entry("meter", ParameterTypes::flag),
            Map.entry("archived", ParameterTypes::flag),
            Map.entry("ended", ParameterTypes::flag),
            Map.entry("tariff", () -> integer("int64")),
            Map.entry("revision", () -> integer("int32").minimum(BigDecimal.ONE)),
            Map.entry("at", ParameterTypes::time),
            Map.entry("after", () -> integer("int64").minimum(BigDecimal.ZERO)),
            Map.entry("removeSecondFactor", ParameterTypes::flag));

    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("limit", "How many rows at most"),
            Map.entry("cursor", "next of the page before, unchanged; without it the first page"),
            Map.entry("station", "Identity of the station"),
            Map.entry("id", "Its number"),
            Map.entry("name", "Its name"),
            Map.entry("version", "Of OCPP"),
            Map.entry("state", "Whether it goes on"),
            Map.entry("verdict", "What its evidence is worth"),
            Map.entry(
                    IfMatch.HEADER,
                    "The header ETag of an earlier answer, or several with commas between them: the change is made"
                            + " only if nobody else has made one since, else 412. Without it, or with *, of what stands"),
            Map.entry("controlId", "Id of the control, as it was set"),
            Map.entry("stackLevel", "Of which level"),
            Map.entry("group", "Those of this group"),
            Map.entry("stationGroup", "Number of a station group: only what its stations have"),
            Map.entry("blocked", "true: only those that are blocked; false: only the others"));

    private ParameterTypes() {}

    static void complete(Parameter parameter) {
        Schema said = parameter.getSchema();
        Supplier<Schema> type = TYPES.get(parameter.getName());
        if (type != null && (said == null || isPlainText(said))) {
            parameter.setSchema(type.get());
        }
        if (parameter.getDescription() == null) {
            parameter.setDescription(DESCRIPTIONS.get(parameter.getName()));
        }
    }

    private static boolean isPlainText(Schema schema) {
        return schema.getRef() == null
                && schema.getEnumeration() == null
                && schema.getFormat() == null
                && schema.getType() != null
                && schema.getType().contains(SchemaType.STRING);
    }

    private static Schema integer(String format) {
        return OASFactory.createSchema().addType(SchemaType.INTEGER).format(format);
    }

    private static Schema time() {
        return OASFactory.createSchema().addType(SchemaType.STRING).format("date-time");
    }

    private static Schema flag() {
        return OASFactory.createSchema().addType(SchemaType.BOOLEAN);
    }
}
