package org.ohmstead.customers;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;

/**
 * Keeps what stations were asked about customers, by whatever way, and what they tell: in pages that may be lost, doubled or out
 * of order (behaviour 10.3). Pages that nobody has asked for are kept, too.
 */
@Singleton
public class CustomerReports implements CommandListener {
    static final String ACTION = "CustomerInformation";

    /** What goes on beyond is not kept: no station knows so much of anybody. */
    static final int MOST_PAGES = 1_000;

    private final SqlCustomerStore store;
    private final Outbox outbox;

    @Inject
    public CustomerReports(SqlCustomerStore store, Outbox outbox) {
        this.store = store;
        this.outbox = outbox;
    }

    /**
     * A page.
     *
     * @param number from 0
     * @param last   whether no other one follows
     */
    public record Part(int number, boolean last, String data, Instant receivedAt) {}

    @Override
    public Set<String> actions() {
        return Set.of(ACTION);
    }

    @Override
    public void leaves(Tx tx, StoredCommand command) {
        JsonNode payload = command.payload();
        JsonNode token = payload.at("/idToken/idToken");
        String subject = payload.has("idToken")
                ? "token"
                : payload.has("customerCertificate")
                        ? "certificate"
                        : payload.has("customerIdentifier") ? "identifier" : null;
        store.open(
                tx,
                command.station(),
                new CustomerInformation(
                        0,
                        command.id(),
                        payload.path("requestId").asLong(),
                        subject,
                        token.isTextual() ? token.asText() : null,
                        payload.path("report").asBoolean(),
                        payload.path("clear").asBoolean(),
                        command.by().word(),
                        null,
                        null,
                        command.sentAt() == null ? command.createdAt() : command.sentAt(),
                        null));
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        StationRef station = command.station();
        JsonNode response = result.response();
        String status = response != null && response.path("status").isTextual()
                ? response.path("status").asText()
                : null;
        store.ofCommand(tx, station, command.id()).ifPresent(asked -> {
            store.answered(tx, asked.id(), result.how().word(), status);
            if (asked.clear() && "Accepted".equals(status)) {
                outbox.append(
                        tx,
                        new CustomerInformationCleared(
                                station.tenant(),
                                station.id(),
                                result.endedAt(),
                                station.identity(),
                                asked.token(),
                                type(command.payload()),
                                command.id()));
            }
        });
    }

    private static @Nullable String type(JsonNode payload) {
        JsonNode type = payload.at("/idToken/type");
        return type.isTextual() ? type.asText() : null;
    }

    /** A page has come. */
    public void add(StationRef station, long request, Part part) {
        Part page = new Part(
                part.number(), part.last(), part.data(), part.receivedAt().truncatedTo(ChronoUnit.MICROS));
        store.write(station, tx -> {
            CustomerInformation asked = store.ofRequest(tx, station, request).orElse(null);
            long id = asked == null ? unasked(tx, station, request, page.receivedAt()) : asked.id();
            if (page.number() >= 0 && page.number() < MOST_PAGES) {
                store.page(tx, station, id, page);
                boolean was = asked != null && asked.completedAt() != null;
                if (!was && isComplete(store.pages(tx, station, id))) {
                    store.complete(tx, id, page.receivedAt());
                }
            }
            return id;
        });
    }

    private long unasked(Tx tx, StationRef station, long request, Instant at) {
        return store.open(
                tx,
                station,
                new CustomerInformation(0, null, request, null, null, true, false, null, null, null, at, null));
    }

    /** From 0 without a gap up to one that is the last. */
    private static boolean isComplete(SortedMap<Integer, Part> pages) {
        int expected = 0;
        for (Part page : pages.values()) {
            if (page.number() != expected++) {
                return false;
            }
            if (page.last()) {
                return true;
            }
        }
        return false;
    }
}
