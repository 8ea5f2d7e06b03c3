package org.ohmstead.app.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.ohmstead.monitoring.streams.EventStreams;
import org.ohmstead.monitoring.streams.StreamValues;

/** Counts what comes in streams of values. */
@Singleton
class StreamMetrics {
    void register(@Observes StartupEvent event, MeterRegistry registry, StreamValues values, EventStreams streams) {
        FunctionCounter.builder("ohmstead.stream.values.written", values, StreamValues::written)
                .description("Values of streams that were kept")
                .register(registry);
        FunctionCounter.builder("ohmstead.stream.values.dropped", values, StreamValues::dropped)
                .description("Values of streams that found no room, or could not be written")
                .register(registry);
        FunctionCounter.builder("ohmstead.stream.messages.unknown", streams, EventStreams::unknown)
                .description("Messages with values of streams that nobody here has accepted")
                .register(registry);
    }
}
