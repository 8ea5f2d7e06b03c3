package org.ohmstead.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;

/**
 * A vendor's message.
 *
 * @param vendorId   as the station wrote it
 * @param messageId  as the station wrote it; empty: none
 * @param data       what it carries: an object or a list also where it came as a text, because 1.6 has nothing but texts
 *                   (field note 136); any other text as it came; null: nothing
 * @param sent       the same as it came
 * @param receivedAt our clock
 */
public record VendorMessage(
        StationRef station,
        OcppVersion version,
        String vendorId,
        String messageId,
        @Nullable JsonNode data,
        @Nullable JsonNode sent,
        Instant receivedAt) {}
