package org.ohmstead.pricing.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.ohmstead.pricing.charge.Activity;
import org.ohmstead.pricing.charge.Charge;
import org.ohmstead.pricing.charge.MeteredSession;
import org.ohmstead.pricing.charge.Reading;
import org.ohmstead.pricing.engine.Priced;
import org.ohmstead.pricing.engine.Pricing;
import org.ohmstead.pricing.ocpi.OcpiComponent;
import org.ohmstead.pricing.ocpi.OcpiElement;
import org.ohmstead.pricing.ocpi.OcpiPrice;
import org.ohmstead.pricing.ocpi.OcpiTariff;
import org.ohmstead.pricing.ocpi.TariffForm;
import org.ohmstead.pricing.tariff.Dimension;

/** What stands on a bill is exactly what is to be paid. */
class PricedItemsTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    private static OcpiComponent price(Dimension dimension, String price, @Nullable String vat) {
        return new OcpiComponent(dimension, new BigDecimal(price), vat == null ? null : new BigDecimal(vat), 1);
    }

    private static Priced priced(@Nullable String min, @Nullable String max, OcpiComponent... components) {
        OcpiTariff tariff = new OcpiTariff(
                null,
                null,
                null,
                "EUR",
                null,
                null,
                null,
                min == null ? null : new OcpiPrice(new BigDecimal(min), null),
                max == null ? null : new OcpiPrice(new BigDecimal(max), null),
                List.of(new OcpiElement(List.of(components), null)),
                null,
                null,
                null,
                null);
        List<Reading> readings = List.of(
                Reading.of(NOON, BigDecimal.ZERO),
                Reading.of(NOON.plusSeconds(1200), new BigDecimal("3.333")),
                Reading.of(NOON.plusSeconds(1200), Activity.PARKED),
                Reading.of(NOON.plusSeconds(1800), new BigDecimal("3.333")));
        Charge charge = new Charge(
                ZoneOffset.UTC,
                Currency.getInstance("EUR"),
                NOON,
                NOON.plusSeconds(1800),
                new MeteredSession(NOON, NOON.plusSeconds(1800), readings).parts(),
                false);
        return Pricing.price(TariffForm.read("tariff", tariff), charge);
    }

    private static List<String> items(Priced priced) {
        List<PricedItem> items = PricedItems.of(priced);
        var payable = priced.payable(RoundingMode.HALF_UP);
        assertThat(items.stream().map(PricedItem::exclVat).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(payable.exclVat());
        assertThat(items.stream().map(PricedItem::inclVat).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(payable.inclVat());
        return items.stream()
                .map(item -> item.part() + " " + item.vat() + " " + item.exclVat() + " " + item.inclVat())
                .toList();
    }

    @Test
    void lines_with_the_same_price_are_one_item() {
        assertThat(items(priced(
                        null, null, price(Dimension.ENERGY, "0.333", "19"), price(Dimension.PARKING_TIME, "1.5", "7"))))
                .containsExactly("energy 19 1.11 1.32", "parking 7 0.25 0.27"); // 3.333 * 0.333 = 1.10989; 10 min * 1.5
    }

    @Test
    void a_least_price_has_a_share_for_each_rate_of_tax() {
        assertThat(items(priced("10", null, price(Dimension.FLAT, "3", "20"), price(Dimension.TIME, "3", "10"))))
                // 3 + 20 min * 3 = 4 excluding, so 6 are added: 4.5 with 20 %, 1.5 with 10 %
                .containsExactly("fixed 20 3.00 3.60", "time 10 1.00 1.10", "limit 20 4.50 5.40", "limit 10 1.50 1.65");
    }

    @Test
    void a_highest_price_takes_off() {
        assertThat(items(priced(null, "2", price(Dimension.FLAT, "3", "20"))))
                .containsExactly("fixed 20 3.00 3.60", "limit 20 -1.00 -1.20");
    }

    @Test
    void what_is_free_has_no_item_or_one_of_nothing() {
        assertThat(items(priced(null, null, price(Dimension.FLAT, "0", null)))).containsExactly("fixed null 0.00 0.00");
        assertThat(items(priced("1", null, price(Dimension.FLAT, "0", null))))
                .containsExactly("fixed null 0.00 0.00", "limit null 1.00 1.00");
    }
}
