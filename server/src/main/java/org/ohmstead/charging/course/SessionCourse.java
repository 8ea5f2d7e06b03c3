package org.ohmstead.charging.course;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingState;

/**
 * A session and its moments.
 *
 * @param moments in the order of their times; as they came, so that a register may fall or jump
 */
public record SessionCourse(ChargingSession session, List<Moment> moments) {
    public SessionCourse {
        moments = List.copyOf(moments);
    }

    /**
     * What is known of a moment.
     *
     * @param at         the time we believe
     * @param registerWh of the import register; null: not read
     * @param powerW     null: not read
     * @param charging   what goes on from then on; null: not told
     */
    public record Moment(
            Instant at,
            @Nullable BigDecimal registerWh,
            @Nullable BigDecimal powerW,
            @Nullable ChargingState charging) {}
}
