package org.ohmstead.monitoring.streams;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.lanes.Tx;

/** Keeps what stations answer about their streams, by whatever way they were asked. */
@Singleton
public class StreamCommands implements CommandListener {
    static final String ADJUST = "AdjustPeriodicEventStream";
    static final String LIST = "GetPeriodicEventStream";

    private final EventStreams streams;

    @Inject
    public StreamCommands(EventStreams streams) {
        this.streams = streams;
    }

    @Override
    public Set<String> actions() {
        return Set.of(ADJUST, LIST);
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        JsonNode response = result.response();
        if (result.how() != CommandResult.How.ANSWERED || response == null) {
            return;
        }
        if (command.action().equals(LIST)) {
            List<EventStreams.Told> told = new ArrayList<>();
            response.path("constantStreamData").forEach(one -> told.add(told(one)));
            Instant asked = command.sentAt() == null ? command.createdAt() : command.sentAt();
            streams.listed(tx, command.station(), told, asked, result.endedAt().truncatedTo(ChronoUnit.MICROS));
        } else if (response.path("status").asText().equals("Accepted")) {
            JsonNode payload = command.payload();
            streams.adjusted(
                    tx,
                    command.station(),
                    payload.path("id").asLong(),
                    told(payload).pace());
        }
    }

    /** N14. */
    static Verb adjust(long number, EventStream.Pace pace) {
        ObjectNode payload = Words.newPayload().put("id", number);
        ObjectNode params = payload.putObject("params");
        if (pace.interval() != null) {
            params.put("interval", pace.interval());
        }
        if (pace.values() != null) {
            params.put("values", pace.values());
        }
        return Verb.of(ADJUST, payload);
    }

    private static EventStreams.Told told(JsonNode one) {
        JsonNode params = one.path("params");
        return new EventStreams.Told(
                one.path("id").asLong(),
                one.path("variableMonitoringId").asLong(),
                number(params.path("interval")),
                number(params.path("values")));
    }

    private static @Nullable Integer number(JsonNode node) {
        return node.isInt() ? Integer.valueOf(node.asInt()) : null;
    }
}
