package org.ohmstead.charging.readings;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a meter showed at one moment.
 *
 * @param at      by the clock of the station; null: it did not say
 * @param samples as they came
 */
public record Reading(@Nullable Instant at, List<Sample> samples) {
    public Reading {
        samples = List.copyOf(samples);
    }

    public void write(CanonicalText text) {
        writeSamples(text.with("at", at));
    }

    void writeSamples(CanonicalText text) {
        text.each("sample", samples, (each, sample) -> sample.write(each));
    }
}
