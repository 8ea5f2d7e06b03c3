package org.ohmstead.messagelog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.codec.Deviation;

/**
 * A frame as it came or went.
 *
 * @param station id of the station
 * @param connection id of the link
 * @param at when it came or went, by our clock
 * @param kind message type of OCPP-J, 2 to 6; 0: unreadable
 * @param action of the CALL, also where this is its answer; null: not known
 * @param messageId null: not readable
 * @param frame the text as it stood on the wire
 * @param deviations what about it differs from the schema
 */
public record Entry(
        long tenant,
        long station,
        long connection,
        Instant at,
        Direction direction,
        int kind,
        @Nullable String action,
        @Nullable String messageId,
        String frame,
        List<Deviation> deviations) {}
