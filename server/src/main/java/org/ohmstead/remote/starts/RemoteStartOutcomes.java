package org.ohmstead.remote.starts;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.remote.RemoteSettings;
import org.ohmstead.remote.Reply;

/** Keeps a remote start for each command that is one, and what the station says to it. */
@Singleton
public class RemoteStartOutcomes implements CommandListener {
    private final SqlRemoteStartStore store;
    private final RemoteStartExpiry expiry;
    private final RemoteSettings settings;

    @Inject
    public RemoteStartOutcomes(SqlRemoteStartStore store, RemoteStartExpiry expiry, RemoteSettings settings) {
        this.store = store;
        this.expiry = expiry;
        this.settings = settings;
    }

    @Override
    public Set<String> actions() {
        return Set.of(RemoteStartWords.ACTION_16, RemoteStartWords.ACTION_2);
    }

    @Override
    public void queued(Tx tx, StoredCommand command) {
        store.of(tx, command, RemoteStartWords.read(command), RemoteStartState.QUEUED);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        RemoteStart start = start(tx, command);
        Instant sent = command.sentAt();
        if (start.state() == RemoteStartState.QUEUED) {
            store.put(tx, start, start.leaving(sent == null ? command.createdAt() : sent));
        }
    }

    private RemoteStart start(Tx tx, StoredCommand command) {
        return store.of(tx, command, RemoteStartWords.read(command), RemoteStartState.REQUESTED);
    }

    /** Its session may have begun before the station has answered. */
    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        RemoteStart before = start(tx, command);
        Reply reply = Reply.of(result);
        RemoteStart after =
                switch (reply.kind()) {
                    case SAID ->
                        "Accepted".equals(reply.status())
                                ? before.accepted(
                                        result.endedAt(),
                                        result.endedAt().plus(settings.startWait()),
                                        reply.note(),
                                        transaction(result.response()))
                                : before.over(RemoteStartState.REJECTED, result.endedAt(), reply.note());
                    case UNKNOWN ->
                        before.inDoubt(result.endedAt(), result.endedAt().plus(settings.startWait()), reply.note());
                    case NEVER_LEFT -> before.over(RemoteStartState.FAILED, result.endedAt(), reply.note());
                };
        store.put(tx, before, after);
        if (after.state() == RemoteStartState.ACCEPTED || after.state() == RemoteStartState.PLUGGED) {
            expiry.schedule(tx, after);
        }
    }

    /** The cable was there first, and with it the transaction (F01.FR.13). */
    private static @Nullable String transaction(@Nullable JsonNode answer) {
        JsonNode id = answer == null ? null : answer.path("transactionId");
        return id != null && id.isTextual() ? id.asText() : null;
    }
}
