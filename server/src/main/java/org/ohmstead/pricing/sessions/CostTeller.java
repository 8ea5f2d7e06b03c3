package org.ohmstead.pricing.sessions;

import java.math.BigDecimal;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.stations.StationRef;

/** Tells a station what a session costs so far. */
@FunctionalInterface
public interface CostTeller {
    /** Returns at once: it is a handler of the station's messages that asks. @param amount with tax */
    void tell(ChargingSession session, BigDecimal amount);

    /** Whether it may show a cost; one that does not say otherwise may. */
    default boolean mayShow(StationRef station) {
        return true;
    }
}
