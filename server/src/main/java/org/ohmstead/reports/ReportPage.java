package org.ohmstead.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One page of a report, as it came.
 *
 * @param action      the message that brought it, such as {@code NotifyReport}
 * @param request     the requestId of the command that asked for the report
 * @param seqNo       from 0; null: the message has none, and the order of arrival counts
 * @param last        whether no other page follows ({@code tbc} false or absent)
 * @param generatedAt the station's clock; null: the message has none
 * @param receivedAt  our clock
 * @param items       what the page brings, without its envelope
 */
public record ReportPage(
        String action,
        int request,
        @Nullable Integer seqNo,
        boolean last,
        @Nullable Instant generatedAt,
        Instant receivedAt,
        ArrayNode items) {}
