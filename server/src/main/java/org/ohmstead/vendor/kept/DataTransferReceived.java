package org.ohmstead.vendor.kept;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.events.Event;

/**
 * A station has sent a vendor's message.
 *
 * @param vendorId  as the station wrote it
 * @param messageId as the station wrote it; null: none
 * @param data      what it carries, without secrets; null: nothing, or too much to be kept
 * @param status    what it was answered: Accepted, Rejected, UnknownMessageId, UnknownVendorId
 */
public record DataTransferReceived(
        long tenant,
        Long station,
        Instant at,
        String identity,
        String vendorId,
        @Nullable String messageId,
        @Nullable JsonNode data,
        String status)
        implements Event {
    @Override
    public String kind() {
        return "data-transfer.received";
    }
}
