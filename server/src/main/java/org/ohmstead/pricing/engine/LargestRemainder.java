package org.ohmstead.pricing.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds amounts so that their sum is what it has been rounded to: those that lose most by rounding down are rounded up. */
public final class LargestRemainder {
    private LargestRemainder() {}

    /** @param total the sum, rounded to its decimals, which all of them get; of the same size the first gains */
    public static List<BigDecimal> spread(List<BigDecimal> amounts, BigDecimal total) {
        List<BigDecimal> rounded = new ArrayList<>();
        List<BigDecimal> lost = new ArrayList<>();
        BigDecimal missing = total;
        for (BigDecimal amount : amounts) {
            BigDecimal down = Cost.rounded(amount, total.scale(), RoundingMode.FLOOR);
            rounded.add(down);
            lost.add(amount.subtract(down));
            missing = missing.subtract(down);
        }
        int units = missing.unscaledValue().intValueExact();
        IntStream.range(0, amounts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> lost.get(i)).reversed())
                .limit(units)
                .forEach(i -> rounded.set(i, rounded.get(i).add(total.ulp())));
        return rounded;
    }
}
