package org.ohmstead.reservations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.ohmstead.stations.StationRef;

/** How stations say that reservations have ended. */
@Singleton
public class ReservationEnds {
    private final SqlReservationStore store;
    private final Clock clock;

    @Inject
    public ReservationEnds(SqlReservationStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * One that is over already, or that nobody knows, stays as it is (H04, H06).
     *
     * @param word of ReservationStatusUpdate, as it came: Expired, Removed, NoTransaction
     */
    public void told(StationRef station, long number, String word) {
        ReservationState state =
                word.toLowerCase(Locale.ROOT).equals("expired") ? ReservationState.EXPIRED : ReservationState.REMOVED;
        store.write(
                station,
                tx -> store.change(
                        tx,
                        station,
                        number,
                        before -> before == null || !before.state().isOpen()
                                ? null
                                : before.to(state, word, clock.instant().truncatedTo(ChronoUnit.MICROS))));
    }
}
