package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.limits.StationLimit;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.StationRef;

/**
 * What is asked of stations about their monitors. Where a station takes fewer items in a message than are wanted, they go in
 * several, one behind the other.
 */
@Singleton
public class Monitors {
    /** Of what a request may name at once. */
    static final int MOST = 500;

    private final Verbs verbs;
    private final StationLimits limits;
    private final SqlMonitorStore store;
    private final SqlMonitorReportStore reports;
    private final AtomicInteger requests;

    @Inject
    public Monitors(
            Verbs verbs, StationLimits limits, SqlMonitorStore store, SqlMonitorReportStore reports, Clock clock) {
        this.verbs = verbs;
        this.limits = limits;
        this.store = store;
        this.reports = reports;
        this.requests = new AtomicInteger((int) (clock.millis() & 0x3fff_ffff));
    }

    /** In the order of their numbers. */
    Page<StationMonitor> page(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(
                store.after(station, after == null ? -1 : after.id(), limit.rows() + 1),
                limit,
                monitor -> Cursor.at(monitor.number()));
    }

    /** @throws Refused not found */
    StationMonitor get(StationRef station, long number) {
        return store.find(station, number)
                .orElseThrow(() -> Refused.notFound("Station '" + station.identity() + "' has no monitor " + number
                        + " that is known. POST /api/v1/stations/{station}/monitors/refresh asks it for all."));
    }

    MonitoringState state(StationRef station) {
        return store.state(station);
    }

    /** The newest first. */
    Page<MonitorReport> reports(StationRef station, Limit limit, @Nullable Cursor after) {
        return Page.of(reports.before(station, limit.rows() + 1, after), limit, report -> Cursor.at(report.id()));
    }

    /** N04. @return one for each message that was needed, in the order of the monitors */
    List<VerbResult> set(Actor by, String station, List<ObjectNode> wanted, SendOptions options) {
        return inParts(
                by,
                station,
                MonitorCommands.SET,
                "setMonitoringData",
                wanted,
                new Most(StationLimit.MONITORS_TO_SET, StationLimit.BYTES_OF_SET_MONITORS),
                options);
    }

    /** N06. @return one for each message that was needed, in the order of the numbers */
    List<VerbResult> clear(Actor by, String station, List<? extends JsonNode> numbers, SendOptions options) {
        return inParts(
                by,
                station,
                MonitorCommands.CLEAR,
                "id",
                numbers,
                new Most(StationLimit.MONITORS_TO_CLEAR, StationLimit.BYTES_OF_CLEAR_MONITORS),
                options);
    }

    /** N05. */
    VerbResult base(Actor by, String station, String base, SendOptions options) {
        return tell(by, station, MonitorCommands.BASE, Words.newPayload().put("monitoringBase", base), options);
    }

    /** N03. */
    VerbResult level(Actor by, String station, int severity, SendOptions options) {
        return tell(by, station, MonitorCommands.LEVEL, Words.newPayload().put("severity", severity), options);
    }

    /** N02. @param payload what is asked for; empty: all */
    VerbResult report(Actor by, String station, ObjectNode payload, SendOptions options) {
        payload.put("requestId", requests.incrementAndGet() & Integer.MAX_VALUE);
        return tell(by, station, MonitorCommands.REPORT, payload, options);
    }

    private VerbResult tell(Actor by, String station, String action, ObjectNode payload, SendOptions options) {
        return verbs.tell(by, station, Verb.of(action, payload), options);
    }

    private record Most(StationLimit items, StationLimit bytes) {}

    private List<VerbResult> inParts(
            Actor by,
            String station,
            String action,
            String field,
            List<? extends JsonNode> items,
            Most most,
            SendOptions options) {
        StationRef ref = verbs.addressee(by, station).ref();
        List<List<JsonNode>> parts = parts(field, items, limit(ref, most.items()), limit(ref, most.bytes()));
        List<VerbResult> results = new ArrayList<>();
        for (List<JsonNode> part : parts) {
            ObjectNode payload = Words.newPayload();
            payload.putArray(field).addAll(part);
            results.add(tell(by, station, action, payload, options.part(results.size())));
        }
        return results;
    }

    private long limit(StationRef station, StationLimit limit) {
        return limits.of(station, limit).map(StationLimits.Told::most).orElse(Long.MAX_VALUE);
    }

    /** One item goes also where it alone is too long; the station's limit is told then as with any command. */
    private static List<List<JsonNode>> parts(
            String field, List<? extends JsonNode> items, long mostItems, long mostBytes) {
        long envelope = JsonNodeFactory.instance
                .objectNode()
                .set(field, JsonNodeFactory.instance.arrayNode())
                .toString()
                .length();
        List<List<JsonNode>> parts = new ArrayList<>();
        List<JsonNode> part = new ArrayList<>();
        long bytes = envelope;
        for (JsonNode item : items) {
            long length = item.toString().getBytes(StandardCharsets.UTF_8).length + 1L;
            if (!part.isEmpty() && (part.size() >= mostItems || bytes + length > mostBytes)) {
                parts.add(part);
                part = new ArrayList<>();
                bytes = envelope;
            }
            part.add(item);
            bytes += length;
        }
        parts.add(part);
        return parts;
    }
}
