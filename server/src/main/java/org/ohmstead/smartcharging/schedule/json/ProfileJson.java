package org.ohmstead.smartcharging.schedule.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.Supply;

/** Changes a ChargingProfile of OCPP 2.x as it is written, so that nothing of it is lost that is not read here. */
public final class ProfileJson {
    /** What 2.x calls the maximum of a station. */
    public static final String STATION_MAX = Words.STATION_MAX;
    /** What 1.6 calls it. */
    public static final String POINT_MAX = Words.POINT_MAX;

    private static final List<String> RATES = List.of("limit", "dischargeLimit", "setpoint", "setpointReactive");
    private static final List<String> PHASES = List.of("", "_L2", "_L3");
    private static final BigDecimal SIX_AMPERES = BigDecimal.valueOf(6);
    private static final List<String> RATES_OF_SCHEDULES = List.of("minChargingRate", "powerTolerance");

    private ProfileJson() {}

    /** A profile of 1.6 as one of 2.x. */
    public static ObjectNode of16(ObjectNode profile) {
        ObjectNode json = profile.deepCopy();
        if (json.has("chargingProfileId")) {
            json.set("id", json.remove("chargingProfileId"));
        }
        if (Words.POINT_MAX.equals(json.path("chargingProfilePurpose").asText())) {
            json.put("chargingProfilePurpose", Words.STATION_MAX);
        }
        if (json.path("transactionId").isNumber()) {
            json.put("transactionId", json.path("transactionId").asText());
        }
        if (json.path("chargingSchedule").isObject()) {
            ObjectNode schedule = (ObjectNode) json.remove("chargingSchedule");
            json.putArray("chargingSchedule").add(schedule.put("id", 1));
        }
        return json;
    }

    /** All rates in a unit; those of one already in it stay as they are. */
    public static ObjectNode in(RateUnit unit, ObjectNode profile, Supply supply) {
        ObjectNode json = profile.deepCopy();
        for (JsonNode schedule : Words.list(json.path("chargingSchedule"))) {
            RateUnit from =
                    Words.unit(schedule.path("chargingRateUnit").asText()).orElse(unit);
            if (from != unit && schedule instanceof ObjectNode changed) {
                changed.put("chargingRateUnit", Words.of(unit));
                rates(changed, (value, phases) -> supply.convert(value, from, unit, phases), supply);
            }
        }
        return json;
    }

    /** Without decimals, towards 0: some stations know whole numbers only (field note 121). */
    public static ObjectNode whole(ObjectNode profile) {
        ObjectNode json = profile.deepCopy();
        for (JsonNode schedule : Words.list(json.path("chargingSchedule"))) {
            if (schedule instanceof ObjectNode changed) {
                rates(changed, (value, phases) -> value.setScale(0, RoundingMode.DOWN), Supply.USUAL);
            }
        }
        return json;
    }

    /** Limits from 0 to what an AC vehicle can be told raised to that (IEC 61851: 6 A a phase); those of discharging stay. */
    public static ObjectNode atLeastSixAmperes(ObjectNode profile, Supply supply) {
        ObjectNode json = profile.deepCopy();
        for (JsonNode schedule : Words.list(json.path("chargingSchedule"))) {
            RateUnit unit =
                    Words.unit(schedule.path("chargingRateUnit").asText()).orElse(RateUnit.AMPERE);
            for (JsonNode each : Words.list(schedule.path("chargingSchedulePeriod"))) {
                if (each instanceof ObjectNode period) {
                    rates(
                            period,
                            List.of("limit"),
                            (value, phases) -> value.max(supply.convert(SIX_AMPERES, RateUnit.AMPERE, unit, phases)),
                            supply);
                }
            }
        }
        return json;
    }

    /** @param change of a value, with the number of phases that it stands for */
    private static void rates(ObjectNode schedule, BiFunction<BigDecimal, Integer, BigDecimal> change, Supply supply) {
        for (String field : RATES_OF_SCHEDULES) {
            change(schedule, field, value -> change.apply(value, supply.phases()));
        }
        if (schedule.path("limitAtSoC") instanceof ObjectNode limit) {
            change(limit, "limit", value -> change.apply(value, supply.phases()));
        }
        for (JsonNode each : Words.list(schedule.path("chargingSchedulePeriod"))) {
            if (each instanceof ObjectNode period) {
                rates(period, RATES, change, supply);
            }
        }
    }

    private static void rates(
            ObjectNode period, List<String> which, BiFunction<BigDecimal, Integer, BigDecimal> change, Supply supply) {
        int named = period.path("numberPhases").asInt(0);
        int charging = named > 0 ? Math.min(named, supply.phases()) : supply.phases();
        for (String rate : which) {
            boolean perPhase = period.has(rate + "_L2") || period.has(rate + "_L3");
            PHASES.forEach(
                    phase -> change(period, rate + phase, value -> change.apply(value, perPhase ? 1 : charging)));
        }
    }

    private static void change(ObjectNode at, String field, UnaryOperator<BigDecimal> change) {
        if (at.path(field).isNumber()) {
            at.put(field, change.apply(at.path(field).decimalValue()));
        }
    }

    /** K28: the values of its one period, and when they were set; what the update does not name stays. */
    public static ObjectNode updated(ObjectNode profile, JsonNode update, Instant at) {
        ObjectNode json = profile.deepCopy();
        json.put("dynUpdateTime", at.toString());
        for (JsonNode schedule : Words.list(json.path("chargingSchedule"))) {
            for (JsonNode period : Words.list(schedule.path("chargingSchedulePeriod"))) {
                if (period instanceof ObjectNode changed) {
                    values(update).forEach(changed::set);
                }
            }
        }
        return json;
    }

    private static Map<String, JsonNode> values(JsonNode from) {
        Map<String, JsonNode> values = new LinkedHashMap<>();
        for (String rate : RATES) {
            for (String phase : PHASES) {
                if (from.path(rate + phase).isNumber()) {
                    values.put(rate + phase, from.get(rate + phase));
                }
            }
        }
        return values;
    }

    /** What a ChargingScheduleUpdate of its one period says now. */
    public static ObjectNode update(ObjectNode profile) {
        ObjectNode update = profile.objectNode();
        values(profile.path("chargingSchedule")
                        .path(0)
                        .path("chargingSchedulePeriod")
                        .path(0))
                .forEach(update::set);
        return update;
    }
}
