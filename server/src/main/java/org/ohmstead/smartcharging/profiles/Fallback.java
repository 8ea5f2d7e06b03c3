package org.ohmstead.smartcharging.profiles;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** What may be tried when a station refuses a profile (field notes 116 to 125). */
public enum Fallback {
    /** The other unit. */
    UNIT("unit"),
    /** Limits without decimals, rounded down. */
    WHOLE_NUMBERS("wholeNumbers"),
    /** Other levels of the stack, from 0. */
    STACK_LEVEL("stackLevel"),
    /** A TxDefaultProfile in place of a TxProfile: it holds for later transactions, too. */
    PURPOSE("purpose"),
    /** The same when the state at its EVSE changes: some refuse a TxProfile before the session, or for a car that was there. */
    LATER("later"),
    /** The maximum of the station in place of either: it holds for all of its EVSEs. Only where it is asked for. */
    STATION_MAXIMUM("stationMaximum"),
    /** At least 6 A a phase: some refuse less. It charges where it was to pause, so only where it is asked for. */
    SIX_AMPERES("sixAmperes");

    private final String word;

    Fallback(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** What is tried unless somebody says otherwise. */
    static final Set<Fallback> USUAL = EnumSet.complementOf(EnumSet.of(STATION_MAXIMUM, SIX_AMPERES));

    /**
     * @param words null: as usual; empty: nothing
     * @throws Refused invalid
     */
    static Set<Fallback> of(@Nullable List<String> words) {
        if (words == null) {
            return USUAL;
        }
        Set<Fallback> some = EnumSet.noneOf(Fallback.class);
        for (String each : words) {
            some.add(Arrays.stream(values())
                    .filter(fallback -> fallback.word
                            .toLowerCase(Locale.ROOT)
                            .equals(String.valueOf(each).toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> Refused.invalid(
                            "fallback",
                            "fallback names '" + each + "'; allowed are "
                                    + Arrays.stream(values())
                                            .map(Fallback::word)
                                            .collect(Collectors.joining(", "))
                                    + ". An empty list lets nothing be tried.")));
        }
        return some;
    }
}
