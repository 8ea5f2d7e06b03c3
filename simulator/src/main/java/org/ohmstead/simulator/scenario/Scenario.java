package org.ohmstead.simulator.scenario;

import java.util.List;
import org.ohmstead.simulator.station.StationOptions;

/**
 * A script that has been read.
 *
 * @param options of its station, ready but for what the caller adds
 */
public record Scenario(String file, StationOptions options, List<Step> steps) {

    /**
     * One step.
     *
     * @param text as it was written, for the person who watches
     */
    public record Step(int line, String text, Deed deed) {}

    /** What a step does. */
    @FunctionalInterface
    public interface Deed {
        /** Ends normally when it worked out; a mismatch is an {@link IllegalStateException}. */
        void in(Play play) throws InterruptedException;
    }
}
