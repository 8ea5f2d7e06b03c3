package org.ohmstead.smartcharging.needs;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.ohmstead.smartcharging.schedule.Composite;
import org.ohmstead.smartcharging.schedule.Composition;
import org.ohmstead.smartcharging.schedule.EvseFacts;
import org.ohmstead.smartcharging.schedule.Kind;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.Rate;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.Schedule;
import org.ohmstead.smartcharging.schedule.StationFacts;
import org.ohmstead.smartcharging.schedule.Window;

/** How an EV plans to charge, held against what it may. */
record EvPlan(Profile plan, int evse, Window window) {
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final Duration USUAL = Duration.ofDays(1);

    /** EVs and stations round. */
    private static final BigDecimal TOLERANCE_AMPERES = new BigDecimal("0.1");

    /** @param from what its times count from, whatever start it names itself */
    static EvPlan of(Schedule schedule, int evse, Instant from) {
        Duration length = schedule.length() == null || !schedule.length().isPositive() ? USUAL : schedule.length();
        Schedule counted = new Schedule(1, schedule.unit(), from, schedule.length(), false, null, schedule.periods());
        Profile plan = new Profile(
                1,
                evse,
                new Profile.Slot(Purpose.TX_DEFAULT, 0, null),
                new Profile.Timing(Kind.ABSOLUTE, null, null, null, null, null),
                List.of(counted));
        return new EvPlan(plan, evse, Window.of(from, length.compareTo(LONGEST) > 0 ? LONGEST : length));
    }

    /** In amperes of a phase, so that power on fewer phases than allowed counts as the current that it is. */
    boolean isWithin(List<Profile> profiles, StationFacts station) {
        Composite allowed = new Composition(profiles, station, window, RateUnit.AMPERE).evse(evse);
        StationFacts alone = new StationFacts(
                station.rules(),
                station.supply(),
                station.zone(),
                null,
                List.of(new EvseFacts(evse, station.supply(), null, null)));
        Composite planned = new Composition(List.of(plan), alone, window, RateUnit.AMPERE).evse(evse);
        SortedSet<Instant> cuts = new TreeSet<>();
        allowed.periods().forEach(period -> cuts.add(period.from()));
        planned.periods().forEach(period -> cuts.add(period.from()));
        return cuts.stream().allMatch(moment -> isWithin(planned, allowed, moment));
    }

    private static boolean isWithin(Composite planned, Composite allowed, Instant moment) {
        Rate limit = allowed.at(moment).rates().limit();
        Rate wanted = planned.at(moment).rates().limit();
        if (limit == null || wanted == null) {
            return true;
        }
        BigDecimal most = limit.whole(RateUnit.AMPERE).value().add(TOLERANCE_AMPERES);
        return wanted.whole(RateUnit.AMPERE).value().compareTo(most) <= 0;
    }
}
