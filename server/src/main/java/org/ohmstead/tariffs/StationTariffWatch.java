package org.ohmstead.tariffs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.TimeText;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.keys.IndexKey;
import org.ohmstead.db.keys.KeptText;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.tariffs.StationTariff.Place;
import org.ohmstead.tariffs.StationTariff.State;
import org.ohmstead.tariffs.StationTariff.Told;

/** What commands do to the default tariffs of stations, by whatever way they were sent. */
@Singleton
public class StationTariffWatch implements CommandListener {
    private static final String ACCEPTED = "Accepted";
    private static final String NONE = "NoTariff";

    private final SqlStationTariffStore store;

    @Inject
    public StationTariffWatch(SqlStationTariffStore store) {
        this.store = store;
    }

    @Override
    public Set<String> actions() {
        return Set.of(StationTariffs.SET, StationTariffs.GET, StationTariffs.CLEAR);
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        Instant at = result.endedAt().truncatedTo(ChronoUnit.MICROS);
        JsonNode answer = result.response() == null ? MissingNode.getInstance() : result.response();
        switch (command.action()) {
            case StationTariffs.SET -> set(tx, command, result, answer, at);
            case StationTariffs.GET -> told(tx, command, answer, at);
            default -> cleared(tx, command, result, answer, at);
        }
    }

    private void set(Tx tx, StoredCommand command, CommandResult result, JsonNode answer, Instant at) {
        JsonNode tariff = command.payload().path("tariff");
        String said = answer.path("status").asText(null);
        store.set(
                tx,
                command.station(),
                new StationTariff(
                        new Place(
                                StationTariff.DEFAULT,
                                command.payload().path("evseId").asInt(),
                                id(tariff.path("tariffId").asText())),
                        tariff,
                        time(tariff.path("validFrom")),
                        List.of(),
                        State.ABSENT,
                        toldBy(command, result, said),
                        at,
                        null),
                becomes(result, said));
    }

    private static Told toldBy(StoredCommand command, CommandResult result, @Nullable String said) {
        return new Told(
                command.action(),
                result.how().word(),
                KeptText.ofNullable(said == null ? result.errorCode() : said),
                command.by().word());
    }

    /** Null: nothing was sent, so nothing has changed. */
    private static @Nullable State becomes(CommandResult result, @Nullable String said) {
        return switch (result.how()) {
            case ANSWERED -> ACCEPTED.equals(said) ? State.INSTALLED : State.ABSENT;
            case TIMED_OUT, CONNECTION_LOST -> State.UNKNOWN;
            case REFUSED -> State.ABSENT;
            case NOT_SUPPORTED -> result.sent() ? State.ABSENT : null;
            case NOT_CONNECTED, BUSY, EXPIRED, CANCELLED -> null;
        };
    }

    /** The answer lists all that the station has, of the EVSE that was asked about. */
    private void told(Tx tx, StoredCommand command, JsonNode answer, Instant at) {
        String said = answer.path("status").asText();
        if (!said.equals(ACCEPTED) && !said.equals(NONE)) {
            return;
        }
        List<StationTariff> all = new ArrayList<>();
        for (JsonNode each : answer.path("tariffAssignments")) {
            List<String> tokens = new ArrayList<>();
            each.path("idTokens").forEach(token -> tokens.add(token.asText()));
            for (int evse : evses(each)) {
                Place place = new Place(
                        KeptText.of(each.path("tariffKind").asText(StationTariff.DEFAULT)),
                        evse,
                        id(each.path("tariffId").asText()));
                all.add(new StationTariff(
                        place, null, time(each.path("validFrom")), tokens, State.INSTALLED, null, at, at));
            }
        }
        int asked = command.payload().path("evseId").asInt();
        store.told(tx, command.station(), all, asked == 0 ? null : asked, at);
    }

    private static Set<Integer> evses(JsonNode assignment) {
        Set<Integer> evses = new HashSet<>();
        assignment.path("evseIds").forEach(evse -> evses.add(evse.asInt()));
        return evses.isEmpty() ? Set.of(0) : evses;
    }

    /** An entry for each tariff, or one for all of them. */
    private void cleared(Tx tx, StoredCommand command, CommandResult result, JsonNode answer, Instant at) {
        Set<String> wanted = new HashSet<>();
        command.payload().path("tariffIds").forEach(id -> wanted.add(id(id.asText())));
        JsonNode evse = command.payload().path("evseId");
        Integer place = evse.isInt() && evse.asInt() != 0 ? evse.asInt() : null;
        for (JsonNode each : answer.path("clearTariffsResult")) {
            String said = each.path("status").asText();
            Set<String> ids = each.path("tariffId").isTextual()
                    ? Set.of(id(each.path("tariffId").asText()))
                    : wanted;
            boolean areGone = said.equals(ACCEPTED) || said.equals(NONE);
            store.cleared(tx, command.station(), ids, place, areGone, toldBy(command, result, said), at);
        }
    }

    private static String id(String text) {
        return IndexKey.of(KeptText.of(text));
    }

    private static @Nullable Instant time(JsonNode text) {
        try {
            return text.isTextual() ? TimeText.parse(text.asText()).truncatedTo(ChronoUnit.MICROS) : null;
        } catch (DateTimeException notOurs) {
            return null;
        }
    }
}
