package org.ohmstead.smartcharging.schedule;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The profiles of a station, each purpose as a stack: the highest level that has a period at a moment leads (2.x §3.6). Of two on
 * one level, which rules forbid, the one on the EVSE itself leads, then the higher id.
 */
record Stacks(List<Profile> profiles, StationFacts station, Window window) {
    private static final Comparator<Profile> LEADING_FIRST = Comparator.<Profile>comparingInt(
                    profile -> profile.slot().stackLevel())
            .thenComparingInt(profile -> profile.evse() == 0 ? 0 : 1)
            .thenComparingInt(Profile::id)
            .reversed();

    /** Priority, else the transaction's own, else the default, at each moment. */
    Timeline<Leading> base(EvseFacts evse) {
        EvseFacts.Charging charging = evse.charging();
        Timeline<Leading> base = defaults(evse);
        if (charging == null) {
            return base;
        }
        Timeline<Leading> own = stack(profile -> isOfTransaction(profile, evse.evse(), charging), evse);
        base = own.orElse(base);
        return charging.priority()
                ? stack(profile -> profile.purpose() == Purpose.PRIORITY && isAt(profile, evse.evse()), evse)
                        .orElse(base)
                : base;
    }

    private static boolean isOfTransaction(Profile profile, int evse, EvseFacts.Charging charging) {
        String named = profile.slot().transaction();
        return profile.purpose() == Purpose.TX
                && profile.evse() == evse
                && (named == null || named.equals(charging.transaction()));
    }

    private Timeline<Leading> defaults(EvseFacts evse) {
        Timeline<Leading> own = stack(isDefaultOf(evse.evse()), evse);
        return switch (station.rules()) {
            case OCPP_2 -> stack(isDefaultOf(0).or(isDefaultOf(evse.evse())), evse);
            // one that is on the connector has replaced that of connector 0 there, whatever the levels (behaviour 7.1)
            case OCPP_16 -> own.orElse(stack(isDefaultOf(0), evse).outside(validity(isDefaultOf(evse.evse()))));
        };
    }

    private static Predicate<Profile> isDefaultOf(int evse) {
        return profile -> profile.purpose() == Purpose.TX_DEFAULT && profile.evse() == evse;
    }

    private static boolean isAt(Profile profile, int evse) {
        return profile.evse() == 0 || profile.evse() == evse;
    }

    Timeline<Leading> stationMax() {
        return stack(profile -> profile.purpose() == Purpose.STATION_MAX && profile.evse() == 0, null);
    }

    /** Limits from outside at one place; those of the station and those of an EVSE hold side by side. */
    Timeline<Leading> external(int place) {
        return stack(
                profile -> profile.purpose() == Purpose.EXTERNAL_CONSTRAINTS && profile.evse() == place,
                place == 0 ? null : station.evse(place));
    }

    Timeline<Leading> generated(int place) {
        return stack(
                profile -> profile.purpose() == Purpose.LOCAL_GENERATION && profile.evse() == place,
                place == 0 ? null : station.evse(place));
    }

    /** @param evse whose start relative times count from; null: those of the station, which has none */
    private Timeline<Leading> stack(Predicate<Profile> of, @Nullable EvseFacts evse) {
        EvseFacts.Charging charging = evse == null ? null : evse.charging();
        Instant readyAt = charging == null ? null : charging.readyAt();
        Integer chosen = charging == null ? null : charging.chosen();
        Expansion expansion = expansion();
        Stream<Timeline<Leading>> lines = profiles.stream()
                .filter(of)
                .sorted(LEADING_FIRST)
                .map(profile -> expansion.of(profile, readyAt, chosen));
        return lines.reduce(new Timeline<>(), Timeline::orElse);
    }

    /** When any of them is valid. */
    private Timeline<Profile> validity(Predicate<Profile> of) {
        Expansion expansion = expansion();
        return profiles.stream().filter(of).map(expansion::validity).reduce(new Timeline<>(), Timeline::orElse);
    }

    private Expansion expansion() {
        return new Expansion(window, station.zone(), station.offlineSince());
    }
}
