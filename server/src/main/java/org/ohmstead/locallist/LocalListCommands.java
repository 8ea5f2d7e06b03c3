package org.ohmstead.locallist;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.stations.StationRef;

/** What commands do to lists, whoever sends them. */
@Singleton
public class LocalListCommands implements CommandListener {
    private static final String ACCEPTED = "Accepted";

    private final SqlLocalListStore store;
    private final StationLimits limits;
    private final Clock clock;

    @Inject
    public LocalListCommands(SqlLocalListStore store, StationLimits limits, Clock clock) {
        this.store = store;
        this.limits = limits;
        this.clock = clock;
    }

    @Override
    public Set<String> actions() {
        return Set.of(ListVerbs.SEND, ListVerbs.VERSION);
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        boolean answered = result.how() == CommandResult.How.ANSWERED;
        JsonNode response = answered ? result.response() : null;
        if (command.action().equals(ListVerbs.VERSION)) {
            Integer version = ListVerbs.version(response);
            if (version != null) {
                told(tx, command.station(), version);
            }
            return;
        }
        ListVerbs.Update update = ListVerbs.read(command.payload(), command.station(), limits);
        if (update == null) {
            return;
        }
        String word = response != null && response.path("status").isTextual()
                ? response.path("status").asText()
                : result.how().word();
        if (ACCEPTED.equals(word)) {
            taken(tx, command, update, word, result.note());
        } else {
            notTaken(tx, command, update, word, result);
        }
    }

    /** 0: the list is empty, or there is none (D02.FR.02); so nothing of it is left. */
    private void told(Tx tx, StationRef station, int version) {
        store.change(tx, station, list -> list.told(version, now()), (unit, before, after) -> {
            if (version <= 0) {
                store.replace(unit, station, List.of());
            }
        });
    }

    private void taken(Tx tx, StoredCommand command, ListVerbs.Update update, String word, @Nullable String note) {
        StationRef station = command.station();
        if (update.full()) {
            store.replace(tx, station, update.entries());
        } else {
            store.update(tx, station, update.entries());
        }
        store.change(
                tx,
                station,
                list -> list.at(update.lastVersion(), update.full() || list.known())
                        .with(result(command, word, note)),
                SqlLocalListStore.Then.NOTHING);
        store.tell(
                tx,
                new LocalListChanged(
                        station.tenant(),
                        station.id(),
                        now(),
                        station.identity(),
                        update.lastVersion(),
                        update.full(),
                        store.count(tx, station),
                        command.by().word()));
    }

    /** What left may have been done in part, so that nobody knows what the list holds: the next update replaces all of it. */
    private void notTaken(Tx tx, StoredCommand command, ListVerbs.Update update, String word, CommandResult result) {
        StationRef station = command.station();
        boolean left = result.sent();
        store.change(
                tx,
                station,
                list -> list.at(list.version(), list.known() && !left)
                        .with(result(command, word, result.note() == null ? result.text() : result.note())),
                SqlLocalListStore.Then.NOTHING);
        store.tell(
                tx,
                new LocalListFailed(
                        station.tenant(),
                        station.id(),
                        now(),
                        station.identity(),
                        update.version(),
                        word,
                        command.by().word()));
    }

    private LocalList.Result result(StoredCommand command, String word, @Nullable String text) {
        return new LocalList.Result(word, now(), command.by().word(), text);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
