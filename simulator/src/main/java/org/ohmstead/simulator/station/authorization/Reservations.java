package org.ohmstead.simulator.station.authorization;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who has reserved what. */
public final class Reservations {
    private final Map<Integer, Reservation> byId = new LinkedHashMap<>();

    /**
     * @param outlet 0: any
     * @param token  with its group
     */
    public record Reservation(int id, int outlet, Token token, Instant until) {}

    /** In the place of one with the same id. */
    public void add(Reservation reservation) {
        byId.put(reservation.id(), reservation);
    }

    public Optional<Reservation> cancel(int id) {
        return Optional.ofNullable(byId.remove(id));
    }

    public List<Reservation> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Reservation> of(int outlet) {
        return byId.values().stream().filter(one -> one.outlet() == outlet).findFirst();
    }

    /** Whether a token may use an outlet as far as reservations go. */
    public boolean admits(int outlet, Token token) {
        return of(outlet).map(one -> token.mayStop(one.token())).orElse(true);
    }

    /** The reservation that a start uses up. */
    public Optional<Reservation> use(int outlet, Token token) {
        Optional<Reservation> used = byId.values().stream()
                .filter(one -> (one.outlet() == outlet || one.outlet() == 0) && token.mayStop(one.token()))
                .findFirst();
        used.ifPresent(one -> byId.remove(one.id()));
        return used;
    }
}
