package org.ohmstead.smartcharging.profiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.limits.StationLimit;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.smartcharging.schedule.Profile;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.StackRules;
import org.ohmstead.smartcharging.schedule.rules.ProfileSet;
import org.ohmstead.smartcharging.traits.Traits;
import org.ohmstead.stations.StationRef;

/**
 * What a station has told of what it takes of profiles, asked before one is sent (behaviour 7.6). The levels of the stack and the
 * periods of a schedule are not here: no command leaves that has more of them, whoever sends it.
 */
@Singleton
public class ProfileLimits {
    private static final String CONTROLLER = "SmartChargingCtrlr";
    private static final Address UNITS_16 = Address.ofKey("ChargingScheduleAllowedChargingRateUnit");
    private static final Address UNITS_2 = Address.of(CONTROLLER, "RateUnit");

    private final StationLimits limits;
    private final DeviceModel model;

    @Inject
    public ProfileLimits(StationLimits limits, DeviceModel model) {
        this.limits = limits;
        this.model = model;
    }

    /**
     * SupportedFeatureProfiles of 1.6 does not count: many stations charge smartly and do not say so there (field note 80).
     *
     * @throws Refused in conflict for a station that says that it does not charge smartly
     */
    void checkSwitch(Addressee addressee) {
        if (!addressee.version().isV2()) {
            return;
        }
        for (String name : List.of("Available", "Enabled")) {
            if (model.isOff(addressee.ref(), Address.of(CONTROLLER, name))) {
                throw Refused.conflict(
                        null,
                        CONTROLLER + "." + name + " of " + addressee.ref().identity()
                                + " is false; it takes profiles only where that is true. Nothing was sent. "
                                + (name.equals("Enabled") ? "Set it to true first, or read" : "Read")
                                + " it again if it has changed.");
            }
        }
    }

    /** The only unit that the station says it takes counts, unless somebody or its answers say otherwise. */
    Traits with(Addressee addressee, Traits traits) {
        return traits.unit() != null
                ? traits
                : onlyUnit(addressee)
                        .map(unit -> traits.taught(unit, false, null))
                        .orElse(traits);
    }

    private Optional<RateUnit> onlyUnit(Addressee addressee) {
        Address address = addressee.version().isV2() ? UNITS_2 : UNITS_16;
        Set<RateUnit> units = model.value(addressee.ref(), address).stream()
                .flatMap(list -> Stream.of(list.split(",")))
                .map(word -> word.strip().toLowerCase(Locale.ROOT))
                .flatMap(word -> switch (word) {
                    case "a", "current" -> Stream.of(RateUnit.AMPERE);
                    case "w", "power" -> Stream.of(RateUnit.WATT);
                    default -> Stream.empty();
                })
                .collect(Collectors.toSet());
        return units.size() == 1 ? Optional.of(units.iterator().next()) : Optional.empty();
    }

    /** @throws Refused in conflict where the station has no room for another one */
    void checkRoom(StationRef station, List<StoredProfile> standing, Profile wanted, StackRules rules) {
        Optional<StationLimits.Told> most = limits.of(station, StationLimit.PROFILES_INSTALLED);
        if (most.isEmpty()) {
            return;
        }
        List<StoredProfile> there = standing.stream()
                .filter(each -> each.state() == ProfileState.ACCEPTED && !Standing.isFromOutside(each))
                .toList();
        int then = ProfileSet.of(Standing.read(there), rules)
                .with(wanted)
                .profiles()
                .size();
        if (then > most.get().most()) {
            throw Refused.conflict(
                    "profile",
                    "The station would have " + then + " profiles; it takes "
                            + most.get().most() + " ("
                            + StationLimit.PROFILES_INSTALLED.name(rules == StackRules.OCPP_2)
                            + ", which it told at " + most.get().at()
                            + "). Nothing was sent. Clear one, or give this one the id of one that it is to replace.");
        }
    }
}
