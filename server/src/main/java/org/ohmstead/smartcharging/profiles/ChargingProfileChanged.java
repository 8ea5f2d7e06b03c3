package org.ohmstead.smartcharging.profiles;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;
import org.ohmstead.stations.StationRef;

/**
 * Something became of a charging profile of a station.
 *
 * @param state   accepted, unanswered, rejected, postponed, cleared, replaced or over
 * @param profile number by which the station knows it
 * @param purpose as OCPP 2.x has it
 * @param said    what the station answered; null: nothing
 */
public record ChargingProfileChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        long profile,
        int evse,
        String purpose,
        String state,
        @Nullable String transactionId,
        @Nullable String said)
        implements Event {
    static ChargingProfileChanged of(StationRef station, StoredProfile profile, Instant at) {
        return new ChargingProfileChanged(
                station.tenant(),
                station.id(),
                at,
                station.identity(),
                profile.number(),
                profile.evse(),
                profile.purpose(),
                profile.state().word(),
                profile.transaction(),
                profile.said());
    }

    @Override
    public String kind() {
        return "charging-profile." + state;
    }
}
