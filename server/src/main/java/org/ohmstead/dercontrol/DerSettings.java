package org.ohmstead.dercontrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.api.TimeText;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.ocpp.v2.DERControl;

/** Which field belongs to which type of control, and what must stand in it (R01 to R03). */
final class DerSettings {
    private static final String CURVE = "curve";
    private static final List<String> FIELDS = List.of(
            CURVE,
            "enterService",
            "fixedPFAbsorb",
            "fixedPFInject",
            "fixedVar",
            "freqDroop",
            "gradient",
            "limitMaxDischarge");

    /** Longer than any control lasts, and no more than any calendar holds. */
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(100L * 365 * 86_400);

    private DerSettings() {}

    static String field(DERControl type) {
        return switch (type) {
            case EnterService -> "enterService";
            case FixedPFAbsorb -> "fixedPFAbsorb";
            case FixedPFInject -> "fixedPFInject";
            case FixedVar -> "fixedVar";
            case FreqDroop -> "freqDroop";
            case Gradients -> "gradient";
            case LimitMaxDischarge -> "limitMaxDischarge";
            case FreqWatt,
                    HFMustTrip,
                    HFMayTrip,
                    HVMustTrip,
                    HVMomCess,
                    HVMayTrip,
                    LFMustTrip,
                    LVMustTrip,
                    LVMomCess,
                    LVMayTrip,
                    PowerMonitoringMustTrip,
                    VoltVar,
                    VoltWatt,
                    WattPF,
                    WattVar -> CURVE;
        };
    }

    /**
     * What stands in a request, without a look at whether it may.
     *
     * @param request as SetDERControl has it
     */
    static DerControl.Facts facts(JsonNode request) {
        String type = request.path("controlType").asText();
        String field = find(type).map(DerSettings::field).orElse(CURVE);
        return facts(
                KeptText.of(request.path("controlId").asText()),
                KeptText.of(type),
                request.path("isDefault").asBoolean(),
                request.path(field));
    }

    static DerControl.Facts facts(String id, String type, boolean isDefault, JsonNode setting) {
        Instant start = time(setting.path("startTime"));
        JsonNode duration = setting.path("duration");
        return new DerControl.Facts(
                id,
                type,
                isDefault,
                setting.path("priority").asInt(),
                start,
                start == null || !duration.isNumber() ? null : end(start, duration.decimalValue()),
                setting);
    }

    private static Instant end(Instant start, BigDecimal seconds) {
        return start.plusMillis(seconds.max(BigDecimal.ZERO)
                .min(LONGEST_SECONDS)
                .movePointRight(3)
                .longValue());
    }

    /** Null: there is none, or none that can be kept. */
    private static @Nullable Instant time(JsonNode text) {
        try {
            return text.isTextual() ? TimeText.parse(text.asText()).truncatedTo(ChronoUnit.MICROS) : null;
        } catch (DateTimeException notOurs) {
            return null;
        }
    }

    private static Optional<DERControl> find(String type) {
        return Arrays.stream(DERControl.values())
                .filter(each -> each.name().equals(type))
                .findFirst();
    }

    /**
     * Beyond what the schema says.
     *
     * @param request as SetDERControl has it
     * @throws Refused invalid
     */
    static void check(ObjectNode request, Instant now) {
        DERControl type = type(request.path("controlType").asText(null));
        if (!request.path("isDefault").isBoolean()) {
            throw Refused.invalid(
                    "isDefault",
                    "isDefault is " + (request.has("isDefault") ? request.path("isDefault") : "missing")
                            + "; allowed are true for a default control and false for a scheduled one.");
        }
        String field = field(type);
        for (String other : FIELDS) {
            if (!other.equals(field) && request.hasNonNull(other)) {
                throw Refused.invalid(
                        other,
                        other + " does not belong to a control of type " + type + ", whose field is " + field
                                + ". Leave " + other + " out.");
            }
        }
        if (!request.path(field).isObject()) {
            throw Refused.invalid(
                    field, field + " is missing; a control of type " + type + " has this field, and no other one.");
        }
        times(type, request.path("isDefault").asBoolean(), field, request.path(field), now);
    }

    /** @throws Refused invalid */
    static DERControl type(@Nullable String text) {
        return find(String.valueOf(text))
                .orElseThrow(() -> Refused.invalid(
                        "controlType",
                        "controlType is " + (text == null ? "missing" : "'" + text + "'") + "; allowed are "
                                + Arrays.stream(DERControl.values())
                                        .map(Enum::name)
                                        .collect(Collectors.joining(", "))
                                + "."));
    }

    /** A default holds whenever nothing else does, so it has no time; a scheduled one has a beginning and an end. */
    private static void times(DERControl type, boolean isDefault, String field, JsonNode setting, Instant now) {
        boolean isTimeless = type == DERControl.EnterService || type == DERControl.Gradients;
        if (!isDefault && isTimeless) {
            throw Refused.invalid(
                    "isDefault",
                    "isDefault is false; a control of type " + type + " has no time, so it can be a default alone.");
        }
        for (String time : List.of("startTime", "duration")) {
            if (isDefault && setting.hasNonNull(time)) {
                throw Refused.invalid(
                        field + "." + time,
                        field + "." + time + " is there and isDefault is true; a default control has no time. Leave it"
                                + " out, or set isDefault to false.");
            }
            if (!isDefault && !setting.hasNonNull(time)) {
                throw Refused.invalid(
                        field + "." + time,
                        field + "." + time + " is missing and isDefault is false; a scheduled control has startTime and"
                                + " duration.");
            }
        }
        Instant end = facts("", type.name(), isDefault, setting).endsAt();
        if (end != null && !end.isAfter(now)) {
            throw Refused.invalid(
                    field + ".duration",
                    field + ".duration ends the control at " + end + ", which is over. Let it end later.");
        }
    }
}
