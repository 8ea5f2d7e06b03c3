package org.ohmstead.tariffs.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A session runs by another tariff than before, by its station's word, or it was refused.
 *
 * @param transactionId the station's id of the session
 * @param tariffId      null: none that the station has named
 * @param refused       the driver or the EV did not accept it
 */
public record SessionTariffChanged(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String transactionId,
        @Nullable String tariffId,
        boolean refused)
        implements Event {
    @Override
    public String kind() {
        return "session-tariff.changed";
    }
}
