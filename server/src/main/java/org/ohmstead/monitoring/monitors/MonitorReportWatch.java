package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.EventListener;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.monitoring.places.MonitoredVariable;
import org.ohmstead.monitoring.streams.EventStreams;
import org.ohmstead.reports.Reports;
import org.ohmstead.stations.StationRef;

/** Takes over what a report of monitors brought (N02), once its last page has come. */
@Singleton
public class MonitorReportWatch implements EventListener {
    private final SqlMonitorStore store;
    private final SqlMonitorReportStore asked;
    private final MonitorCommands commands;
    private final EventStreams streams;
    private final Reports reports;

    @Inject
    public MonitorReportWatch(
            SqlMonitorStore store,
            SqlMonitorReportStore asked,
            MonitorCommands commands,
            EventStreams streams,
            Reports reports) {
        this.store = store;
        this.asked = asked;
        this.commands = commands;
        this.streams = streams;
        this.reports = reports;
    }

    @Override
    public String name() {
        return "monitor-reports";
    }

    @Override
    public Kind kind() {
        return Kind.DURABLE;
    }

    @Override
    public void on(StoredEvent event) {
        JsonNode told = event.payload();
        Long id = event.station();
        if (id != null
                && event.kind().equals("report.completed")
                && told.path("action").asText().equals("NotifyMonitoringReport")) {
            StationRef station =
                    new StationRef(event.tenant(), id, told.path("identity").asText());
            Instant at = Instant.parse(told.path("at").asText()).truncatedTo(ChronoUnit.MICROS);
            completed(
                    station, told.path("request").asLong(), told.path("report").asLong(), at);
        }
    }

    private void completed(StationRef station, long request, long report, Instant at) {
        List<StationMonitor> told = monitors(station, report, at);
        store.write(station, tx -> {
            Optional<MonitorReport> wanted = asked.awaited(tx, station, request);
            told.forEach(monitor -> keep(tx, station, monitor));
            wanted.ifPresent(one -> {
                asked.complete(tx, one.id(), report, at);
                if (one.whole()) {
                    commands.remove(tx, station, store.notKnownSince(tx, station, one.askedAt(), false), at);
                }
            });
            return wanted.isPresent();
        });
    }

    /** 2.0.1 does not tell who set it, and neither version the pace of its stream. */
    private void keep(Tx tx, StationRef station, StationMonitor told) {
        StationMonitor before = store.find(tx, station, told.number())
                .filter(one -> one.variable().place().equals(told.variable().place()))
                .orElse(null);
        boolean saysWho = told.monitor().has("eventNotificationType");
        if (before != null && before.monitor().has(MonitorCommands.STREAM)) {
            told.monitor().set(MonitorCommands.STREAM, before.monitor().get(MonitorCommands.STREAM));
        }
        boolean isCustom = saysWho || before == null ? told.isCustom() : before.isCustom();
        store.put(
                tx,
                station,
                new StationMonitor(told.number(), told.variable(), told.monitor(), isCustom, told.knownAt()));
        streams.monitorKnown(tx, station, told.number(), told.variable());
    }

    private List<StationMonitor> monitors(StationRef station, long report, Instant at) {
        List<StationMonitor> all = new ArrayList<>();
        @Nullable String next = null;
        do {
            Reports.Content part = reports.content(station.scope(), report, new Limit(Limit.LARGEST), Cursor.of(next));
            part.items().forEach(item -> item.path("variableMonitoring").forEach(one -> {
                if (one instanceof ObjectNode monitor) {
                    boolean isCustom =
                            monitor.path("eventNotificationType").asText().equals("CustomMonitor");
                    all.add(new StationMonitor(
                            monitor.path("id").asLong(),
                            MonitoredVariable.of(item),
                            monitor.without("id"),
                            isCustom,
                            at));
                }
            }));
            next = part.next();
        } while (next != null);
        return all;
    }
}
