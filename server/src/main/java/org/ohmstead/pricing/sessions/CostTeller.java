package org.ohmstead.pricing.sessions;

import java.math.BigDecimal;
import org.ohmstead.charging.session.ChargingSession;

/** Tells a station what a session costs so far. */
@FunctionalInterface
public interface CostTeller {
    /** Returns at once: it is a handler of the station's messages that asks. @param amount with tax */
    void tell(ChargingSession session, BigDecimal amount);
}
