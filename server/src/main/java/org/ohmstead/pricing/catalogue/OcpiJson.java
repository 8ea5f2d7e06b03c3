package org.ohmstead.pricing.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.ocpi.OcpiTariff;

/** Tariffs as they are kept: as OCPI's JSON, with decimals exact. */
final class OcpiJson {
    private static final int LONGEST = 1 << 18;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private OcpiJson() {}

    /** @throws Refused invalid where it is too long, or holds what no database keeps as it is */
    static String write(String path, OcpiTariff form) {
        try {
            String json = MAPPER.writeValueAsString(form);
            if (json.length() > LONGEST) {
                throw Refused.invalid(
                        path, path + " has " + json.length() + " characters; allowed are " + LONGEST + ".");
            }
            if (json.contains("\\u0000")) {
                throw Refused.invalid(path, path + " holds the character 0; allowed is any other one.");
            }
            return TariffRules.whole(path, json);
        } catch (JsonProcessingException e) {
            throw Refused.invalid(path, path + " cannot be written as JSON: " + e.getOriginalMessage());
        }
    }

    static OcpiTariff read(String json) {
        try {
            return MAPPER.readValue(json, OcpiTariff.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored tariff cannot be read: " + e.getOriginalMessage(), e);
        }
    }
}
