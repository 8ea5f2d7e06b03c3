package org.ohmstead.smartcharging.schedule.rules;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.Purpose;
import org.ohmstead.smartcharging.schedule.StackRules;

/** The profiles that a station has, and what happens to them when another one comes (behaviour 7.2). */
public record ProfileSet(List<Profile> profiles, StackRules rules) {
    public ProfileSet {
        profiles = List.copyOf(profiles);
    }

    public static ProfileSet of(Collection<Profile> profiles, StackRules rules) {
        return new ProfileSet(List.copyOf(profiles), rules);
    }

    /** Those that go when this one is installed. */
    public List<Profile> replacedBy(Profile other) {
        return profiles.stream().filter(each -> isReplaced(each, other)).toList();
    }

    private boolean isReplaced(Profile one, Profile by) {
        return one.id() == by.id()
                || switch (rules) {
                    case OCPP_16 -> one.evse() == by.evse() && isOfOneSlot(one, by);
                    case OCPP_2 -> false;
                };
    }

    /**
     * Those for whose sake a station of 2.x refuses this one: they are in the same slot at the same time under another id
     * (K01.FR.06, 39), or one stands on EVSE 0 and the other on a single one (K01.FR.52, 53).
     */
    public List<Profile> against(Profile other) {
        return switch (rules) {
            case OCPP_16 -> List.of();
            case OCPP_2 ->
                profiles.stream().filter(each -> clashes(each, other)).toList();
        };
    }

    private static boolean clashes(Profile one, Profile other) {
        if (one.id() == other.id() || !isOfOneSlot(one, other) || !one.timing().meets(other.timing())) {
            return false;
        }
        boolean onePlace = one.evse() == other.evse();
        boolean bothPlaces = one.purpose() == Purpose.TX_DEFAULT && (one.evse() == 0 || other.evse() == 0);
        return one.purpose() == Purpose.TX || onePlace || bothPlaces;
    }

    private static boolean isOfOneSlot(Profile one, Profile other) {
        return one.purpose() == other.purpose()
                && one.slot().stackLevel() == other.slot().stackLevel()
                && (one.purpose() != Purpose.TX
                        || Objects.equals(one.slot().transaction(), other.slot().transaction()));
    }

    /** What is there when this one has been installed. */
    public ProfileSet with(Profile other) {
        List<Profile> gone = replacedBy(other);
        return new ProfileSet(
                Stream.concat(profiles.stream().filter(each -> !gone.contains(each)), Stream.of(other))
                        .toList(),
                rules);
    }
}
