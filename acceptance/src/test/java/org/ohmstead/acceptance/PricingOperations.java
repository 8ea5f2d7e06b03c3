package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

/** Calls what works out prices: as it should be, and wrongly. */
final class PricingOperations {
    private static final String TARIFF = """
            {"country_code":"DE","party_id":"ALL","id":"13","currency":"EUR","x_note":"of a partner","elements":[{"price_components":[
             {"type":"TIME","price":3.00,"vat":10.0,"step_size":60},{"type":"PARKING_TIME","price":5.00,"vat":20.0,"step_size":300}]}],
             "last_updated":"2015-06-29T20:39:09Z"}""";
    private static final String CDR = """
            {"start_date_time":"2022-01-13T16:00:00Z","end_date_time":"2022-01-13T19:12:00Z","currency":"%s","charging_periods":[
             {"start_date_time":"2022-01-13T16:00:00Z","dimensions":[{"type":"TIME","volume":2.5}]},
             {"start_date_time":"2022-01-13T18:30:00Z","dimensions":[{"type":"PARKING_TIME","volume":0.7}]}]}""";

    private final DocumentedApi api;

    PricingOperations(DocumentedApi api) {
        this.api = api;
    }

    void call() {
        JsonNode priced = api.call("priceCharge").body(price("EUR")).gives(200);
        assertThat(priced.at("/total_cost/excl_vat").decimalValue()).isEqualByComparingTo("11.25");
        assertThat(priced.at("/total_cost/incl_vat").decimalValue()).isEqualByComparingTo("12.75");
        assertThat(priced.path("lines")).hasSize(2);
        JsonNode refused = api.call("priceCharge").body(price("USD")).gives(400);
        assertThat(refused.path("field").asText()).isEqualTo("cdr.currency");
        api.call("priceCharge")
                .body("{\"timeZone\":\"UTC\",\"colour\":\"red\"}")
                .gives(400);

        JsonNode preview = api.call("previewTariff")
                .body("{\"timeZone\":\"Asia/Tashkent\",\"simple\":{\"currency\":\"UZS\",\"perKwh\":2000,\"vat\":12},"
                        + "\"session\":{\"start\":\"2026-01-12T10:00:00Z\",\"powerW\":22000,\"energyWh\":11000}}")
                .gives(200);
        assertThat(preview.at("/price/payable/incl_vat").decimalValue()).isEqualByComparingTo("24640");
        assertThat(preview.at("/simple/perKwh").decimalValue()).isEqualByComparingTo("2000");
        api.call("previewTariff")
                .body("{\"timeZone\":\"UTC\",\"tariff\":" + TARIFF + ",\"session\":{\"start\":\"2026-01-12T10:00:00Z\","
                        + "\"powerW\":22000,\"durationSeconds\":600}}")
                .gives(200);
        api.call("previewTariff").body("{\"timeZone\":\"Nowhere\"}").gives(400);
    }

    private static String price(String currency) {
        return "{\"timeZone\":\"UTC\",\"tariff\":" + TARIFF + ",\"cdr\":" + CDR.formatted(currency) + "}";
    }
}
