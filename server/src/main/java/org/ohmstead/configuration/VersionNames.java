package org.ohmstead.configuration;

import java.util.List;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.limits.StationLimit;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.devicemodel.Address;

/** Which names a station has by its version, and how many of them it takes in a message. */
final class VersionNames {
    /** Of variables, where the station has told no limit. */
    static final int USUAL_ITEMS = 20;

    /** What stands around the items in a payload, in bytes, amply. */
    private static final int AROUND = 60;

    private VersionNames() {}

    /** @throws Refused invalid, naming the first of another version */
    static void check(Addressee station, List<Address> addresses, String field) {
        boolean v2 = station.version().isV2();
        for (int i = 0; i < addresses.size(); i++) {
            if (addresses.get(i).isKey() == v2) {
                String where = field + "[" + i + "]";
                throw Refused.invalid(
                        v2 ? where + ".key" : where + ".component",
                        where + " is " + addresses.get(i).shown() + ", but "
                                + station.ref().identity() + " speaks OCPP "
                                + station.version().number() + ", whose values are named by "
                                + (v2 ? "component and variable." : "key."));
            }
        }
    }

    static int most(StationLimits limits, Addressee station, StationLimit limit) {
        return limits.of(station.ref(), limit)
                .map(told -> (int) Math.min(told.most(), Integer.MAX_VALUE))
                .orElse(USUAL_ITEMS);
    }

    static long bytes(StationLimits limits, Addressee station, StationLimit limit) {
        return limits.of(station.ref(), limit).map(told -> told.most() - AROUND).orElse(Long.MAX_VALUE);
    }
}
