package org.ohmstead.bench.scenario;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.function.ToDoubleFunction;
import org.ohmstead.bench.scenario.ClosedLoop.Figures;

/**
 * Lanes that are measured one after the other, and all of them again: A B A B. What the machine does by itself meanwhile
 * touches all of them alike, so a ratio of neighbours is worth more than two figures of different times.
 */
final class Turns implements AutoCloseable {
    private final Setting setting;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Map<String, List<Figures>> measured = new LinkedHashMap<>();
    private final Map<String, Integer> silent = new LinkedHashMap<>();

    Turns(Setting setting) {
        this.setting = setting;
    }

    /** How a lane comes to be. */
    interface Opening {
        Lane open() throws IOException, InterruptedException, TimeoutException;
    }

    /** Opens a lane and lets it run until the JVM has compiled what it needs. */
    void add(String name, Opening opening) throws IOException, InterruptedException, TimeoutException {
        Lane lane = opening.open();
        lanes.put(name, lane);
        measured.put(name, new ArrayList<>());
        lane.fleet().loop();
        Thread.sleep(setting.warmUp());
        lane.fleet().rest();
    }

    void measure(Duration time) throws InterruptedException {
        for (int round = 0; round < setting.runs(); round++) {
            for (Map.Entry<String, Lane> entry : lanes.entrySet()) {
                Lane lane = entry.getValue();
                Figures figures = ClosedLoop.measure(lane.fleet(), lane.facts(), Duration.ofMillis(500), time);
                measured(entry.getKey()).add(figures);
                silent.put(entry.getKey(), settle(lane));
            }
        }
    }

    /** The last answers come in, and what the server writes behind them is written, before the next one's turn. */
    private static int settle(Lane lane) throws InterruptedException {
        int silent = lane.fleet().unanswered();
        Thread.sleep(300);
        lane.fleet().clear();
        return silent;
    }

    List<Double> each(String name, ToDoubleFunction<Figures> figure) {
        return measured(name).stream().map(figure::applyAsDouble).toList();
    }

    /** What one lane did of another's messages a second, each in its best round: what the machine does only takes away. */
    double ratio(String name, String to) {
        return best(name) / best(to);
    }

    private double best(String name) {
        return measured(name).stream().mapToDouble(Figures::perSecond).max().orElseThrow();
    }

    /** Messages that were refused, and stations that were lost or wait for an answer still. */
    long failures(String name) {
        return measured(name).stream().mapToLong(Figures::errors).sum() + silent.getOrDefault(name, 0);
    }

    List<Figures> measured(String name) {
        List<Figures> figures = measured.get(name);
        if (figures == null) {
            throw new IllegalArgumentException("there is no lane " + name);
        }
        return figures;
    }

    @Override
    public void close() throws IOException {
        for (Lane lane : lanes.values()) {
            lane.close();
        }
    }
}
