package org.ohmstead.stations.credentials;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.Passwords;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.credentials.SqlPasswordStore.Told;

/**
 * Passwords that are changed over OCPP (A01, B09; 1.6 AuthorizationKey). From before the command leaves until its outcome is
 * known the old and the new one count; then the one that the station has (A01.FR.03, A01.FR.04). Where no answer comes, both
 * count until the station has signed in with one of them, so that it is never locked out. Kept in the database: a server that
 * dies in between forgets nothing.
 */
@Singleton
public class PasswordChanges {
    private static final Logger LOG = System.getLogger(PasswordChanges.class.getName());

    /** Each costs a sign-in with a wrong password some milliseconds. */
    private static final int MOST = 4;

    /** A password that is under way. @param by who sent it, or the station that shows it */
    public record Change(Actor by, StationRef station, PasswordHash hash) {}

    /** Which password counts. */
    public enum InForce {
        OLD,
        NEW,
        /** Until the station has signed in with one of them. */
        BOTH;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Stations stations;
    private final Passwords passwords;
    private final SqlPasswordStore store;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public PasswordChanges(
            Stations stations, Passwords passwords, SqlPasswordStore store, AuditLog audit, Clock clock) {
        this.stations = stations;
        this.passwords = passwords;
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * A station is about to be told a password; from now on it counts beside its own. Blocks until that is on disk.
     *
     * @throws Refused invalid for a password that no station could send; in conflict while too many are unsettled
     */
    public Change begin(Actor by, Station station, String password) {
        List<Told> unsettled = unsettled(station);
        if (unsettled.size() >= MOST) {
            throw Refused.conflict(
                    "password",
                    "Of " + unsettled.size() + " passwords that station '"
                            + station.ref().identity()
                            + "' was sent, nobody knows yet which it has taken. Wait until it has signed in again, or set"
                            + " the one that it has with PUT /api/v1/stations/{station}/password.");
        }
        PasswordHash hash = passwords.hash(password, true);
        store.add(station.ref(), new Told(hash, beside(station), false), clock.instant());
        return new Change(by, station.ref(), hash);
    }

    /** The station has taken it, so the old one counts no more. */
    public void taken(Change change) {
        store.settle(change.station(), change.hash(), clock.instant(), audit.by(change.by()));
        stations.changed(change.station());
        log(change.station(), "has its new password");
    }

    /** The station has taken it and will use it later, after its next boot for example: both count until it does. */
    public void takenForLater(Change change) {
        store.later(change.station(), change.hash());
        log(change.station(), "has taken a new password, and uses the old one until it boots");
    }

    /** The station keeps the old one. */
    public void refused(Change change) {
        store.remove(change.station(), change.hash());
        log(change.station(), "keeps its old password");
    }

    /** Nobody knows whether the station has taken it. */
    public void unknown(Change change) {
        store.ended(change.station(), change.hash());
        log(change.station(), "may have a new password: both count until it signs in with one of them");
    }

    /** Which password counts, the one that was there or the one that was sent. */
    public InForce inForce(StationRef ref, String sent) {
        Station station = stations.get(ref).orElseThrow(() -> Refused.notFound("The station was deleted meanwhile."));
        if (passwords.verify(station, sent.getBytes(StandardCharsets.UTF_8))) {
            return InForce.NEW;
        }
        byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
        boolean counts = unsettled(station).stream().anyMatch(told -> passwords.matches(told.hash(), bytes));
        return counts ? InForce.BOTH : InForce.OLD;
    }

    /**
     * Whether a station may come in with what it sent as its password. Signing in settles what was not known. May take
     * milliseconds, and writes where something is settled.
     */
    boolean signsIn(Station station, byte[] sent) {
        boolean own = passwords.verify(station, sent);
        if (own) {
            settleForOld(station);
            return true;
        }
        for (Told told : unsettled(station)) {
            if (passwords.matches(told.hash(), sent)) {
                Actor itself =
                        Actor.station(station.ref().tenant(), station.ref().identity());
                taken(new Change(itself, station.ref(), told.hash()));
                return true;
            }
        }
        return false;
    }

    /** With its old password a station says that it has taken no other, unless it said that it will use that later. */
    private void settleForOld(Station station) {
        for (Told told : store.of(station.ref())) {
            boolean stale = !told.beside().equals(beside(station));
            if (stale || !(told.later() || told.underWay())) {
                store.remove(station.ref(), told.hash());
            }
        }
    }

    /** One that was told before the operator set another one counts no more. */
    private List<Told> unsettled(Station station) {
        return store.of(station.ref()).stream()
                .filter(told -> told.beside().equals(beside(station)))
                .toList();
    }

    private static String beside(Station station) {
        PasswordHash own = station.password();
        return own == null ? "" : own.text();
    }

    private static void log(StationRef ref, String what) {
        LOG.log(Level.INFO, "tenant={0} station={1} {2}", Long.toString(ref.tenant()), ref.identity(), what);
    }
}
