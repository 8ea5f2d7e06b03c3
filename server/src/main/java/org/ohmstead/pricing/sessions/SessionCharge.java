package org.ohmstead.pricing.sessions;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.course.SessionCourse;
import org.ohmstead.charging.course.SessionCourse.Moment;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.pricing.charge.Activity;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.MeteredSession;
import org.ohmstead.pricing.charge.Reading;

/** What of a session is to be paid for. */
final class SessionCharge {
    private SessionCharge() {}

    /** @param until of a session that runs: as if it ended then */
    static Charge of(SessionCourse course, ZoneId zone, Currency currency, Instant until) {
        ChargingSession session = course.session();
        Instant start = session.times().startedAt();
        Instant end = end(session, until);
        List<Reading> readings = new ArrayList<>(EnergyProfile.of(course, end));
        boolean charged = false;
        for (Moment moment : course.moments()) {
            if (moment.at().isAfter(end)) {
                continue;
            }
            Activity activity = activity(moment.charging(), charged);
            charged |= activity == Activity.CHARGING;
            BigDecimal power = moment.powerW() == null ? null : moment.powerW().movePointLeft(3);
            if (activity != null || power != null) {
                readings.add(new Reading(moment.at(), null, activity, null, power));
            }
        }
        boolean isSuspect = session.ending().verdict() != SessionVerdict.COMPLETE;
        return new Charge(zone, currency, start, end, new MeteredSession(start, end, readings).parts(), isSuspect);
    }

    private static Instant end(ChargingSession session, Instant until) {
        Instant start = session.times().startedAt();
        Instant end = session.isOpen()
                ? until
                : Objects.requireNonNullElse(session.times().endedAt(), until);
        return end.isBefore(start) ? start : end;
    }

    /**
     * A vehicle that is connected before it is charged waits for us, or for its driver's card; behind that it is parked.
     *
     * @param charged whether it has been charged before
     */
    private static @Nullable Activity activity(@Nullable ChargingState state, boolean charged) {
        return state == null
                ? null
                : switch (state) {
                    case CHARGING -> Activity.CHARGING;
                    case SUSPENDED_BY_EV -> Activity.PARKED;
                    case EV_CONNECTED -> charged ? Activity.PARKED : Activity.PAUSED;
                    case SUSPENDED_BY_STATION, IDLE -> Activity.PAUSED;
                };
    }
}
