package org.ohmstead.monitoring.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.monitoring.places.MonitoredVariable;
import org.ohmstead.stations.StationRef;

/**
 * What is wrong at stations. An alert is raised by an event of a bound that is passed, or of a variable Problem that is true
 * (G05), where it is grave enough; a mere change of a value has no end, and raises none. What an alert's end is told by counts by
 * the station's clock, because a station that was away tells all in one go.
 */
@Singleton
public class Alerts {
    private static final int LONGEST_REASON = 200;

    private final SqlAlertStore store;
    private final AlertSettings settings;
    private final AuditLog audit;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public Alerts(SqlAlertStore store, AlertSettings settings, AuditLog audit, Outbox outbox, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.audit = audit;
        this.outbox = outbox;
        this.clock = clock;
    }

    private enum Says {
        RAISED,
        CLEARED,
        NOTHING
    }

    /**
     * What a station noticed, within the unit of work that keeps it, and only if it did not stand already.
     *
     * @param data       {@code EventDataType} as it came
     * @param at         the station's clock
     * @param receivedAt our clock
     */
    public void noticed(Tx tx, StationRef station, JsonNode data, Instant at, Instant receivedAt) {
        Instant stationAt = at.truncatedTo(ChronoUnit.MICROS);
        Instant received = receivedAt.truncatedTo(ChronoUnit.MICROS);
        switch (says(data)) {
            case RAISED -> raised(tx, station, data, stationAt, received);
            case CLEARED ->
                store.cleared(tx, station, monitor(data), place(data), stationAt)
                        .forEach(alert -> ended(tx, station, alert, received));
            case NOTHING -> {
                // no news of what is wrong
            }
        }
    }

    private static Says says(JsonNode data) {
        if (data.path("cleared").asBoolean()) {
            return Says.CLEARED;
        }
        if (MonitoredVariable.isNamed(data.path("variable"), "Problem")) {
            return switch (data.path("actualValue").asText().strip().toLowerCase(Locale.ROOT)) {
                case "true", "1" -> Says.RAISED;
                case "false", "0" -> Says.CLEARED;
                default -> Says.NOTHING;
            };
        }
        return data.path("trigger").asText().equals("Alerting") ? Says.RAISED : Says.NOTHING;
    }

    private void raised(Tx tx, StationRef station, JsonNode data, Instant at, Instant received) {
        Integer monitor = monitor(data);
        Integer severity = data.path("severity").isInt()
                ? Integer.valueOf(data.path("severity").asInt())
                : monitor == null ? null : store.severity(tx, station, monitor).orElse(null);
        if (severity != null && severity > settings.severity()) {
            return;
        }
        StationAlert latest = store.latest(tx, station, monitor, place(data)).orElse(null);
        if (latest != null && latest.endedAt() == null) {
            store.again(tx, latest, data, at);
        } else if (latest == null || !at.isBefore(latest.endedAt())) {
            StationAlert alert = store.raise(tx, station, monitor, place(data), severity, data, at, received);
            outbox.append(
                    tx,
                    new AlertRaised(
                            station.tenant(),
                            station.id(),
                            received,
                            station.identity(),
                            at,
                            alert.id(),
                            severity,
                            data));
        }
    }

    private static @Nullable Integer monitor(JsonNode data) {
        JsonNode number = data.path("variableMonitoringId");
        return number.isInt() ? number.asInt() : null;
    }

    private static String place(JsonNode data) {
        return MonitoredVariable.of(data).place();
    }

    /** A monitor is no more, so that nobody would tell of the end. */
    public void monitorGone(Tx tx, StationRef station, long monitor, Instant at) {
        store.monitorGone(tx, station, monitor, at).forEach(alert -> ended(tx, station, alert, at));
    }

    private void ended(Tx tx, StationRef station, StationAlert alert, Instant at) {
        outbox.append(
                tx,
                new AlertCleared(
                        station.tenant(),
                        station.id(),
                        at,
                        station.identity(),
                        alert.id(),
                        alert.severity(),
                        String.valueOf(alert.endedBy())));
    }

    /** The newest first. */
    Page<StationAlert> page(Scope scope, AlertFilter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.before(scope, filter, limit.rows() + 1, after), limit, alert -> Cursor.at(alert.id()));
    }

    /** @throws Refused not found */
    StationAlert get(Scope scope, long id) {
        return found(scope, id).alert();
    }

    private SqlAlertStore.Found found(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(
                        () -> Refused.notFound("There is no alert " + id + ". GET /api/v1/station-alerts lists them."));
    }

    /**
     * Ends an alert that its station does not end.
     *
     * @throws Refused not found; invalid for no reason; in conflict where it has ended
     */
    StationAlert close(Actor by, long id, @Nullable String reason) {
        SqlAlertStore.Found found = found(by.scope(), id);
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refused.invalid(
                    "reason",
                    "reason has " + (reason == null ? 0 : reason.strip().length()) + " characters; say in 1 to "
                            + LONGEST_REASON + " why it is over although the station does not say so.");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<StationAlert> closed = store.close(found.station(), id, by.word(), now, (tx, alert) -> {
            ended(tx, found.station(), alert, now);
            audit.record(
                    tx,
                    by,
                    AuditEntry.done(
                            "station-alert",
                            id,
                            "closed",
                            Map.of("station", found.station().identity(), "reason", reason.strip())));
        });
        return closed.orElseThrow(
                () -> Refused.conflict(null, "Alert " + id + " has ended already. There is nothing to close."));
    }
}
