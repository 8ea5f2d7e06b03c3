package org.ohmstead.devicemodel.ocpp2;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

/** What a page of the device model says about the power of EVSEs: component {@code EVSE}, variable {@code Power}, maxLimit. */
final class RatedPower {
    private static final BigDecimal KILO = BigDecimal.valueOf(1000);

    private RatedPower() {}

    /**
     * @param reportData as it came, so any part of it may be missing or of another type
     * @return by EVSE, in W
     */
    static Map<Integer, BigDecimal> of(Iterable<JsonNode> reportData) {
        Map<Integer, BigDecimal> watts = new HashMap<>();
        for (JsonNode item : reportData) {
            JsonNode component = item.path("component");
            JsonNode limits = item.path("variableCharacteristics");
            boolean isPower = component.path("name").asText().equalsIgnoreCase("EVSE")
                    && item.path("variable").path("name").asText().equalsIgnoreCase("Power");
            int evse = component.path("evse").path("id").asInt();
            if (isPower && evse > 0 && limits.path("maxLimit").isNumber()) {
                BigDecimal most = limits.path("maxLimit").decimalValue();
                boolean kilo = limits.path("unit").asText().equalsIgnoreCase("kW");
                watts.put(evse, kilo ? most.multiply(KILO) : most);
            }
        }
        return watts;
    }
}
