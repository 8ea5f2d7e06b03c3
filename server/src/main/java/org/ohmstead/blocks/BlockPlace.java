package org.ohmstead.blocks;

import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.StationRef;

/**
 * What of a station is blocked.
 *
 * @param evse      0: the station as a whole
 * @param connector 0: the EVSE as a whole
 */
public record BlockPlace(int evse, int connector) {
    public static final BlockPlace STATION = new BlockPlace(0, 0);

    public static BlockPlace evse(int evse) {
        return new BlockPlace(evse, 0);
    }

    /** As a URL names it, whether the station has it or not. @throws Refused invalid where it is no number */
    public static BlockPlace evse(String evse) {
        return evse(number("evse", evse));
    }

    /** As a URL names it, whether the station has it or not. @throws Refused invalid where one is no number */
    public static BlockPlace connector(String evse, String connector) {
        return new BlockPlace(number("evse", evse), number("connector", connector));
    }

    private static int number(String name, String text) {
        Long number = QueryWords.number(name, text);
        if (number == null || number < 1 || number > Integer.MAX_VALUE) {
            throw Refused.invalid(name, name + " is '" + text + "'; allowed is a whole number from 1.");
        }
        return number.intValue();
    }

    public boolean isStation() {
        return evse == 0;
    }

    /** Whether what is said of this place is said of that connector too. */
    public boolean covers(int otherEvse, int otherConnector) {
        return isStation() || evse == otherEvse && (connector == 0 || connector == otherConnector);
    }

    /** As audit lines and the log name it: {@code CP-7}, {@code CP-7/1}, {@code CP-7/1/2}. */
    String at(StationRef station) {
        return station.identity() + (isStation() ? "" : "/" + evse) + (connector == 0 ? "" : "/" + connector);
    }
}
