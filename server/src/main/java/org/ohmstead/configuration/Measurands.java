package org.ohmstead.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Lists of measurands of 1.6: a station refuses one as a whole for the sake of a single measurand (field note 78). */
final class Measurands {
    private static final String REJECTED = "Rejected";
    private static final Set<String> KEYS =
            Set.of("metervaluessampleddata", "metervaluesaligneddata", "stoptxnsampleddata", "stoptxnaligneddata");

    private Measurands() {}

    /** Whether there is more than one that may be to blame. */
    static boolean mayBeTried(Setting setting, SettingResult result) {
        return result.result().equals(REJECTED)
                && setting.address().isKey()
                && KEYS.contains(setting.address().variable().toLowerCase(Locale.ROOT))
                && of(setting).size() > 1;
    }

    private static List<String> of(Setting setting) {
        return Stream.of(setting.value().split(","))
                .map(String::strip)
                .filter(measurand -> !measurand.isEmpty())
                .distinct()
                .toList();
    }

    /**
     * Adds one after the other to those that the station has taken, so that the last list that it took is what it is set to,
     * also where it takes only so many.
     *
     * @param set tells the station one list
     * @return what the station said of that list, and what is left out; as it was, where it takes none
     */
    static SettingResult oneByOne(Setting all, SettingResult refused, Function<Setting, SettingResult> set) {
        List<String> taken = new ArrayList<>();
        List<String> left = new ArrayList<>();
        SettingResult last = refused;
        for (String measurand : of(all)) {
            List<String> more = new ArrayList<>(taken);
            more.add(measurand);
            SettingResult result = set.apply(new Setting(all.address(), String.join(",", more)));
            if (result.isTaken()) {
                taken.add(measurand);
                last = result;
            } else if (result.result().equals(REJECTED)) {
                left.add(measurand);
            } else {
                return new SettingResult(
                        all.address(),
                        result.result(),
                        "It was refused as a whole, and in trying its measurands one by one "
                                + measurand + " was not answered. The station is set to: "
                                + (taken.isEmpty() ? "what it was" : String.join(",", taken)) + ".",
                        result.command());
            }
        }
        return taken.isEmpty()
                ? refused
                : new SettingResult(
                        all.address(),
                        last.result(),
                        "The station does not take " + String.join(", ", left) + "; it is set to "
                                + String.join(",", taken) + ".",
                        last.command());
    }
}
