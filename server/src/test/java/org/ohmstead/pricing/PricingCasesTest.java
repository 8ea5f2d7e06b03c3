package org.ohmstead.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.StrictJson;

/**
 * Tariffs and CDRs in files, with what they cost to the last digit and how that was calculated. What a case does not name costs
 * nothing.
 */
class PricingCasesTest {
    static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static {
        StrictJson.apply(JSON);
    }

    private static final List<String> FILES =
            List.of("specification", "steps", "thresholds", "calendar", "money", "edges");

    static Stream<Arguments> cases() throws IOException {
        List<Arguments> cases = new ArrayList<>();
        for (String file : FILES) {
            for (JsonNode each : file(file)) {
                cases.add(Arguments.of(file + ": " + each.path("name").asText(), each));
            }
        }
        return cases.stream();
    }

    private static JsonNode file(String name) throws IOException {
        try (InputStream in = PricingCasesTest.class.getResourceAsStream("/pricing/" + name + ".json")) {
            return JSON.readTree(Objects.requireNonNull(in));
        }
    }

    static PricedView price(JsonNode each) throws IOException {
        ObjectNode body = JSON.createObjectNode();
        for (String part : List.of("timeZone", "tariff", "cdr")) {
            body.set(part, each.get(part));
        }
        return new TariffPricingResource().price(JSON.treeToValue(body, PriceBody.class));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void it_costs_what_was_calculated(String name, JsonNode each) throws IOException {
        JsonNode expected = each.path("expected");
        assertThat(shown(expected, price(each)))
                .as(each.path("calculation").asText())
                .isEqualTo(wanted(expected));
    }

    private static List<String> wanted(JsonNode expected) {
        List<String> wanted = new ArrayList<>();
        for (String part : PARTS) {
            JsonNode amounts = expected.path(part);
            wanted.add(part + " "
                    + (amounts.isMissingNode()
                            ? "0.0000 / 0.0000"
                            : amounts.path(0).asText() + " / " + amounts.path(1).asText()));
        }
        for (String more : List.of("hours", "parkedHours", "kwh", "lines", "payable")) {
            if (expected.has(more)) {
                wanted.add(more + " " + text(expected.path(more)));
            }
        }
        return wanted;
    }

    private static final List<String> PARTS = List.of("total", "energy", "time", "parking", "reservation", "fixed");

    private static List<String> shown(JsonNode expected, PricedView priced) {
        List<String> shown = new ArrayList<>();
        shown.add("total " + amounts(priced.totalCost(), " / "));
        shown.add("energy " + amounts(priced.totalEnergyCost(), " / "));
        shown.add("time " + amounts(priced.totalTimeCost(), " / "));
        shown.add("parking " + amounts(priced.totalParkingCost(), " / "));
        shown.add("reservation " + amounts(priced.totalReservationCost(), " / "));
        shown.add("fixed " + amounts(priced.totalFixedCost(), " / "));
        Map<String, String> more = new LinkedHashMap<>();
        more.put("hours", priced.totalTime().toPlainString());
        more.put("parkedHours", priced.totalParkingTime().toPlainString());
        more.put("kwh", priced.totalEnergy().toPlainString());
        more.put("lines", priced.lines().stream().map(PricingCasesTest::line).collect(Collectors.joining(", ")));
        more.put("payable", amounts(priced.payable(), ", "));
        more.forEach((what, value) -> {
            if (expected.has(what)) {
                shown.add(what + " " + value);
            }
        });
        return shown;
    }

    private static String amounts(PriceView price, String between) {
        return price.exclVat().toPlainString() + between + price.inclVat().toPlainString();
    }

    private static String line(PricedLineView line) {
        return line.component() == null
                ? line.code().toUpperCase(Locale.ROOT)
                : line.component() + " " + (line.element() == null ? "-" : line.element());
    }

    private static String text(JsonNode node) {
        List<String> texts = new ArrayList<>();
        node.forEach(each -> texts.add(each.asText()));
        return node.isArray() ? String.join(", ", texts) : node.asText();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void its_lines_are_its_total_in_full_and_in_what_is_to_be_paid(String name, JsonNode each) throws IOException {
        PricedView priced = price(each);
        BigDecimal exact =
                priced.lines().stream().map(line -> line.cost().exclVat()).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal slack = new BigDecimal("0.0001")
                .multiply(BigDecimal.valueOf(priced.lines().size()));
        assertThat(exact.subtract(priced.totalCost().exclVat()).abs()).isLessThanOrEqualTo(slack);
        assertThat(priced.lines().stream()
                        .map(line -> line.payable().exclVat())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(priced.payable().exclVat());
        assertThat(priced.lines().stream()
                        .map(line -> line.payable().inclVat())
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(priced.payable().inclVat());
        assertThat(priced.lines()).allSatisfy(line -> assertThat(line.reason()).endsWith("."));
    }

    @Test
    void there_are_those_of_the_specification_and_80_of_our_own() throws IOException {
        assertThat(cases().count() - file("specification").size()).isGreaterThanOrEqualTo(80);
        assertThat(file("specification").size()).isGreaterThanOrEqualTo(25);
    }
}
