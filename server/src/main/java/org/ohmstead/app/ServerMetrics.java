package org.ohmstead.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.function.ToDoubleFunction;
import org.ohmstead.app.socket.StationEndpoint;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.EventRelay;
import org.ohmstead.events.ListenerState;
import org.ohmstead.messagelog.MessageLog;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationLinks;

/** Measures the server as a whole, when somebody asks for {@code /metrics}. */
@Singleton
class ServerMetrics {
    private final MeterRegistry registry;
    private final StationEndpoint endpoint;
    private final StationLinks links;
    private final GroupCommit commits;
    private final Background background;

    @Inject
    ServerMetrics(
            MeterRegistry registry,
            StationEndpoint endpoint,
            StationLinks links,
            GroupCommit commits,
            Background background) {
        this.registry = registry;
        this.endpoint = endpoint;
        this.links = links;
        this.commits = commits;
        this.background = background;
    }

    void register(@Observes StartupEvent event) {
        Gauge.builder("ohmstead.connections", endpoint, StationEndpoint::connections)
                .description("Open sockets of stations")
                .register(registry);
        for (OcppVersion version : OcppVersion.values()) {
            Gauge.builder("ohmstead.stations.connected", links, all -> connected(all, version))
                    .description("Stations that are connected")
                    .tag("version", version.number())
                    .register(registry);
        }
        Gauge.builder("ohmstead.commands.waiting", endpoint, StationEndpoint::waitingCalls)
                .description("Calls to stations that are not answered yet")
                .register(registry);
        Gauge.builder("ohmstead.database.up", background.database(), it -> it.isUp() ? 1 : 0)
                .description("Whether the last write or ping reached the database")
                .register(registry);
        commits();
        behindTheScenes();
    }

    private void commits() {
        Gauge.builder("ohmstead.commit.queue", commits, GroupCommit::queued)
                .description("Units of work that wait for their commit")
                .register(registry);
        counter("ohmstead.commits", "Commits", GroupCommit::commits);
        counter(
                "ohmstead.commit.units",
                "Units of work made durable; by commits it is the mean batch",
                GroupCommit::units);
        counter("ohmstead.commit.unavailable", "Units of work that found no database", GroupCommit::unavailable);
        counter("ohmstead.commit.seconds", "Time spent in commits", it -> it.commitNanos() / 1e9);
    }

    private void behindTheScenes() {
        MessageLog log = background.log();
        Gauge.builder("ohmstead.message.log.waiting", log, MessageLog::waiting)
                .description("Frames that wait to be written to the message log")
                .register(registry);
        FunctionCounter.builder("ohmstead.message.log.dropped", log, MessageLog::dropped)
                .description("Frames that the message log had no room for")
                .register(registry);
        FunctionCounter.builder("ohmstead.message.log.written", log, MessageLog::written)
                .description("Frames in the message log since the start")
                .register(registry);
        Gauge.builder("ohmstead.events.waiting", background.relay(), EventRelay::waiting)
                .description("Events that the listener which is furthest behind has not taken yet")
                .register(registry);
        FunctionCounter.builder("ohmstead.events.abandoned", background.relay(), EventRelay::abandoned)
                .description("Events that a listener failed to take so often that it was given up")
                .register(registry);
        background.relay().names().forEach(this::listener);
    }

    private void listener(String name) {
        gauge(name, "waiting", "Events that the listener has not taken yet", ListenerState::waiting);
        gauge(
                name,
                "held",
                "Those of them that it failed to take, or that wait behind such a one",
                ListenerState::held);
        gauge(
                name,
                "behind.seconds",
                "How long the oldest of them has waited",
                it -> it.behind().toMillis() / 1e3);
        gauge(name, "here", "Whether this node delivers to the listener", it -> it.isHere() ? 1 : 0);
        counter(name, "failures", "Attempts that failed", ListenerState::failures);
        counter(name, "abandoned", "Events that were given up for the listener", ListenerState::abandoned);
        counter(name, "lost", "Events that grew too old before the listener had them", ListenerState::lost);
    }

    private void gauge(String listener, String what, String description, ToDoubleFunction<ListenerState> value) {
        Gauge.builder("ohmstead.event.listener." + what, background.relay(), it -> of(it, listener, value))
                .description(description)
                .tag("listener", listener)
                .register(registry);
    }

    private void counter(String listener, String what, String description, ToDoubleFunction<ListenerState> value) {
        FunctionCounter.builder("ohmstead.event.listener." + what, background.relay(), it -> of(it, listener, value))
                .description(description)
                .tag("listener", listener)
                .register(registry);
    }

    private static double of(EventRelay relay, String listener, ToDoubleFunction<ListenerState> value) {
        return relay.states().stream()
                .filter(it -> it.name().equals(listener))
                .mapToDouble(value)
                .sum();
    }

    private void counter(String name, String description, ToDoubleFunction<GroupCommit> value) {
        FunctionCounter.builder(name, commits, value).description(description).register(registry);
    }

    private static double connected(StationLinks links, OcppVersion version) {
        return links.all().stream().filter(link -> link.version() == version).count();
    }
}
