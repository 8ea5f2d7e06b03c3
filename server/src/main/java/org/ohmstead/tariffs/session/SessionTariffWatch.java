package org.ohmstead.tariffs.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
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
import org.ohmstead.tariffs.session.SessionTariff.State;
import org.ohmstead.tariffs.session.SessionTariff.ToldCost;
import org.ohmstead.tariffs.session.SessionTariff.Wanted;

/** What commands do to the tariffs and costs of sessions, by whatever way they were sent. */
@Singleton
public class SessionTariffWatch implements CommandListener {
    private final SqlSessionTariffStore store;

    @Inject
    public SessionTariffWatch(SqlSessionTariffStore store) {
        this.store = store;
    }

    @Override
    public Set<String> actions() {
        return Set.of(SessionTariffs.CHANGE, SessionTariffs.COST);
    }

    /** The station may tell that it uses it before it answers. */
    @Override
    public void leaves(Tx tx, StoredCommand command) {
        if (command.action().equals(SessionTariffs.CHANGE)) {
            Instant at = Objects.requireNonNullElse(command.sentAt(), command.createdAt());
            JsonNode tariff = command.payload().path("tariff");
            String id = id(tariff);
            Wanted wanted =
                    new Wanted(id, tariff, State.ASKED, null, command.by().word(), at);
            store.change(tx, command.station(), transaction(command), before -> before.with(wanted));
        }
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        if (command.action().equals(SessionTariffs.CHANGE)) {
            answered(tx, command, result);
        } else if (result.sent()) {
            ToldCost told = new ToldCost(
                    command.payload().path("totalCost").decimalValue(),
                    result.how().word(),
                    command.by().word(),
                    result.endedAt().truncatedTo(ChronoUnit.MICROS));
            store.change(tx, command.station(), transaction(command), before -> before.with(told));
        }
    }

    private void answered(Tx tx, StoredCommand command, CommandResult result) {
        JsonNode answer = result.response() == null ? MissingNode.getInstance() : result.response();
        String said = answer.path("status").asText(null);
        String id = id(command.payload().path("tariff"));
        String word = KeptText.ofNullable(said == null ? result.errorCode() : said);
        store.change(tx, command.station(), transaction(command), before -> {
            Wanted wanted = before.wanted();
            if (wanted == null || wanted.state() != State.ASKED || !wanted.id().equals(id)) {
                return before;
            }
            return before.with(wanted.with(state(result, said), word));
        });
    }

    private static State state(CommandResult result, @Nullable String said) {
        return switch (result.how()) {
            case ANSWERED -> "Accepted".equals(said) ? State.ACCEPTED : State.REFUSED;
            case TIMED_OUT, CONNECTION_LOST -> State.UNKNOWN;
            case REFUSED, NOT_SUPPORTED, NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> State.REFUSED;
        };
    }

    private static String id(JsonNode tariff) {
        return KeptText.of(tariff.path("tariffId").asText());
    }

    private static String transaction(StoredCommand command) {
        return command.payload().path("transactionId").asText();
    }
}
