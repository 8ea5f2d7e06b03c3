package org.ohmstead.dercontrol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.db.lanes.Tx;

/** What commands do to the controls of stations, by whatever way they were sent. */
@Singleton
public class DerControlWatch implements CommandListener {
    private final SqlDerControlStore store;

    @Inject
    public DerControlWatch(SqlDerControlStore store) {
        this.store = store;
    }

    @Override
    public Set<String> actions() {
        return Set.of(DerControls.SET, DerControls.GET, DerControls.CLEAR);
    }

    /** Reports may come before the answer. */
    @Override
    public void leaves(Tx tx, StoredCommand command) {
        if (command.action().equals(DerControls.GET) && which(command).isAll()) {
            Instant at = Objects.requireNonNullElse(command.sentAt(), command.createdAt());
            store.asked(
                    tx, command.station(), command.payload().path("requestId").asLong(), at);
        }
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        Instant at = result.endedAt().truncatedTo(ChronoUnit.MICROS);
        JsonNode answer = result.response() == null ? MissingNode.getInstance() : result.response();
        String said = answer.path("status").asText(null);
        DerControl.Told told = new DerControl.Told(
                command.action(),
                result.how().word(),
                KeptText.ofNullable(said == null ? result.errorCode() : said),
                command.by().word());
        switch (command.action()) {
            case DerControls.SET -> {
                DerControl.Facts facts = DerSettings.facts(command.payload());
                store.set(tx, command.station(), facts, becomes(result, said), displaced(answer), told, at);
            }
            case DerControls.CLEAR -> {
                boolean areGone = "Accepted".equals(said) || "NotFound".equals(said);
                store.cleared(tx, command.station(), which(command), areGone, told, at);
            }
            default -> {
                if ("NotFound".equals(said)) {
                    store.cleared(tx, command.station(), which(command), true, null, at);
                }
            }
        }
    }

    private static DerControls.Which which(StoredCommand command) {
        JsonNode payload = command.payload();
        return new DerControls.Which(
                payload.has("isDefault") ? payload.path("isDefault").asBoolean() : null,
                payload.path("controlType").asText(null),
                payload.path("controlId").asText(null));
    }

    /** Null: nothing was sent, so nothing has changed. */
    private static DerControl.@Nullable State becomes(CommandResult result, @Nullable String said) {
        return switch (result.how()) {
            case ANSWERED -> "Accepted".equals(said) ? DerControl.State.ACCEPTED : DerControl.State.REJECTED;
            case TIMED_OUT, CONNECTION_LOST -> DerControl.State.UNKNOWN;
            case REFUSED -> DerControl.State.REJECTED;
            case NOT_SUPPORTED -> result.sent() ? DerControl.State.REJECTED : null;
            case NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> null;
        };
    }

    private static List<String> displaced(JsonNode answer) {
        List<String> ids = new ArrayList<>();
        answer.path("supersededIds").forEach(id -> ids.add(KeptText.of(id.asText())));
        return ids;
    }
}
