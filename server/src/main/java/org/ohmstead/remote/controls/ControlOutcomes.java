package org.ohmstead.remote.controls;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.remote.Reply;
import org.ohmstead.stations.StationRef;

/** Tells of what stations have done, by whatever way they were told. */
@Singleton
public class ControlOutcomes implements CommandListener {
    private final Outbox outbox;

    @Inject
    public ControlOutcomes(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Set<String> actions() {
        return Set.of(Unlocking.ACTION, ClearCacheResource.ACTION, SessionChecks.ACTION);
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        Reply reply = Reply.of(result);
        if (reply.kind() != Reply.Kind.SAID) {
            return;
        }
        switch (command.action()) {
            case Unlocking.ACTION -> outbox.append(tx, unlock(command, result, reply));
            case ClearCacheResource.ACTION -> {
                if ("Accepted".equals(reply.status())) {
                    StationRef station = command.station();
                    outbox.append(
                            tx,
                            new CacheCleared(
                                    station.tenant(),
                                    station.id(),
                                    result.endedAt(),
                                    station.identity(),
                                    command.id(),
                                    command.by().word()));
                }
            }
            default -> checked(tx, command, result);
        }
    }

    /** Connector n of 1.6 is connector 1 of EVSE n. */
    private static ConnectorUnlock unlock(StoredCommand command, CommandResult result, Reply reply) {
        StationRef station = command.station();
        JsonNode payload = command.payload();
        boolean numbered = !payload.has("evseId");
        return new ConnectorUnlock(
                station.tenant(),
                station.id(),
                result.endedAt(),
                station.identity(),
                payload.path(numbered ? "connectorId" : "evseId").asInt(),
                numbered ? 1 : payload.path("connectorId").asInt(),
                command.id(),
                command.by().word(),
                reply.status(),
                reply.note());
    }

    private void checked(Tx tx, StoredCommand command, CommandResult result) {
        JsonNode answer = result.response();
        if (answer == null || !answer.path("messagesInQueue").isBoolean()) {
            return;
        }
        StationRef station = command.station();
        JsonNode transaction = command.payload().path("transactionId");
        outbox.append(
                tx,
                new SessionChecked(
                        station.tenant(),
                        station.id(),
                        result.endedAt(),
                        station.identity(),
                        command.id(),
                        transaction.isTextual() ? transaction.asText() : null,
                        flag(answer, "ongoingIndicator"),
                        answer.path("messagesInQueue").asBoolean()));
    }

    static @Nullable Boolean flag(JsonNode answer, String field) {
        return answer.path(field).isBoolean() ? answer.path(field).asBoolean() : null;
    }
}
