package org.ohmstead.pricing.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.ohmstead.pricing.tariff.Restrictions;
import org.ohmstead.pricing.tariff.Tariff;
import org.ohmstead.pricing.tariff.TariffElement;

/**
 * When what a clock on the wall says makes a difference: at the times of day that the tariff names, at midnight, and where the clock is
 * set. A time that comes twice on a day counts twice, and one that is left out where the clock jumps over it.
 */
final class WallClock {
    private WallClock() {}

    /** The moments of a charge, without its start and end, sorted; none for a tariff that does not care. */
    static NavigableSet<Instant> changes(Tariff tariff, ZoneId zone, Instant from, Instant to) {
        NavigableSet<Instant> changes = new TreeSet<>();
        List<Restrictions> ofTheCalendar = tariff.elements().stream()
                .map(TariffElement::restrictions)
                .filter(Restrictions::isOfTheCalendar)
                .toList();
        if (ofTheCalendar.isEmpty()) {
            return changes;
        }
        ZoneRules rules = zone.getRules();
        List<LocalTime> times = Stream.concat(
                        Stream.of(LocalTime.MIDNIGHT),
                        ofTheCalendar.stream().flatMap(each -> each.time().ends()))
                .distinct()
                .toList();
        // a day before and after, because of clocks that are set over midnight
        LocalDate last = to.atZone(zone).toLocalDate().plusDays(1);
        for (LocalDate day = from.atZone(zone).toLocalDate().minusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            for (LocalTime time : times) {
                for (ZoneOffset offset : rules.getValidOffsets(day.atTime(time))) {
                    changes.add(day.atTime(time).toInstant(offset));
                }
            }
        }
        for (ZoneOffsetTransition set = rules.nextTransition(from);
                set != null && set.getInstant().isBefore(to);
                set = rules.nextTransition(set.getInstant())) {
            changes.add(set.getInstant());
        }
        return to.isAfter(from) ? changes.subSet(from, false, to, false) : new TreeSet<>();
    }
}
