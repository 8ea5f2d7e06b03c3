package org.ohmstead.pricing.sessions;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.TokenUse;

/**
 * By what a session is charged.
 *
 * @param version    of the tariff, that was the newest when the session began
 * @param assignment by which it came to the session; null: not by one
 * @param zone       of the place
 * @param known      what was known of the session, as {@link #known(ChargingSession)} has it
 */
public record SessionPlan(
        long session, long tariff, int version, @Nullable Long assignment, ZoneId zone, String known, Instant fixedAt) {

    /** What of a session decides on its tariff. A station may name EVSE and token after the beginning; neither changes after that. */
    static String known(ChargingSession session) {
        TokenUse token = session.token();
        return session.place().evse() + " " + session.place().connector() + " "
                + (token == null ? "-" : token.key() + " " + token.group());
    }
}
