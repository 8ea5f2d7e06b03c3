package org.ohmstead.networkprofiles;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.networkprofiles.NetworkProfile.State;

/** Keeps what slots hold, by whatever way they were told (B09). */
@Singleton
public class ProfileAnswers implements CommandListener {
    private final SqlNetworkProfileStore store;
    private final Clock clock;

    @Inject
    public ProfileAnswers(SqlNetworkProfileStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Set<String> actions() {
        return Set.of(NetworkProfiles.SET);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        put(tx, command, State.SENT, null, null);
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        if (!result.sent()) {
            return;
        }
        JsonNode response = result.response();
        State state =
                switch (result.how()) {
                    case ANSWERED ->
                        response != null && response.path("status").asText().equals("Accepted")
                                ? State.SET
                                : State.REFUSED;
                    case REFUSED, NOT_SUPPORTED -> State.REFUSED;
                    case TIMED_OUT, CONNECTION_LOST -> State.UNKNOWN;
                    case NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> throw new IllegalArgumentException("it was sent");
                };
        String why = state == State.SET
                ? null
                : response == null ? result.text() : response.path("status").asText();
        put(tx, command, state, why, result.endedAt().truncatedTo(ChronoUnit.MICROS));
    }

    private void put(Tx tx, StoredCommand command, State state, @Nullable String why, @Nullable Instant answeredAt) {
        JsonNode slot = command.payload().path("configurationSlot");
        if (slot.canConvertToInt()) {
            Instant sentAt = command.sentAt() == null ? clock.instant() : command.sentAt();
            store.put(
                    tx,
                    command.station(),
                    new NetworkProfile(
                            slot.asInt(),
                            command.payload().path("connectionData"),
                            state,
                            why,
                            command.by().word(),
                            command.id(),
                            sentAt.truncatedTo(ChronoUnit.MICROS),
                            answeredAt));
        }
    }
}
