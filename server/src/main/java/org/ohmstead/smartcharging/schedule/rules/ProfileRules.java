package org.ohmstead.smartcharging.schedule.rules;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.smartcharging.schedule.Kind;
import org.ohmstead.smartcharging.schedule.Period;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.Rates;
import org.ohmstead.smartcharging.schedule.Schedule;
import org.ohmstead.smartcharging.schedule.StackRules;

/** What a station would rightly refuse of a profile (behaviour 7.1 to 7.4; field note 123). */
public final class ProfileRules {
    private final Profile profile;
    private final StackRules rules;
    private final List<Problem> problems = new ArrayList<>();

    private ProfileRules(Profile profile, StackRules rules) {
        this.profile = profile;
        this.rules = rules;
    }

    /** @return what is wrong with it, in order; empty: nothing */
    public static List<Problem> check(Profile profile, StackRules rules) {
        ProfileRules check = new ProfileRules(profile, rules);
        check.place();
        check.timing();
        check.schedules();
        return List.copyOf(check.problems);
    }

    private void wrong(boolean is, String field, String text) {
        if (is) {
            problems.add(new Problem(field, text));
        }
    }

    private void place() {
        int evse = profile.evse();
        String transaction = profile.slot().transaction();
        wrong(profile.slot().stackLevel() < 0, "stackLevel", "stackLevel is below 0; allowed is 0 and above.");
        switch (profile.purpose()) {
            case STATION_MAX -> {
                wrong(evse != 0, "evse", "evse is " + evse + "; the maximum of a station stands on EVSE 0 only.");
                // stations of 1.6 refuse it as well (field note 118)
                wrong(
                        profile.timing().kind() == Kind.RELATIVE,
                        "chargingProfileKind",
                        "The maximum of a station cannot be Relative (K01.FR.38); use Absolute or Recurring.");
            }
            case TX -> {
                wrong(evse == 0, "evse", "evse is 0; a TxProfile belongs to the EVSE of its transaction (K01.FR.16).");
                wrong(
                        rules == StackRules.OCPP_2 && transaction == null,
                        "transactionId",
                        "transactionId is missing; a TxProfile names its transaction (K01.FR.03).");
            }
            case PRIORITY ->
                wrong(
                        profile.schedules().stream().anyMatch(schedule -> schedule.length() != null),
                        "chargingSchedule[0].duration",
                        "A profile for priority charging has no duration (K01.FR.72).");
            case EXTERNAL_CONSTRAINTS, LOCAL_GENERATION ->
                wrong(
                        true,
                        "chargingProfilePurpose",
                        "Profiles of this purpose come from outside; they are neither set nor cleared from here"
                                + " (K01.FR.22).");
            case TX_DEFAULT -> {}
        }
        wrong(
                transaction != null && profile.purpose() != Purpose.TX,
                "transactionId",
                "transactionId stands in a profile that is no TxProfile; leave it out.");
    }

    private void timing() {
        Profile.Timing timing = profile.timing();
        wrong(
                timing.kind() == Kind.RECURRING && timing.recurrence() == null,
                "recurrencyKind",
                "recurrencyKind is missing; a recurring profile is Daily or Weekly.");
        wrong(
                timing.kind() != Kind.RECURRING && timing.recurrence() != null,
                "recurrencyKind",
                "recurrencyKind stands in a profile that does not recur; leave it out.");
        wrong(
                timing.from() != null && timing.to() != null && !timing.from().isBefore(timing.to()),
                "validTo",
                "validTo is not after validFrom, so it would never hold.");
    }

    private void schedules() {
        wrong(
                profile.schedules().size() > 3,
                "chargingSchedule",
                "There are " + profile.schedules().size() + " schedules; allowed are 3 (K01.FR.34).");
        for (int i = 0; i < profile.schedules().size(); i++) {
            schedule(profile.schedules().get(i), "chargingSchedule[" + i + "].");
        }
    }

    private void schedule(Schedule schedule, String path) {
        boolean counts =
                profile.timing().kind() == Kind.ABSOLUTE || profile.timing().kind() == Kind.RECURRING;
        wrong(
                counts && schedule.start() == null,
                path + "startSchedule",
                "startSchedule is missing; absolute and recurring times count from it (K01.FR.40).");
        wrong(
                !counts && schedule.start() != null,
                path + "startSchedule",
                "startSchedule stands in a profile whose times count from the start of charging or from an update"
                        + " (K01.FR.41); leave it out.");
        Duration length = schedule.length();
        wrong(
                length != null && (length.isNegative() || length.isZero()),
                path + "duration",
                "duration is not above 0; leave it out for a schedule without end.");
        List<Period> periods = schedule.periods();
        wrong(
                !periods.getFirst().start().isZero(),
                path + "chargingSchedulePeriod[0].startPeriod",
                "The first period begins at " + periods.getFirst().start().toSeconds()
                        + " s; it has to begin at 0 (K01.FR.31).");
        wrong(
                profile.timing().kind() == Kind.DYNAMIC && periods.size() > 1,
                path + "chargingSchedulePeriod",
                "There are " + periods.size() + " periods; a dynamic profile has one (K28.FR.02).");
        for (int i = 0; i < periods.size(); i++) {
            period(schedule, i, path + "chargingSchedulePeriod[" + i + "].");
        }
    }

    private void period(Schedule schedule, int number, String path) {
        Period period = schedule.periods().get(number);
        Duration start = period.start();
        wrong(
                number > 0 && start.equals(schedule.periods().get(number - 1).start()),
                path + "startPeriod",
                "Two periods begin at " + start.toSeconds() + " s; each begins later than the one before (K01.FR.35).");
        wrong(
                schedule.length() != null && start.compareTo(schedule.length()) >= 0,
                path + "startPeriod",
                "The period begins at " + start.toSeconds() + " s, when the schedule has ended, after "
                        + schedule.length() + " (K01.FR.12).");
        Rates rates = period.rates();
        wrong(any(rates.limit(), -1), path + "limit", "limit is below 0; 0 pauses.");
        wrong(
                any(rates.discharge(), 1),
                path + "dischargeLimit",
                "dischargeLimit is above 0; discharging is negative.");
        wrong(
                !rates.equals(rates.clamped(schedule.unit())),
                path + "setpoint",
                "setpoint lies outside of dischargeLimit and limit (V2X.05).");
        phases(period, path);
        wrong(
                profile.purpose() != Purpose.TX
                        && rates.limit() != null
                        && rates.limit().isPerPhase(),
                path + "limit_L2",
                "Phases have limits of their own in a TxProfile only (K01.FR.142).");
        wrong(
                rules == StackRules.OCPP_16 && rates.limit() == null,
                path + "limit",
                "limit is missing; OCPP 1.6 has no period without one.");
    }

    private void phases(Period period, String path) {
        int fewest = rules == StackRules.OCPP_16 ? 1 : 0; // as the schema of 2.1 has it; 1.6 has none
        wrong(
                period.phases() != null && (period.phases() < fewest || period.phases() > 3),
                path + "numberPhases",
                "numberPhases is " + period.phases() + "; allowed is a whole number from " + fewest + " to 3.");
        wrong(
                period.phaseToUse() != null && !Objects.equals(period.phases(), 1),
                path + "phaseToUse",
                "phaseToUse goes with numberPhases 1 only (K01.FR.19).");
    }

    private static boolean any(@Nullable Rate rate, int sign) {
        return rate != null
                && Stream.of(rate.value(), rate.l2(), rate.l3())
                        .filter(Objects::nonNull)
                        .map(BigDecimal::signum)
                        .anyMatch(each -> each == sign);
    }
}
