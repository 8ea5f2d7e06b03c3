package org.ohmstead.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.ocpi.OcpiTariff;

/** What the API answers: prices with their reasons, previews, and what is refused by its place in the JSON. */
class TariffPricingTest {
    private static final String BODY = """
            {"timeZone": "Europe/Berlin",
             "tariff": {"country_code": "DE", "party_id": "ALL", "id": "1", "currency": "EUR", "colour": "red",
              "min_price": {"excl_vat": 0.5, "incl_vat": 0.6}, "max_price": {"excl_vat": 50},
              "elements": [
               {"price_components": [{"type": "ENERGY", "price": 0.4, "vat": 19, "step_size": 1000, "shape": "round"}],
                "restrictions": {"start_time": "09:00", "end_time": "17:00", "day_of_week": ["MONDAY", "FRIDAY"],
                 "start_date": "2026-01-01", "end_date": "2027-01-01", "min_kwh": 0, "max_kwh": 100, "min_duration": 0,
                 "min_power": -5, "max_power": 400, "min_current": -5, "max_parking_time": 60}},
               {"price_components": [{"type": "FLAT", "price": 1}]}],
              "start_date_time": "2026-01-01T00:00:00Z", "end_date_time": "2027-01-01T00:00:00", "last_updated": "2026-01-01T00:00:00Z",
              "tariff_alt_text": [{"language": "en", "text": "Dear"}], "energy_mix": {"is_green_energy": true}},
             "cdr": {"id": "7", "start_date_time": "2026-01-12T10:00:00Z", "end_date_time": "2026-01-12T11:00:00Z", "currency": "EUR",
              "charging_periods": [{"start_date_time": "2026-01-12T10:00:00Z", "tariff_id": "1",
               "dimensions": [{"type": "ENERGY", "volume": 9.5}, {"type": "TIME", "volume": 1}, {"type": "CURRENT", "volume": 16}]}]}}
            """;

    private final TariffPricingResource resource = new TariffPricingResource();

    private static ObjectNode body() throws IOException {
        return (ObjectNode) PricingCasesTest.JSON.readTree(BODY);
    }

    private PricedView priced(JsonNode body) {
        try {
            return resource.price(PricingCasesTest.JSON.treeToValue(body, PriceBody.class));
        } catch (JsonProcessingException e) {
            throw JsonBody.problem(e);
        }
    }

    @Test
    void a_line_says_which_element_priced_it_and_why() throws IOException {
        PricedView priced = priced(body());
        assertThat(priced.lines()).hasSize(3);
        PricedLineView energy = priced.lines().stream()
                .filter(line -> line.code().equals("rounded_up_to_step"))
                .findFirst()
                .orElseThrow();
        assertThat(energy.element()).isEqualTo(1);
        assertThat(energy.volume()).isEqualByComparingTo("9.5");
        assertThat(energy.billedVolume()).isEqualByComparingTo("10");
        assertThat(energy.price()).isEqualByComparingTo("0.4");
        assertThat(energy.cost().inclVat()).isEqualByComparingTo("4.76");
        assertThat(energy.reason())
                .isEqualTo(
                        "Element 1 is the first with ENERGY whose restrictions hold: from 09:00 up to 17:00 local time,"
                                + " from 2026-01-01 up to 2027-01-01, MONDAY or FRIDAY, energy from 0 up to 100 kWh, current from"
                                + " -5 A, power from -5 up to 400 kW, duration from 0 s, parked up to 60 s. The sum is rounded up to"
                                + " whole steps of 1000 Wh, at this price.");
        assertThat(priced.lines())
                .extracting(PricedLineView::reason)
                .contains(
                        "Element 2 is the first with FLAT, and has no restrictions.",
                        "No element of the tariff has TIME and holds here, so that it is free.");
        assertThat(priced.tariffValid()).isTrue();
        assertThat(priced.totalCost().exclVat()).isEqualByComparingTo("5");
    }

    @Test
    void limits_are_lines_with_a_reason() throws IOException {
        ObjectNode cheap = body();
        ((ObjectNode) cheap.at("/tariff/min_price")).put("excl_vat", 6).put("incl_vat", 7);
        PricedLineView line = priced(cheap).lines().getLast();
        assertThat(line.phase()).isEqualTo("limit");
        assertThat(line.code()).isEqualTo("min_price");
        assertThat(line.cost().exclVat()).isEqualByComparingTo("1");
        assertThat(line.reason()).isEqualTo("The tariff says what a session costs at least.");
        ObjectNode dear = body();
        ((ObjectNode) dear.at("/tariff/max_price")).put("excl_vat", 1);
        assertThat(priced(dear).lines().getLast().reason()).isEqualTo("The tariff says what a session costs at most.");
    }

    @Test
    void a_tariff_that_was_not_valid_then_is_told() throws IOException {
        ObjectNode early = body();
        ((ObjectNode) early.path("tariff")).put("start_date_time", "2026-01-12T10:00:01Z");
        assertThat(priced(early).tariffValid()).isFalse();
        ObjectNode late = body();
        ((ObjectNode) late.path("tariff")).put("end_date_time", "2026-01-12T10:00:00");
        assertThat(priced(late).tariffValid()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /timeZone                                        | "Mars/Olympus"  | timeZone | Asia/Tashkent
                    /timeZone                                        |                 | timeZone | missing
                    /tariff                                          |                 | tariff | missing
                    /cdr                                             |                 | cdr | missing
                    /tariff/currency                                 | "XXX"           | tariff.currency | ISO 4217
                    /tariff/currency                                 | "Euro"          | tariff.currency | ISO 4217
                    /tariff/type                                     | "SECRET"        | tariff.type | PROFILE_CHEAP
                    /tariff/elements                                 | []              | tariff.elements | 1 to 100
                    /tariff/elements                                 | {}              | tariff.elements | list
                    /tariff/elements/1/price_components              | []              | tariff.elements[1].price_components | 1 to 20
                    /tariff/elements/0/price_components/0/type       | "WATER"         | tariff.elements[0].price_components[0].type | PARKING_TIME
                    /tariff/elements/0/price_components/0/type       |                 | tariff.elements[0].price_components[0].type | missing
                    /tariff/elements/0/price_components/0/price      | "0.4"           | tariff.elements[0].price_components[0].price | number
                    /tariff/elements/0/price_components/0/price      | -0.1            | tariff.elements[0].price_components[0].price | 0 and more
                    /tariff/elements/0/price_components/0/price      | 1e999999999     | tariff.elements[0].price_components[0].price | 12
                    /tariff/elements/0/price_components/0/price      | 1e-999999       | tariff.elements[0].price_components[0].price | 12
                    /tariff/elements/0/price_components/0/vat        | 101             | tariff.elements[0].price_components[0].vat | 0 to 100
                    /tariff/elements/0/price_components/0/step_size  | -1              | tariff.elements[0].price_components[0].step_size | 0 and more
                    /tariff/elements/0/restrictions/start_time       | "9:00"          | tariff.elements[0].restrictions.start_time | 23:59
                    /tariff/elements/0/restrictions/end_time         | "24:00"         | tariff.elements[0].restrictions.end_time | 23:59
                    /tariff/elements/0/restrictions/start_date       | "2026-02-30"    | tariff.elements[0].restrictions.start_date | 2026-01-31
                    /tariff/elements/0/restrictions/day_of_week      | ["SOMEDAY"]     | tariff.elements[0].restrictions.day_of_week | SUNDAY
                    /tariff/elements/0/restrictions/min_kwh          | -1              | tariff.elements[0].restrictions.min_kwh | 0 and more
                    /tariff/elements/0/restrictions/min_duration     | -1              | tariff.elements[0].restrictions.min_duration | 0 and more
                    /tariff/elements/0/restrictions/reservation      | "MAYBE"         | tariff.elements[0].restrictions.reservation | RESERVATION_EXPIRES
                    /tariff/min_price                                | {}              | tariff.min_price.excl_vat | missing
                    /tariff/min_price/excl_vat                       | 51              | tariff.min_price | not above
                    /tariff/start_date_time                          | "today"         | tariff.start_date_time | 2026-01-31
                    /cdr/currency                                    | "USD"           | cdr.currency | EUR
                    /cdr/start_date_time                             |                 | cdr.start_date_time | missing
                    /cdr/end_date_time                               | "2026-01-12T09:59:59Z" | cdr.end_date_time | 366 days
                    /cdr/end_date_time                               | "2027-01-14T10:00:00Z" | cdr.end_date_time | 366 days
                    /cdr/charging_periods                            | []              | cdr.charging_periods | 1 to 20000
                    /cdr/charging_periods/0/start_date_time          | "2026-01-12T09:00:00Z" | cdr.charging_periods[0].start_date_time | allowed is
                    /cdr/charging_periods/0/start_date_time          | "2026-01-12T11:00:01Z" | cdr.charging_periods[0].start_date_time | allowed is
                    /cdr/charging_periods/0/dimensions/0/type        | "ENRGY"         | cdr.charging_periods[0].dimensions[0].type | ENERGY_IMPORT
                    /cdr/charging_periods/0/dimensions/0/type        | "TIME"          | cdr.charging_periods[0].dimensions[1].type | once
                    /cdr/charging_periods/0/dimensions/1/volume      | -1              | cdr.charging_periods[0].dimensions[1].volume | 0 and more
                    /cdr/charging_periods/0/dimensions/1/volume      |                 | cdr.charging_periods[0].dimensions[1].volume | missing
                    """)
    void what_is_wrong_is_refused_by_its_place(String pointer, String value, String field, String says)
            throws IOException {
        JsonNode body = body();
        int slash = pointer.lastIndexOf('/');
        JsonNode parent = body.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (value == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, PricingCasesTest.JSON.readTree(value));
        }
        assertThatThrownBy(() -> priced(body)).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.field()).isEqualTo(field);
            assertThat(refused.detail()).contains(field).contains(says);
        });
    }

    @Test
    void more_periods_than_anybody_needs_are_refused() throws IOException {
        ObjectNode many = body();
        ArrayNode periods = (ArrayNode) many.at("/cdr/charging_periods");
        JsonNode one = periods.get(0);
        while (periods.size() <= 20_000) {
            periods.add(one);
        }
        assertThatThrownBy(() -> priced(many))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.detail()).contains("20001", "20000"));
    }

    @Test
    void more_lines_than_anybody_reads_are_refused() throws IOException {
        ObjectNode body = body();
        ArrayNode elements = ((ObjectNode) body.path("tariff")).putArray("elements");
        for (int i = 0; i < 100; i++) {
            ObjectNode element = elements.addObject();
            element.putArray("price_components").addObject().put("type", "TIME").put("price", i);
            element.putObject("restrictions")
                    .put("start_time", "%02d:%02d".formatted(i / 5, i % 5 * 10))
                    .put("end_time", "%02d:%02d".formatted(i / 5, i % 5 * 10 + 5));
        }
        ((ObjectNode) body.path("cdr")).put("end_date_time", "2027-01-12T10:00:00Z");
        ((ObjectNode) body.at("/cdr/charging_periods/0/dimensions/1")).put("volume", 365 * 24);
        assertThatThrownBy(() -> priced(body))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.detail()).contains("make 73002 lines", "10000"));
    }

    @Test
    void a_tariff_keeps_all_that_ocpi_has_for_it() throws IOException {
        JsonNode tariff = body().path("tariff");
        OcpiTariff read = PricingCasesTest.JSON.treeToValue(tariff, OcpiTariff.class);
        JsonNode written = PricingCasesTest.JSON.readTree(PricingCasesTest.JSON.writeValueAsString(read));
        ((ObjectNode) tariff).remove("colour");
        ((ObjectNode) tariff.at("/elements/0/price_components/0")).remove("shape");
        assertThat(written).isEqualTo(PricingCasesTest.JSON.readTree(tariff.toString()));
    }

    private PreviewView preview(String json) {
        try {
            return resource.preview(PricingCasesTest.JSON.readValue(json, PreviewBody.class));
        } catch (JsonProcessingException e) {
            throw JsonBody.problem(e);
        }
    }

    @Test
    void a_preview_shows_the_cost_at_every_moment_of_a_session_that_nobody_had() {
        PreviewView preview = preview("""
                {"timeZone": "UTC",
                 "simple": {"currency": "EUR", "perKwh": 0.5, "perSession": 1, "idlePerHour": 6, "idleGraceSeconds": 600, "vat": 10},
                 "session": {"start": "2026-01-12T10:00:00Z", "powerW": 10000, "energyWh": 10000, "durationSeconds": 7200}}
                """);
        // 10 kWh x 0.5 + 1 + 50 min x 6/h
        assertThat(preview.price().totalCost().exclVat()).isEqualByComparingTo("11");
        assertThat(preview.price().totalCost().inclVat()).isEqualByComparingTo("12.1");
        assertThat(preview.simple()).isNotNull();
        assertThat(preview.tariff().elements()).hasSize(2);
        assertThat(preview.curve()).hasSizeBetween(61, 70);
        assertThat(at(preview, "2026-01-12T10:00:00Z").cost().exclVat()).isEqualByComparingTo("1");
        assertThat(at(preview, "2026-01-12T10:30:00Z").energyWh()).isEqualByComparingTo("5000");
        assertThat(at(preview, "2026-01-12T10:30:00Z").cost().exclVat()).isEqualByComparingTo("3.5");
        assertThat(at(preview, "2026-01-12T11:10:00Z").cost().exclVat()).isEqualByComparingTo("6");
        assertThat(at(preview, "2026-01-12T11:40:00Z").cost().exclVat()).isEqualByComparingTo("9");
        List<BigDecimal> costs =
                preview.curve().stream().map(point -> point.cost().exclVat()).toList();
        assertThat(costs).isSorted();
        assertThat(preview.curve().getLast().cost()).isEqualTo(preview.price().totalCost());
    }

    private static PreviewView.Point at(PreviewView preview, String moment) {
        return preview.curve().stream()
                .filter(point -> point.at().toString().equals(moment))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_preview_of_a_full_tariff_has_no_simple_form_where_there_is_none() throws IOException {
        String session =
                ", \"session\": {\"start\": \"2026-01-12T10:00:00Z\", \"powerW\": 22000, \"energyWh\": 11000}}";
        PreviewView full = preview("{\"timeZone\": \"UTC\", \"tariff\": " + body().path("tariff") + session);
        assertThat(full.simple()).isNull();
        assertThat(full.price().totalEnergy()).isEqualByComparingTo("11");
        assertThat(full.price().totalTime()).isEqualByComparingTo("0.5");
        PreviewView plain = preview(
                "{\"timeZone\": \"UTC\", \"tariff\": {\"currency\": \"UZS\", \"elements\": [{\"price_components\":"
                        + " [{\"type\": \"ENERGY\", \"price\": 2000, \"vat\": 12.0, \"step_size\": 0}]}]}" + session);
        assertThat(plain.simple()).isNotNull();
        assertThat(plain.price().payable().inclVat()).isEqualByComparingTo("24640");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"timeZone": "UTC"}                                                       | tariff
                    {"timeZone": "UTC", "simple": {}}                                         | simple.currency
                    {"timeZone": "UTC", "simple": {"currency": "EUR", "perKwh": -1}}          | simple.perKwh
                    {"timeZone": "UTC", "simple": {"currency": "EUR", "idleGraceSeconds": -1}} | simple.idleGraceSeconds
                    {"timeZone": "UTC", "simple": {"currency": "EUR"}, "tariff": {}}          | simple
                    {"timeZone": "UTC", "simple": {"currency": "EUR"}}                        | session
                    {"timeZone": "UTC", "simple": {"currency": "EUR"}, "session": {}}         | session.start
                    {"timeZone": "UTC", "simple": {"currency": "EUR"}, "session": {"start": "2026-01-12T10:00:00Z"}} | session.powerW
                    {"timeZone": "UTC", "simple": {"currency": "EUR"}, "session": {"start": "2026-01-12T10:00:00Z", "powerW": 0}} | session.powerW
                    {"timeZone": "UTC", "simple": {"currency": "EUR"}, "session": {"start": "2026-01-12T10:00:00Z", "powerW": 100}} | session.durationSeconds
                    {"timeZone": "UTC", "simple": {"currency": "EUR"}, "session": {"start": "2026-01-12T10:00:00Z", "powerW": 100, "durationSeconds": 604801}} | session.durationSeconds
                    {"timeZone": "UTC", "simple": {"currency": "EUR"}, "session": {"start": "2026-01-12T10:00:00Z", "powerW": 100, "energyWh": 17000}} | session.energyWh
                    """)
    void what_cannot_be_previewed_is_refused_by_its_place(String body, String field) {
        assertThatThrownBy(() -> preview(body))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.field()).isEqualTo(field));
    }

    @Test
    void a_reservation_in_which_a_zero_was_measured_with_decimals_has_expired() throws IOException {
        PriceBody body = PricingCasesTest.JSON.readValue("""
                {"timeZone": "UTC", "tariff": {"currency": "EUR", "elements": [
                 {"price_components": [{"type": "FLAT", "price": 4}], "restrictions": {"reservation": "RESERVATION_EXPIRES"}}]},
                 "cdr": {"start_date_time": "2026-01-12T10:00:00Z", "end_date_time": "2026-01-12T11:00:00Z", "currency": "EUR",
                  "charging_periods": [{"start_date_time": "2026-01-12T10:00:00Z",
                   "dimensions": [{"type": "RESERVATION_TIME", "volume": 1}, {"type": "ENERGY", "volume": 0.00}]}]}}
                """, PriceBody.class);
        assertThat(resource.price(body).totalReservationCost().exclVat()).isEqualByComparingTo("4");
    }

    @Test
    void no_body_is_refused() {
        assertThatThrownBy(() -> resource.price(null)).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> resource.preview(null)).isInstanceOf(Refused.class);
    }
}
