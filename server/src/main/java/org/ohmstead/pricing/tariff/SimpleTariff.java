package org.ohmstead.pricing.tariff;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form that most tariffs have: so much per kWh, per hour and per session, and so much per hour for a vehicle that stays when it is
 * full. What is null is free.
 *
 * @param energy  per kWh
 * @param time    per hour of charging
 * @param session once
 * @param idle    per hour parked, after the grace
 * @param grace   s of parking that are free; 0: none
 * @param vat     tax in percent on all of it; null: there is none
 */
public record SimpleTariff(
        Currency currency,
        @Nullable BigDecimal energy,
        @Nullable BigDecimal time,
        @Nullable BigDecimal session,
        @Nullable BigDecimal idle,
        int grace,
        @Nullable BigDecimal vat) {
    private static final int NO_ROUNDING = 1;

    /** The same as elements. Where nothing has a price it is free of charge, which a fee of 0 says. */
    public Tariff full() {
        List<PriceComponent> always = new ArrayList<>();
        add(always, Dimension.FLAT, session);
        add(always, Dimension.ENERGY, energy);
        add(always, Dimension.TIME, time);
        if (grace == 0) {
            add(always, Dimension.PARKING_TIME, idle);
        }
        List<TariffElement> elements = new ArrayList<>();
        if (idle != null && grace > 0) {
            List<PriceComponent> parked = new ArrayList<>();
            add(parked, Dimension.PARKING_TIME, idle);
            elements.add(new TariffElement(parked, Restrictions.parked(new Range(BigDecimal.valueOf(grace), null))));
        }
        if (always.isEmpty() && elements.isEmpty()) {
            add(always, Dimension.FLAT, BigDecimal.ZERO);
        }
        if (!always.isEmpty()) {
            elements.add(new TariffElement(always, Restrictions.NONE));
        }
        return Tariff.of(currency, elements);
    }

    private void add(List<PriceComponent> components, Dimension dimension, @Nullable BigDecimal price) {
        if (price != null) {
            components.add(new PriceComponent(dimension, price, vat, NO_ROUNDING));
        }
    }

    /** The simple form of a tariff; empty: it says more than this form can. */
    public static Optional<SimpleTariff> of(Tariff tariff) {
        List<PriceComponent> all = tariff.elements().stream()
                .flatMap(element -> element.components().stream())
                .toList();
        SimpleTariff simple = new SimpleTariff(
                tariff.currency(),
                price(all, Dimension.ENERGY),
                price(all, Dimension.TIME),
                price(all, Dimension.FLAT),
                price(all, Dimension.PARKING_TIME),
                grace(tariff),
                all.getFirst().vat());
        return simple.says(tariff) ? Optional.of(simple) : Optional.empty();
    }

    private static @Nullable BigDecimal price(List<PriceComponent> all, Dimension dimension) {
        return all.stream()
                .filter(component -> component.dimension() == dimension)
                .findFirst()
                .map(PriceComponent::price)
                .orElse(null);
    }

    private static int grace(Tariff tariff) {
        return tariff.elements().stream()
                .map(element -> element.restrictions().parking().min())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(BigDecimal::intValue)
                .orElse(0);
    }

    /** Whether it is that tariff, but for its name, its time and how its rounding is written. */
    private boolean says(Tariff tariff) {
        return tariff.limits().equals(Tariff.Limits.NONE) && set(full()).equals(set(tariff));
    }

    /** In no order, because nothing in a simple form hides anything else; a component that stands twice makes it longer. */
    private static List<String> set(Tariff tariff) {
        return tariff.elements().stream()
                .flatMap(element -> element.components().stream()
                        .map(component -> component.dimension() + " " + plain(component.price()) + " "
                                + plain(component.vat()) + " " + Math.max(NO_ROUNDING, component.step()) + " "
                                + element.restrictions()))
                .sorted()
                .toList();
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros().toPlainString();
    }
}
