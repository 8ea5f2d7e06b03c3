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
                .description("Events that not every listener has taken yet")
                .register(registry);
        FunctionCounter.builder("ohmstead.events.abandoned", background.relay(), EventRelay::abandoned)
                .description("Events that a listener failed to take so often that it was given up")
                .register(registry);
    }

    private void counter(String name, String description, ToDoubleFunction<GroupCommit> value) {
        FunctionCounter.builder(name, commits, value).description(description).register(registry);
    }

    private static double connected(StationLinks links, OcppVersion version) {
        return links.all().stream().filter(link -> link.version() == version).count();
    }
}
