package org.ohmstead.pricing.sessions;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.pricing.charge.Exact;
import org.ohmstead.pricing.engine.Cost;
import org.ohmstead.pricing.engine.LargestRemainder;
import org.ohmstead.pricing.engine.Priced;
import org.ohmstead.pricing.engine.PricedLine;
import org.ohmstead.pricing.engine.PricedLine.Part;
import org.ohmstead.pricing.tariff.Dimension;
import org.ohmstead.pricing.tariff.PriceComponent;

/** What stands on a bill of a price: its lines by what they are priced with. */
final class PricedItems {
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final int DECIMALS = 4;

    /** @param price null: of a limit; so {@code dimension}. Numbers without zeros behind, so that equal ones are the same */
    private record Key(
            Part part,
            @Nullable Dimension dimension,
            @Nullable BigDecimal price,
            @Nullable BigDecimal vat) {}

    private record Sum(BigDecimal billed, Cost cost) {
        Sum plus(Sum other) {
            return new Sum(billed.add(other.billed), cost.plus(other.cost));
        }
    }

    private PricedItems() {}

    static List<PricedItem> of(Priced priced) {
        Map<Key, Sum> sums = new LinkedHashMap<>();
        priced.lines().stream()
                .filter(line -> line.component() != null)
                .forEach(line -> sums.merge(key(line), new Sum(line.billed(), line.cost()), Sum::plus));
        List<Cost> limits = priced.lines().stream()
                .filter(line -> line.part() == Part.LIMIT)
                .map(PricedLine::cost)
                .toList();
        limits.forEach(limit -> spread(limit, sums));
        List<Key> keys = List.copyOf(sums.keySet());
        List<Cost> costs = keys.stream()
                .map(key -> Objects.requireNonNull(sums.get(key)).cost())
                .toList();
        Cost payable = priced.payable(RoundingMode.HALF_UP);
        List<BigDecimal> exclVat = rounded(costs, Cost::exclVat, payable.exclVat());
        List<BigDecimal> inclVat = rounded(costs, Cost::inclVat, payable.inclVat());
        return IntStream.range(0, keys.size())
                .mapToObj(i -> item(
                        keys.get(i),
                        Objects.requireNonNull(sums.get(keys.get(i))).billed(),
                        new Cost(exclVat.get(i), inclVat.get(i))))
                .toList();
    }

    private static List<BigDecimal> rounded(List<Cost> costs, Function<Cost, BigDecimal> amount, BigDecimal total) {
        return LargestRemainder.spread(costs.stream().map(amount).toList(), total);
    }

    private static Key key(PricedLine line) {
        PriceComponent by = Objects.requireNonNull(line.component());
        return new Key(line.part(), line.dimension(), plain(by.price()), plain(by.vat()));
    }

    private static @Nullable BigDecimal plain(@Nullable BigDecimal number) {
        return number == null
                ? null
                : new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** Of a limit each rate of tax has its share, by what is taxed with it. */
    private static void spread(Cost limit, Map<Key, Sum> sums) {
        Map<Key, Cost> byRate = new LinkedHashMap<>();
        sums.forEach((key, sum) -> byRate.merge(new Key(Part.LIMIT, null, null, key.vat()), sum.cost(), Cost::plus));
        Cost all = byRate.values().stream().reduce(Cost.ZERO, Cost::plus);
        if (all.exclVat().signum() == 0 || all.inclVat().signum() == 0) {
            sums.merge(new Key(Part.LIMIT, null, null, null), new Sum(BigDecimal.ONE, limit), Sum::plus);
            return;
        }
        List<Key> rates = new ArrayList<>(byRate.keySet());
        for (Key rate : rates) {
            Cost own = Objects.requireNonNull(byRate.get(rate));
            Cost share = new Cost(
                    Exact.quotient(limit.exclVat().multiply(own.exclVat()), all.exclVat()),
                    Exact.quotient(limit.inclVat().multiply(own.inclVat()), all.inclVat()));
            sums.merge(
                    rate,
                    new Sum(BigDecimal.ONE, share),
                    (one, other) -> new Sum(BigDecimal.ONE, one.cost().plus(other.cost())));
        }
    }

    private static PricedItem item(Key key, BigDecimal billed, Cost cost) {
        boolean isTime = key.dimension() == Dimension.TIME || key.dimension() == Dimension.PARKING_TIME;
        BigDecimal volume = isTime
                ? billed.divide(SECONDS_PER_HOUR, DECIMALS, RoundingMode.HALF_UP)
                : billed.setScale(DECIMALS, RoundingMode.HALF_UP);
        String unit = isTime ? "h" : key.dimension() == Dimension.ENERGY ? "kWh" : "session";
        return new PricedItem(
                key.part().name().toLowerCase(Locale.ROOT),
                unit,
                key.price(),
                key.vat(),
                volume,
                cost.exclVat(),
                cost.inclVat());
    }
}
