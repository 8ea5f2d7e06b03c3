package org.ohmstead.dercontrol.timeline;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a station reports of an alarm.
 *
 * @param type       DERControl of OCPP 2.1 that acts, or the station's own word
 * @param fault      what happened in the grid; null: not told
 * @param isOver     whether this is its end
 * @param note       details; null: none
 * @param at         by the station's clock
 * @param receivedAt by ours
 */
public record DerAlarm(
        String type,
        @Nullable String fault,
        boolean isOver,
        @Nullable String note,
        Instant at,
        Instant receivedAt) {}
