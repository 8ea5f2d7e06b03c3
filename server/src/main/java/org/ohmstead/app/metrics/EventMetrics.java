package org.ohmstead.app.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;

/** Counts what happened since the start, at any node, by kind: {@code ohmstead_events_total}. */
@Singleton
class EventMetrics implements EventListener {
    private final MeterRegistry registry;
    private final Map<String, Counter> kinds = new ConcurrentHashMap<>();

    @Inject
    EventMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "metrics";
    }

    @Override
    public Kind kind() {
        return Kind.LOCAL;
    }

    @Override
    public void on(StoredEvent event) {
        kinds.computeIfAbsent(event.kind(), this::counter).increment();
    }

    private Counter counter(String kind) {
        return Counter.builder("ohmstead.events")
                .description("Facts that were committed and told to listeners")
                .tag("kind", kind)
                .register(registry);
    }
}
