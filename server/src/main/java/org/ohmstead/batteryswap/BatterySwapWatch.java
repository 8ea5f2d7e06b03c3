package org.ohmstead.batteryswap;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.db.lanes.Tx;

/** A swap begins when the command that asks for it leaves, by whatever way that was sent. */
@Singleton
public class BatterySwapWatch implements CommandListener {
    private final SqlBatterySwapStore store;

    @Inject
    public BatterySwapWatch(SqlBatterySwapStore store) {
        this.store = store;
    }

    @Override
    public Set<String> actions() {
        return Set.of(BatterySwaps.REQUEST);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        JsonNode token = command.payload().path("idToken");
        store.requested(
                tx,
                command.station(),
                command.id(),
                new SlotReport(
                        SlotReport.Step.IN, // nothing has happened yet; only who asks, and for which number, is read
                        command.payload().path("requestId").asLong(),
                        KeptText.of(token.path("idToken").asText()),
                        KeptText.of(token.path("type").asText()),
                        token),
                Objects.requireNonNullElse(command.sentAt(), command.createdAt()));
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        Instant at = result.endedAt().truncatedTo(ChronoUnit.MICROS);
        store.answered(tx, command.station(), command.id(), state(result), said(result), at);
    }

    private static BatterySwap.State state(CommandResult result) {
        return switch (result.how()) {
            case ANSWERED -> isAccepted(result) ? BatterySwap.State.ACCEPTED : BatterySwap.State.REJECTED;
            case TIMED_OUT, CONNECTION_LOST -> BatterySwap.State.UNKNOWN;
            case REFUSED, NOT_SUPPORTED, NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> BatterySwap.State.REJECTED;
        };
    }

    private static boolean isAccepted(CommandResult result) {
        JsonNode answer = result.response();
        return answer != null && answer.path("status").asText().equals("Accepted");
    }

    private static @Nullable String said(CommandResult result) {
        JsonNode answer = result.response();
        String reason =
                answer == null ? "" : answer.at("/statusInfo/reasonCode").asText();
        return KeptText.ofNullable(reason.isEmpty() ? result.text() : reason);
    }
}
