package org.ohmstead.bench.report;

import java.util.List;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * One figure.
 *
 * @param runs what each run gave, in their order; one at least
 * @param goal null where there is none
 */
public record Figure(
        String scenario,
        String name,
        Unit unit,
        List<Double> runs,
        @Nullable Goal goal) {
    public Figure {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException(scenario + ", " + name + " was never measured");
        }
    }

    public static Figure of(String scenario, String name, Unit unit, List<Double> runs) {
        return new Figure(scenario, name, unit, runs, null);
    }

    public static Figure of(String scenario, String name, Unit unit, double once) {
        return of(scenario, name, unit, List.of(once));
    }

    public Figure goal(Goal wanted) {
        return new Figure(scenario, name, unit, runs, wanted);
    }

    /** Under which it is kept and compared. */
    public String key() {
        return scenario + ": " + name;
    }

    /** Of an even number of runs the mean of the two in the middle. */
    public double median() {
        double[] sorted = sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public double least() {
        return sorted().min().orElseThrow();
    }

    public double most() {
        return sorted().max().orElseThrow();
    }

    private DoubleStream sorted() {
        return runs.stream().mapToDouble(Double::doubleValue).sorted();
    }

    /** Whether the goal is met, by the median, and by each run where things are counted; true where there is none. */
    public boolean isGood() {
        if (goal == null) {
            return true;
        }
        return unit == Unit.COUNT ? runs.stream().allMatch(goal::isMet) : goal.isMet(median());
    }
}
