package org.ohmstead.smartcharging.schedule.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Kind;
import org.ohmstead.smartcharging.schedule.LimitAtSoc;
import org.ohmstead.smartcharging.schedule.Period;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.Rates;
import org.ohmstead.smartcharging.schedule.Schedule;
import org.ohmstead.smartcharging.schedule.rules.Problem;

/** Reads a ChargingProfile of any version: 1.6 names its id otherwise, and has one schedule instead of a list. */
public final class ProfileReader {
    /** What holds nothing. */
    public static final JsonNode NOTHING = Words.nothing();

    private static final Logger LOG = System.getLogger(ProfileReader.class.getName());

    private final JsonNode profile;

    private ProfileReader(JsonNode profile) {
        this.profile = profile;
    }

    /** @param evse where it is, or is to be, installed */
    public static Reading read(JsonNode profile, int evse) {
        try {
            return new Reading.Read(new ProfileReader(profile).read(evse));
        } catch (Broken broken) {
            return new Reading.Unreadable(broken.problem);
        }
    }

    /** Schedules that stand alone, such as those of a limit from outside; what cannot be read is left out. */
    public static List<Schedule> schedules(JsonNode list) {
        List<Schedule> read = new ArrayList<>();
        for (JsonNode each : Words.list(list)) {
            try {
                read.add(new ProfileReader(list).schedule(each, "chargingSchedule"));
            } catch (Broken broken) {
                LOG.log(Level.DEBUG, "A schedule is left out: {0}", broken.getMessage());
            }
        }
        return read;
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        Broken(String field, String text) {
            super(text, null, false, false);
            this.problem = new Problem(field, text);
        }
    }

    private Profile read(int evse) {
        Kind kind = word(profile, "", "chargingProfileKind", Words::kind);
        Purpose purpose = word(profile, "", "chargingProfilePurpose", Words::purpose);
        JsonNode list = profile.path("chargingSchedule");
        List<Schedule> schedules = new ArrayList<>();
        for (JsonNode each : Words.list(list)) {
            schedules.add(
                    schedule(each, list.isArray() ? "chargingSchedule[" + schedules.size() + "]" : "chargingSchedule"));
        }
        if (schedules.isEmpty()) {
            throw new Broken("chargingSchedule", "chargingSchedule is empty; a profile has one, or up to three.");
        }
        String recurrence = Words.text(profile, "recurrencyKind");
        Integer offline = number(profile, "", "maxOfflineDuration");
        Profile.Timing timing = new Profile.Timing(
                kind,
                recurrence == null ? null : word(profile, "", "recurrencyKind", Words::recurrence),
                time(profile, "", "validFrom", false),
                time(profile, "", "validTo", false),
                offline == null ? null : Duration.ofSeconds(offline),
                time(profile, "", "dynUpdateTime", false));
        Profile.Slot slot = new Profile.Slot(purpose, needed("", "stackLevel"), Words.text(profile, "transactionId"));
        return new Profile(
                needed("", profile.has("chargingProfileId") ? "chargingProfileId" : "id"),
                evse,
                slot,
                timing,
                schedules);
    }

    private int needed(String path, String field) {
        Integer value = number(profile, path, field);
        if (value == null) {
            throw new Broken(path + field, path + field + " is missing; it is a whole number.");
        }
        return value;
    }

    private Schedule schedule(JsonNode schedule, String path) {
        boolean local = schedule.path("useLocalTime").asBoolean(false);
        RateUnit unit = word(schedule, path + ".", "chargingRateUnit", Words::unit);
        List<Period> periods = new ArrayList<>();
        for (JsonNode each : Words.list(schedule.path("chargingSchedulePeriod"))) {
            periods.add(period(each, path + ".chargingSchedulePeriod[" + periods.size() + "]."));
        }
        if (periods.isEmpty()) {
            throw new Broken(
                    path + ".chargingSchedulePeriod",
                    path + ".chargingSchedulePeriod is empty; a schedule has at least one period.");
        }
        Integer length = number(schedule, path + ".", "duration");
        Integer id = number(schedule, path + ".", "id");
        return new Schedule(
                id == null ? 0 : id,
                unit,
                time(schedule, path + ".", "startSchedule", local),
                length == null ? null : Duration.ofSeconds(length),
                local,
                soc(schedule.path("limitAtSoC"), path + ".limitAtSoC."),
                periods);
    }

    private @Nullable LimitAtSoc soc(JsonNode limit, String path) {
        Integer percent = number(limit, path, "soc");
        BigDecimal value = decimal(limit, path, "limit");
        return percent == null || value == null ? null : new LimitAtSoc(percent, Rate.of(value));
    }

    private Period period(JsonNode period, String path) {
        Integer start = number(period, path, "startPeriod");
        if (start == null || start < 0) {
            throw new Broken(path + "startPeriod", path + "startPeriod is " + start + "; allowed are seconds from 0.");
        }
        return new Period(
                Duration.ofSeconds(start),
                rates(period, path),
                number(period, path, "numberPhases"),
                number(period, path, "phaseToUse"),
                Words.text(period, "operationMode"));
    }

    private Rates rates(JsonNode period, String path) {
        return new Rates(
                rate(period, path, "limit"), rate(period, path, "dischargeLimit"), rate(period, path, "setpoint"));
    }

    private @Nullable Rate rate(JsonNode period, String path, String field) {
        BigDecimal value = decimal(period, path, field);
        return value == null
                ? null
                : new Rate(value, decimal(period, path, field + "_L2"), decimal(period, path, field + "_L3"));
    }

    private static <T> T word(JsonNode at, String path, String field, Function<String, Optional<T>> find) {
        String word = Words.text(at, field);
        return Optional.ofNullable(word)
                .flatMap(find)
                .orElseThrow(() -> new Broken(
                        path + field,
                        path + field + " is " + (word == null ? "missing" : "'" + word + "'") + "; allowed are "
                                + Words.allowed(field) + "."));
    }

    private static @Nullable Integer number(JsonNode at, String path, String field) {
        BigDecimal value = decimal(at, path, field);
        if (value == null) {
            return null;
        }
        try {
            return value.intValueExact();
        } catch (ArithmeticException e) {
            throw new Broken(
                    path + field, path + field + " is " + value.toPlainString() + "; allowed are whole numbers.");
        }
    }

    private static @Nullable BigDecimal decimal(JsonNode at, String path, String field) {
        JsonNode value = at.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isNumber()
                || value.decimalValue().precision() > 30
                || Math.abs(value.decimalValue().scale()) > 30) {
            throw new Broken(path + field, path + field + " is " + value + "; allowed are numbers.");
        }
        return value.decimalValue();
    }

    /** @param digits whether the offset is ignored, because the clock on the wall counts (K01.FR.90) */
    private static @Nullable Instant time(JsonNode at, String path, String field, boolean digits) {
        String text = Words.text(at, field);
        if (text == null) {
            return null;
        }
        try {
            if (digits) {
                return LocalDateTime.parse(text.replaceFirst("(?<=T.{5,30})([zZ]|[+-]\\d\\d(:?\\d\\d)?)$", ""))
                        .toInstant(ZoneOffset.UTC);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Broken(
                    path + field, path + field + " is '" + text + "'; allowed are times such as 2026-03-29T06:00:00Z.");
        }
    }
}
