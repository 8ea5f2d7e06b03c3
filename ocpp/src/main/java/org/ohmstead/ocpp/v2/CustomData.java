package org.ohmstead.ocpp.v2;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.ohmstead.ocpp.schema.MaxLength;
import org.ohmstead.ocpp.schema.OtherFields;

/**
 * What a vendor added to an object.
 *
 * @param vendorId whose extension it is
 * @param fields   everything else in the object
 */
public record CustomData(
        @MaxLength(255) String vendorId, @OtherFields Map<String, JsonNode> fields) {}
