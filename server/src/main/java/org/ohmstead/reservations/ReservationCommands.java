package org.ohmstead.reservations;

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
import org.ohmstead.reservations.ReservationVerbs.Asked;

/** What commands do to reservations, whoever sends them, and however long they have waited for their station. */
@Singleton
public class ReservationCommands implements CommandListener {
    private final SqlReservationStore store;
    private final Clock clock;

    @Inject
    public ReservationCommands(SqlReservationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Set<String> actions() {
        return Set.of(ReservationVerbs.RESERVE, ReservationVerbs.CANCEL);
    }

    /** One that stands is replaced when the station says so, not before (1.6 §5.13, H01.FR.02). */
    @Override
    public void leaves(Tx tx, StoredCommand command) {
        Asked asked = asked(command);
        if (asked != null) {
            store.change(
                    tx,
                    command.station(),
                    asked.number(),
                    before -> before != null && before.state().isOpen()
                            ? before.isAccepted() ? null : before.with(command.id())
                            : fresh(before, command, asked, ReservationState.REQUESTED, null));
        }
    }

    @Override
    public void ended(Tx tx, StoredCommand command, CommandResult result) {
        if (command.action().equals(ReservationVerbs.CANCEL)) {
            cancelled(tx, command, result);
            return;
        }
        Asked asked = asked(command);
        if (asked != null) {
            reserved(tx, command, asked, result);
        }
    }

    private static @Nullable Asked asked(StoredCommand command) {
        return command.action().equals(ReservationVerbs.RESERVE) ? ReservationVerbs.read(command.payload()) : null;
    }

    private void reserved(Tx tx, StoredCommand command, Asked asked, CommandResult result) {
        String said = said(result);
        ReservationState next = state(result, said);
        store.change(tx, command.station(), asked.number(), before -> {
            if (before == null || next == ReservationState.ACCEPTED) {
                return used(before, command) ? null : fresh(before, command, asked, next, said);
            }
            // What stands stays where the station did not take the one that was to replace it.
            boolean own = before.command() == null || before.command() == command.id();
            return own && before.state() == ReservationState.REQUESTED
                    ? before.with(command.id()).to(next, said, now())
                    : null;
        });
    }

    /** A session may come before the answer to what it uses. */
    private static boolean used(@Nullable Reservation before, StoredCommand command) {
        return before != null
                && before.state() == ReservationState.USED
                && before.command() != null
                && before.command() == command.id();
    }

    private Reservation fresh(
            @Nullable Reservation before,
            StoredCommand command,
            Asked asked,
            ReservationState state,
            @Nullable String said) {
        Reservation own =
                before != null && before.command() != null && before.command() == command.id() ? before : null;
        String type = asked.holder().type();
        return new Reservation(
                before == null ? 0 : before.id(),
                command.station(),
                asked.number(),
                new Reservation.Holder(
                        asked.holder().token(),
                        type == null && own != null ? own.holder().type() : type,
                        asked.holder().group()),
                asked.place(),
                state,
                said,
                command.by().word(),
                command.id(),
                null,
                own == null ? now() : own.createdAt(),
                asked.expiresAt(),
                now());
    }

    /** Rejected: the station knows no such reservation, so it is gone (behaviour 8). */
    private void cancelled(Tx tx, StoredCommand command, CommandResult result) {
        String said = said(result);
        boolean done =
                result.how() == CommandResult.How.ANSWERED && ("Accepted".equals(said) || "Rejected".equals(said));
        long number = command.payload().path("reservationId").asLong(-1);
        if (done) {
            store.change(
                    tx,
                    command.station(),
                    number,
                    before -> before == null || !before.state().isOpen()
                            ? null
                            : before.to(ReservationState.CANCELLED, said, now()));
        }
    }

    private static ReservationState state(CommandResult result, String said) {
        return switch (result.how()) {
            case ANSWERED ->
                switch (said) {
                    case "Accepted" -> ReservationState.ACCEPTED;
                    case "Occupied" -> ReservationState.OCCUPIED;
                    case "Faulted" -> ReservationState.FAULTED;
                    case "Unavailable" -> ReservationState.UNAVAILABLE;
                    default -> ReservationState.REJECTED;
                };
            // Nobody knows whether the station keeps it: it may be used, cancelled, or end by its time.
            case TIMED_OUT, CONNECTION_LOST -> ReservationState.REQUESTED;
            case CANCELLED -> ReservationState.CANCELLED;
            case REFUSED, NOT_SUPPORTED, NOT_CONNECTED, BUSY, EXPIRED -> ReservationState.FAILED;
        };
    }

    /** The station's word, or the outcome. */
    private static String said(CommandResult result) {
        JsonNode response = result.how() == CommandResult.How.ANSWERED ? result.response() : null;
        return response != null && response.path("status").isTextual()
                ? response.path("status").asText()
                : result.how().word();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
