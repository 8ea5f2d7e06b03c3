package org.ohmstead.tariffs;

import java.time.Instant;
import org.ohmstead.events.Event;

/**
 * A station has a tariff, or has it no more.
 *
 * @param tariffKind DefaultTariff or DriverTariff
 * @param evse       0: every EVSE that has none of its own
 * @param state      installed, absent or unknown
 */
public record StationTariffChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String tariffId,
        String tariffKind,
        int evse,
        String state)
        implements Event {
    @Override
    public String kind() {
        return "station-tariff.changed";
    }
}
