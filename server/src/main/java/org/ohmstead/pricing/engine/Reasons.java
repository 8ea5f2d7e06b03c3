package org.ohmstead.pricing.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.tariff.PriceComponent;
import org.ohmstead.pricing.tariff.Range;
import org.ohmstead.pricing.tariff.Restrictions;
import org.ohmstead.pricing.tariff.Tariff;

/** Says in words why a line is what it is. */
public final class Reasons {
    private Reasons() {}

    public static String of(PricedLine line, Tariff tariff) {
        return switch (line.code()) {
            case FIRST_ELEMENT_THAT_HOLDS -> first(line, tariff) + ".";
            case ROUNDED_UP_TO_STEP ->
                first(line, tariff) + ". The sum is rounded up to whole steps of " + step(line.component())
                        + ", at this price.";
            case NO_ELEMENT_HOLDS ->
                "No element of the tariff has " + line.dimension() + " and holds here, so that it is free.";
            case NOT_CREDITED ->
                "It went back into the grid, and no element that holds is for power or current below 0, so that it is"
                        + " not credited.";
            case MIN_PRICE -> "The tariff says what a session costs at least.";
            case MAX_PRICE -> "The tariff says what a session costs at most.";
        };
    }

    private static String step(@Nullable PriceComponent component) {
        if (component == null) {
            return "nothing";
        }
        return component.step()
                + switch (component.dimension()) {
                    case ENERGY -> " Wh";
                    case TIME, PARKING_TIME -> " s";
                    case FLAT -> "";
                };
    }

    private static String first(PricedLine line, Tariff tariff) {
        int element = line.element() == null ? 1 : line.element();
        List<String> holds = words(tariff.elements().get(element - 1).restrictions());
        String which = "Element " + element + " is the first with " + line.dimension();
        return holds.isEmpty()
                ? which + ", and has no restrictions"
                : which + " whose restrictions hold: " + String.join(", ", holds);
    }

    private static List<String> words(Restrictions restrictions) {
        List<String> words = new ArrayList<>();
        add(words, "", restrictions.time().start(), restrictions.time().end(), " local time");
        add(words, "", restrictions.dates().start(), restrictions.dates().end(), "");
        if (!restrictions.days().isEmpty()) {
            words.add(restrictions.days().stream().sorted().map(Enum::name).collect(Collectors.joining(" or ")));
        }
        add(words, "energy ", restrictions.kwh(), " kWh");
        add(words, "current ", restrictions.current(), " A");
        add(words, "power ", restrictions.power(), " kW");
        add(words, "duration ", restrictions.duration(), " s");
        add(words, "parked ", restrictions.parking(), " s");
        if (restrictions.reservation() != null) {
            words.add(restrictions.reservation().name());
        }
        return words;
    }

    private static void add(List<String> words, String what, Range range, String unit) {
        add(words, what, range.min(), range.max(), unit);
    }

    private static void add(List<String> words, String what, @Nullable Object from, @Nullable Object to, String unit) {
        if (from != null || to != null) {
            words.add(what
                    + (from == null ? "" : "from " + from)
                    + (from == null || to == null ? "" : " ")
                    + (to == null ? "" : "up to " + to)
                    + unit);
        }
    }
}
