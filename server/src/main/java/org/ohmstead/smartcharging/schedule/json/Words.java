package org.ohmstead.smartcharging.schedule.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Kind;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.Recurrence;

/** OCPP's words for ours. Those of 1.6 are the same but for the maximum of a station. */
public final class Words {
    /** What 2.x calls the maximum of a station. */
    public static final String STATION_MAX = "ChargingStationMaxProfile";
    /** What 1.6 calls it. */
    public static final String POINT_MAX = "ChargePointMaxProfile";

    private static final Map<Purpose, String> PURPOSES = Map.of(
            Purpose.STATION_MAX, STATION_MAX,
            Purpose.EXTERNAL_CONSTRAINTS, "ChargingStationExternalConstraints",
            Purpose.TX_DEFAULT, "TxDefaultProfile",
            Purpose.TX, "TxProfile",
            Purpose.PRIORITY, "PriorityCharging",
            Purpose.LOCAL_GENERATION, "LocalGeneration");
    private static final Map<Kind, String> KINDS = Map.of(
            Kind.ABSOLUTE, "Absolute",
            Kind.RECURRING, "Recurring",
            Kind.RELATIVE, "Relative",
            Kind.DYNAMIC, "Dynamic");
    private static final Map<Recurrence, String> RECURRENCES =
            Map.of(Recurrence.DAILY, "Daily", Recurrence.WEEKLY, "Weekly");
    private static final Map<RateUnit, String> UNITS = Map.of(RateUnit.AMPERE, "A", RateUnit.WATT, "W");

    private Words() {}

    /** As 2.x has it. */
    public static String of(Purpose purpose) {
        return PURPOSES.getOrDefault(purpose, purpose.name());
    }

    public static String of(Kind kind) {
        return KINDS.getOrDefault(kind, kind.name());
    }

    public static String of(Recurrence recurrence) {
        return RECURRENCES.getOrDefault(recurrence, recurrence.name());
    }

    public static String of(RateUnit unit) {
        return UNITS.getOrDefault(unit, unit.name());
    }

    /** Of either version. */
    public static Optional<Purpose> purpose(@Nullable String word) {
        return POINT_MAX.equals(word) ? Optional.of(Purpose.STATION_MAX) : find(PURPOSES, word);
    }

    public static Optional<RateUnit> unit(@Nullable String word) {
        return find(UNITS, word);
    }

    static Optional<Kind> kind(@Nullable String word) {
        return find(KINDS, word);
    }

    static Optional<Recurrence> recurrence(@Nullable String word) {
        return find(RECURRENCES, word);
    }

    private static <T> Optional<T> find(Map<T, String> words, @Nullable String word) {
        return words.entrySet().stream()
                .filter(each -> each.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** What may stand in a field, for people. */
    static String allowed(String field) {
        Stream<String> words =
                switch (field) {
                    case "chargingProfilePurpose" -> PURPOSES.values().stream();
                    case "chargingProfileKind" -> KINDS.values().stream();
                    case "recurrencyKind" -> RECURRENCES.values().stream();
                    case "chargingRateUnit" -> UNITS.values().stream();
                    default -> Stream.of("a value");
                };
        return words.sorted().collect(Collectors.joining(", "));
    }

    /** All purposes, for people. */
    public static String purposes() {
        return allowed("chargingProfilePurpose");
    }

    static @Nullable String text(JsonNode at, String field) {
        JsonNode value = at.path(field);
        return value.isValueNode() && !value.isNull() ? value.asText() : null;
    }

    static List<JsonNode> list(JsonNode node) {
        return node.isArray()
                ? Stream.iterate(0, i -> i + 1)
                        .limit(node.size())
                        .<JsonNode>map(node::get)
                        .toList()
                : node.isObject() ? List.of(node) : List.of();
    }

    /** No JSON at all, to ask for fields of. */
    public static JsonNode nothing() {
        return MissingNode.getInstance();
    }

    /** Without what stations add by themselves, and with times in one form. */
    public static JsonNode comparable(JsonNode profile) {
        JsonNode copy = profile.deepCopy();
        if (copy instanceof ObjectNode object) {
            object.remove(List.of("dynUpdateTime", "customData"));
            for (String field : List.of("validFrom", "validTo")) {
                sameTime(object, field);
            }
            list(object.path("chargingSchedule")).forEach(each -> {
                if (each instanceof ObjectNode schedule) {
                    sameTime(schedule, "startSchedule");
                }
            });
        }
        return copy;
    }

    private static void sameTime(ObjectNode at, String field) {
        try {
            if (at.path(field).isTextual()) {
                at.put(
                        field,
                        OffsetDateTime.parse(at.path(field).asText())
                                .toInstant()
                                .toString());
            }
        } catch (DateTimeParseException odd) {
            // it stays as it is written
            return;
        }
    }
}
