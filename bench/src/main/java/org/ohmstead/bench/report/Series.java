package org.ohmstead.bench.report;

import java.util.Arrays;
import java.util.List;

/**
 * One quantity over time, in equal steps.
 *
 * @param samples in their order
 */
public record Series(String name, Unit unit, List<Double> samples) {
    public Series {
        samples = List.copyOf(samples);
    }

    /**
     * The median of the last quarter over that of the second one; the first is the warm-up. 1 is flat.
     *
     * @param floor what is not above it counts as it: a queue of three is not three times as bad as one of one
     */
    public double growth(double floor) {
        int quarter = samples.size() / 4;
        if (quarter == 0) {
            return 1;
        }
        double early = median(samples.subList(quarter, 2 * quarter));
        double late = median(samples.subList(samples.size() - quarter, samples.size()));
        return Math.max(late, floor) / Math.max(early, floor);
    }

    private static double median(List<Double> some) {
        double[] sorted = some.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
