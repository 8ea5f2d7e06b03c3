package org.ohmstead.smartcharging.schedule.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Kind;
import org.ohmstead.smartcharging.schedule.Period;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.Schedule;
import org.ohmstead.smartcharging.schedule.rules.Problem;

/** Writes a profile in the words of OCPP 1.6, which has fewer. */
public final class ProfileWriter16 {
    private ProfileWriter16() {}

    /** What of it 1.6 has no words for; empty: it can be written. */
    public static Optional<Problem> unsaid(Profile profile) {
        if (profile.purpose() != Purpose.STATION_MAX
                && profile.purpose() != Purpose.TX_DEFAULT
                && profile.purpose() != Purpose.TX) {
            return none("chargingProfilePurpose", "the purpose " + Words.of(profile.purpose()));
        }
        if (profile.timing().kind() == Kind.DYNAMIC) {
            return none("chargingProfileKind", "dynamic profiles");
        }
        String transaction = profile.slot().transaction();
        if (transaction != null && !transaction.matches("-?\\d{1,18}")) {
            return none("transactionId", "a transaction '" + transaction + "'; there it is a number");
        }
        if (profile.schedules().size() > 1) {
            return none("chargingSchedule", "several schedules in one profile");
        }
        Schedule schedule = profile.schedules().getFirst();
        if (schedule.localTime()) {
            return none("chargingSchedule[0].useLocalTime", "local times; give startSchedule in UTC");
        }
        if (schedule.limitAtSoc() != null) {
            return none("chargingSchedule[0].limitAtSoC", "limits by state of charge");
        }
        return schedule.periods().stream()
                .filter(period -> !isPlain(period))
                .findFirst()
                .flatMap(period -> none(
                        "chargingSchedule[0].chargingSchedulePeriod",
                        "phases with limits of their own, setpoints, limits of discharging, or periods without"
                                + " a limit"));
    }

    private static boolean isPlain(Period period) {
        Rate limit = period.rates().limit();
        return limit != null
                && !limit.isPerPhase()
                && period.rates().discharge() == null
                && period.rates().setpoint() == null
                && (period.phaseToUse() == null);
    }

    private static Optional<Problem> none(String field, String what) {
        return Optional.of(new Problem(field, "OCPP 1.6, which the station speaks, has no words for " + what + "."));
    }

    /** Of one that {@link #unsaid} found nothing in. Limits lose all but one decimal, downwards (E1.6 3.64). */
    public static ObjectNode write(Profile profile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("chargingProfileId", profile.id());
        String transaction = profile.slot().transaction();
        if (transaction != null) {
            json.put("transactionId", Long.parseLong(transaction));
        }
        json.put("stackLevel", profile.slot().stackLevel());
        json.put(
                "chargingProfilePurpose",
                profile.purpose() == Purpose.STATION_MAX ? Words.POINT_MAX : Words.of(profile.purpose()));
        json.put("chargingProfileKind", Words.of(profile.timing().kind()));
        if (profile.timing().recurrence() != null) {
            json.put("recurrencyKind", Words.of(profile.timing().recurrence()));
        }
        put(json, "validFrom", profile.timing().from());
        put(json, "validTo", profile.timing().to());
        json.set("chargingSchedule", schedule(profile.schedules().getFirst()));
        return json;
    }

    private static ObjectNode schedule(Schedule schedule) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        if (schedule.length() != null) {
            json.put("duration", schedule.length().toSeconds());
        }
        put(json, "startSchedule", schedule.start());
        json.put("chargingRateUnit", Words.of(schedule.unit()));
        for (Period period : schedule.periods()) {
            ObjectNode each = json.withArray("chargingSchedulePeriod").addObject();
            each.put("startPeriod", period.start().toSeconds());
            Rate limit = period.rates().limit();
            if (limit != null) {
                each.put("limit", limit.value().setScale(1, RoundingMode.FLOOR));
            }
            if (period.phases() != null) {
                each.put("numberPhases", period.phases());
            }
        }
        return json;
    }

    private static void put(ObjectNode json, String field, @Nullable Instant at) {
        if (at != null) {
            json.put(field, at.toString());
        }
    }
}
