package org.ohmstead.reservations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.background.OneByOne;
import org.ohmstead.jobs.Recurring;
import org.ohmstead.jobs.RecurringJobs;
import org.ohmstead.notices.NoticeSettings;

/**
 * Ends reservations whose time is over: of 1.6 no station says so (behaviour 8). They keep nobody away from that moment on; here
 * it is only written down. And clears away those that were over long ago.
 */
@Singleton
public class ReservationUpkeep implements RecurringJobs {
    private static final String EXPIRY = "reservation-expiry";
    private static final int ROWS = 500;

    private final SqlReservationStore store;
    private final NoticeSettings settings;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public ReservationUpkeep(SqlReservationStore store, NoticeSettings settings, AuditLog audit, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public List<Recurring> recurringJobs() {
        return List.of(
                Recurring.every(Duration.ofSeconds(15), Duration.ofSeconds(5), EXPIRY, this::expire),
                Recurring.every(
                        Duration.ofHours(1),
                        Duration.ofMinutes(1),
                        "reservation-retention",
                        () -> store.pruneBefore(clock.instant().minus(settings.retention()))));
    }

    void expire() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        for (Reservation one : store.overdue(now, ROWS)) {
            OneByOne.attempt(
                    () -> "tenant=" + one.station().tenant() + " station="
                            + one.station().identity() + " reservation=" + one.number() + " its end",
                    () -> expire(one, now));
        }
    }

    private void expire(Reservation one, Instant now) {
        store.write(one.station(), tx -> {
            store.change(
                            tx,
                            one.station(),
                            one.number(),
                            before -> before == null
                                            || !before.state().isOpen()
                                            || before.expiresAt().isAfter(now)
                                    ? null
                                    : before.to(ReservationState.EXPIRED, before.said(), now))
                    .ifPresent(after -> audit.record(
                            tx,
                            Actor.server(one.station().tenant(), EXPIRY),
                            AuditEntry.changed(
                                    Reservations.ENTITY,
                                    Reservations.name(one),
                                    Reservations.fields(one),
                                    Reservations.fields(after))));
            return true;
        });
    }
}
