package org.ohmstead.remote.resets;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Set;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.remote.RemoteSettings;
import org.ohmstead.remote.Reply;

/** Keeps a reset for each command that is one, and what the station says to it. */
@Singleton
public class ResetOutcomes implements CommandListener {
    private final SqlStationResetStore store;
    private final ResetExpiry expiry;
    private final RemoteSettings settings;

    @Inject
    public ResetOutcomes(SqlStationResetStore store, ResetExpiry expiry, RemoteSettings settings) {
        this.store = store;
        this.expiry = expiry;
        this.settings = settings;
    }

    @Override
    public Set<String> actions() {
        return Set.of(Resets.ACTION);
    }

    @Override
    public void queued(Tx tx, StoredCommand command) {
        reset(tx, command, ResetState.QUEUED);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        StationReset reset = reset(tx, command, ResetState.REQUESTED);
        Instant sent = command.sentAt();
        if (reset.state() == ResetState.QUEUED) {
            store.put(tx, reset, reset.leaving(sent == null ? command.createdAt() : sent));
        }
    }

    private StationReset reset(Tx tx, StoredCommand command, ResetState state) {
        JsonNode payload = command.payload();
        JsonNode evse = payload.path("evseId");
        return store.of(
                tx,
                command,
                ResetType.ofOcpp(payload.path("type").asText()),
                evse.isInt() && evse.asInt() > 0 ? evse.asInt() : null,
                state);
    }

    /** A station may boot before its answer has come. */
    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        StationReset before = reset(tx, command, ResetState.REQUESTED);
        Reply reply = Reply.of(result);
        StationReset after =
                switch (reply.kind()) {
                    case SAID -> said(before, result.endedAt(), reply);
                    case UNKNOWN ->
                        before.inDoubt(result.endedAt(), result.endedAt().plus(settings.bootWait()), reply.note());
                    case NEVER_LEFT -> before.over(ResetState.FAILED, result.endedAt(), reply.note());
                };
        store.put(tx, before, after);
        if (after.state() == ResetState.ACCEPTED || after.state() == ResetState.SCHEDULED) {
            expiry.schedule(tx, after);
        }
    }

    private StationReset said(StationReset before, Instant at, Reply reply) {
        boolean boots = before.evse() == null;
        return switch (reply.status()) {
            case "Accepted" ->
                before.answered(ResetState.ACCEPTED, at, boots ? at.plus(settings.bootWait()) : null, reply.note());
            case "Scheduled" ->
                before.answered(
                        ResetState.SCHEDULED,
                        at,
                        boots ? at.plus(RemoteSettings.LONGEST_BOOT_WAIT) : null,
                        reply.note());
            case null, default -> before.over(ResetState.REJECTED, at, reply.note());
        };
    }
}
