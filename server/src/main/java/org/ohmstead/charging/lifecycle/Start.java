package org.ohmstead.charging.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.Caller;

/**
 * A station reports that a session has begun, perhaps long ago, and wants a number for it (1.6). What is null was missing or
 * unreadable; a start is served all the same.
 *
 * @param connector   from 1
 * @param meterWh     register at the start
 * @param at          by the clock of the station
 * @param reservation that it uses up
 */
public record Start(
        Caller caller,
        @Nullable Integer connector,
        @Nullable String token,
        @Nullable BigDecimal meterWh,
        @Nullable Instant at,
        @Nullable Long reservation) {}
