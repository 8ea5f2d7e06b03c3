package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.monitoring.alerts.Alerts;
import org.ohmstead.monitoring.places.MonitoredVariable;
import org.ohmstead.monitoring.streams.EventStreams;
import org.ohmstead.stations.StationRef;

/** Keeps what stations answer about their monitors, by whatever way they were asked. */
@Singleton
public class MonitorCommands implements CommandListener {
    static final String SET = "SetVariableMonitoring";
    static final String CLEAR = "ClearVariableMonitoring";
    static final String BASE = "SetMonitoringBase";
    static final String LEVEL = "SetMonitoringLevel";
    static final String REPORT = "GetMonitoringReport";
    static final String STREAM = "periodicEventStream";

    private static final String ACCEPTED = "Accepted";
    private static final List<String> OF_A_MONITOR = List.of("type", "value", "severity", "transaction", STREAM);

    private final SqlMonitorStore store;
    private final SqlMonitorReportStore reports;
    private final Alerts alerts;
    private final EventStreams streams;

    @Inject
    public MonitorCommands(SqlMonitorStore store, SqlMonitorReportStore reports, Alerts alerts, EventStreams streams) {
        this.store = store;
        this.reports = reports;
        this.alerts = alerts;
        this.streams = streams;
    }

    @Override
    public Set<String> actions() {
        return Set.of(SET, CLEAR, BASE, LEVEL, REPORT);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        if (command.action().equals(REPORT)) {
            JsonNode payload = command.payload();
            boolean whole = payload.path("componentVariable").isEmpty()
                    && payload.path("monitoringCriteria").isEmpty();
            Instant at = command.sentAt() == null ? command.createdAt() : command.sentAt();
            reports.asked(
                    tx,
                    command.station(),
                    command.id(),
                    payload.path("requestId").asLong(),
                    whole,
                    at);
        }
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        JsonNode response = result.response() == null ? JsonNodeFactory.instance.objectNode() : result.response();
        Instant at = result.endedAt().truncatedTo(ChronoUnit.MICROS);
        switch (command.action()) {
            case SET -> set(tx, command, response, at);
            case CLEAR -> cleared(tx, command.station(), response, at);
            case BASE -> based(tx, command, response, at);
            case LEVEL -> {
                if (isAccepted(response)) {
                    store.level(
                            tx,
                            command.station(),
                            command.payload().path("severity").asInt(),
                            at);
                }
            }
            default -> asked(tx, command, result, response, at);
        }
    }

    private void set(Tx tx, StoredCommand command, JsonNode response, Instant at) {
        StationRef station = command.station();
        for (MonitorAnswers.Answer answer : MonitorAnswers.of(command.payload(), response)) {
            JsonNode number = answer.result() == null
                    ? answer.wanted().path("id")
                    : answer.result().path("id");
            if (answer.status().equals(ACCEPTED) && number.canConvertToLong()) {
                MonitoredVariable variable = MonitoredVariable.of(answer.wanted());
                ObjectNode monitor = ((ObjectNode) answer.wanted()).deepCopy().retain(OF_A_MONITOR);
                store.put(tx, station, new StationMonitor(number.asLong(), variable, monitor, true, at));
                streams.monitorKnown(tx, station, number.asLong(), variable);
            }
        }
    }

    private void cleared(Tx tx, StationRef station, JsonNode response, Instant at) {
        Set<Long> gone = new HashSet<>();
        for (JsonNode result : response.path("clearMonitoringResult")) {
            String status = result.path("status").asText();
            if (status.equals(ACCEPTED) || status.equals("NotFound")) {
                gone.add(result.path("id").asLong());
            }
        }
        remove(tx, station, gone, at);
    }

    /** Both smaller sets leave none of those that were set from outside (N05). */
    private void based(Tx tx, StoredCommand command, JsonNode response, Instant at) {
        if (isAccepted(response)) {
            String base = command.payload().path("monitoringBase").asText();
            store.base(tx, command.station(), base, at);
            if (!base.equals("All")) {
                boolean customOnly = base.equals("FactoryDefault");
                remove(tx, command.station(), store.notKnownSince(tx, command.station(), at, customOnly), at);
            }
        }
    }

    private void asked(Tx tx, StoredCommand command, CommandResult result, JsonNode response, Instant at) {
        String status =
                response.path("status").isTextual() ? response.path("status").asText() : null;
        reports.answered(tx, command.station(), command.id(), result.how().word(), status)
                .filter(report -> "EmptyResultSet".equals(status) && report.completedAt() == null)
                .ifPresent(report -> {
                    reports.complete(tx, report.id(), null, at);
                    if (report.whole()) {
                        remove(
                                tx,
                                command.station(),
                                store.notKnownSince(tx, command.station(), report.askedAt(), false),
                                at);
                    }
                });
    }

    /** With what stands on them. */
    void remove(Tx tx, StationRef station, Collection<Long> numbers, Instant at) {
        store.remove(tx, station, numbers);
        for (long number : numbers) {
            alerts.monitorGone(tx, station, number, at);
            streams.monitorGone(tx, station, number, at);
        }
    }

    private static boolean isAccepted(JsonNode response) {
        return response.path("status").asText().equals(ACCEPTED);
    }
}
