package org.ohmstead.reservations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.Scope;
import org.ohmstead.stations.StationRef;

/** Reservations, from the wish to their end. What stations and sessions do to them is {@link ReservationWatch}'s matter. */
@Singleton
public class Reservations {
    static final String ENTITY = "reservation";
    private static final Duration KEY_COUNTS = Duration.ofDays(1);

    private final SqlReservationStore store;
    private final ReservationRules rules;
    private final Verbs verbs;
    private final CommandOrders orders;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Reservations(
            SqlReservationStore store,
            ReservationRules rules,
            Verbs verbs,
            CommandOrders orders,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.rules = rules;
        this.verbs = verbs;
        this.orders = orders;
        this.audit = audit;
        this.clock = clock;
    }

    /** A reservation as it stands after a command about it. */
    public record Told(Reservation reservation, VerbResult result) {}

    /**
     * Asks a station to keep something. Blocks until it has answered, or for as long as the options say.
     *
     * @throws Refused as {@link Verbs#tell}; invalid for a field that is not allowed; in conflict for a token that is refused anyway
     */
    public Told reserve(Actor by, String identity, ReservationBody body, SendOptions options) {
        Addressee addressee = verbs.addressee(by, identity);
        StationRef station = addressee.ref();
        Reservation wanted = rules.checked(addressee, body, by.word(), now());
        Optional<Reservation> repeated = options.key() == null
                ? Optional.empty()
                : store.byKey(station, by.word(), options.key(), now().minus(KEY_COUNTS));
        if (repeated.isPresent()) {
            // With the same number it is the same command, so that it is not sent again.
            Reservation again = rules.as(wanted, repeated.get().number());
            return told(station, again, verbs.tell(by, identity, ReservationVerbs.reserve(again), options));
        }
        boolean isNew = body.id() == null || store.find(station, body.id()).isEmpty();
        Reservation kept = isNew ? add(by, wanted, body.id(), options.key()) : rules.as(wanted, wanted.number());
        boolean sent = false;
        try {
            VerbResult result = verbs.tell(by, identity, ReservationVerbs.reserve(kept), options);
            sent = true;
            return told(station, kept, result);
        } finally {
            if (!sent && isNew) { // it was refused before it was kept: nothing is to be left
                store.write(station, tx -> {
                    store.drop(tx, kept);
                    return true;
                });
            }
        }
    }

    private Reservation add(Actor by, Reservation wanted, @Nullable Long number, @Nullable String key) {
        StationRef station = wanted.station();
        return store.write(station, tx -> {
            Reservation fresh = rules.as(wanted, number == null ? store.nextNumber(tx, station) : number);
            store.add(tx, fresh, key);
            audit.record(tx, by, AuditEntry.created(ENTITY, name(fresh), fields(fresh)));
            return fresh;
        });
    }

    /** The command is on record now, and the reservation with what came of it; but for one that waits, which it does not know. */
    private Told told(StationRef station, Reservation kept, VerbResult result) {
        long command = result.command().id();
        store.write(
                station,
                tx -> store.change(
                        tx,
                        station,
                        kept.number(),
                        before -> before != null
                                        && before.state() == ReservationState.REQUESTED
                                        && before.command() == null
                                ? before.with(command)
                                : null));
        return new Told(store.find(station, kept.number()).orElse(kept), result);
    }

    /**
     * Gives one back. One whose command still waits for the station is called off instead.
     *
     * @throws Refused not found; in conflict where it is over; and as {@link Verbs#tell}
     */
    public Told cancel(Actor by, StationRef station, long number, SendOptions options) {
        Reservation standing = get(station, number);
        if (!standing.state().isOpen()) {
            throw Refused.conflict(
                    null,
                    "Reservation " + number + " of " + station.identity() + " is over: it is "
                            + standing.state().word() + " since " + standing.changedAt() + ".");
        }
        Long command = standing.command();
        VerbResult result = command != null && orders.get(by.scope(), command).state() == StoredCommand.State.QUEUED
                ? new VerbResult(orders.cancel(by, command))
                : verbs.tell(by, station.identity(), ReservationVerbs.cancel(number), options);
        return new Told(get(station, number), result);
    }

    /** @throws Refused not found */
    public Reservation get(StationRef station, long number) {
        return store.find(station, number)
                .orElseThrow(() -> Refused.notFound("Station '" + station.identity() + "' has no reservation " + number
                        + ". GET /api/v1/stations/" + station.identity() + "/reservations lists them."));
    }

    /** The newest first. */
    Page<Reservation> page(Scope scope, SqlReservationStore.Filter filter, Limit limit, @Nullable Cursor after) {
        return Page.of(store.page(scope, filter, limit.rows() + 1, after), limit, one -> Cursor.at(one.id()));
    }

    /** What the audit log keeps of one. */
    static Map<String, Object> fields(Reservation one) {
        return Map.of(
                "token",
                one.holder().token(),
                "evse",
                one.place().evse(),
                "expiresAt",
                one.expiresAt().toString(),
                "state",
                one.state().word());
    }

    /** As the audit log names one: {@code CP-7/12}. */
    static String name(Reservation one) {
        return one.station().identity() + "/" + one.number();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
