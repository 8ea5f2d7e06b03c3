package org.ohmstead.ocpp.v2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.OtherFields;

/** Custom Data. */
public record CustomData(
        @MaxLength(255) String vendorId, @OtherFields Map<String, JsonNode> fields) {}
