package org.ohmstead.stations.securityprofiles;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.RowCache;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.PasswordHash;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationChanges;
import org.ohmstead.stations.StationRef;

/**
 * By which security profile each station has to come, and how it last did. It does not go down: whoever lowers a profile, or takes
 * back one that a station has come by, says so (A05.FR.07).
 */
@Singleton
public class SecurityProfiles {
    private static final Logger LOG = System.getLogger(SecurityProfiles.class.getName());
    private static final int CACHED = 100_000;
    private static final int HIGHEST = 3;
    private static final RowCache.Keys<Long> IDS = new RowCache.Keys<>(id -> Long.toString(id), Long::parseLong);

    /**
     * What an operator decides.
     *
     * @param profile         null: as the setting station-auth says
     * @param allowLower      whether it may be one below that which stands, or by which the station has come; with the profile that
     *                        stands it takes back what the station has come by
     * @param certificateName null: the next one binds it
     */
    public record Decision(
            @Nullable Integer profile,
            boolean allowLower,
            boolean expiredAllowed,
            @Nullable String certificateName) {}

    private final SqlStationSecurityStore store;
    private final AuditLog audit;
    private final Clock clock;
    private final RowCache<Long, StationSecurity> cache;
    /** How those came in that are connected to this process, by the number of the connection. */
    private final ConcurrentMap<Long, Standing> standing = new ConcurrentHashMap<>();

    /** @param serial of the certificate, in hex; null: it has shown none that counted */
    private record Standing(Contact contact, @Nullable String serial) {}

    @Inject
    public SecurityProfiles(SqlStationSecurityStore store, AuditLog audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
        this.cache = new RowCache<>("station-security", CACHED, IDS, store.invalidations());
    }

    public StationSecurity of(StationRef station) {
        return Objects.requireNonNull(cache.get(station.id(), () -> store.of(station)));
    }

    /** Null: the database would have to be asked. */
    @Nullable
    StationSecurity known(StationRef station) {
        return cache.known(station.id());
    }

    /** A station has come in. Blocks until that is on disk, where it came otherwise than before. */
    public void connected(StationRef station, Contact contact) {
        Instant now = now();
        StationSecurity before = of(station);
        if (before.after(contact, now).equals(before)) {
            return;
        }
        change(station, it -> it.after(contact, now), Actor.station(station.tenant(), station.identity()), null);
        StationSecurity after = of(station);
        if (before.pending() != null && after.pending() == null) {
            LOG.log(
                    Level.INFO,
                    "tenant={0} station={1} has come by security profile {2}; nothing lower counts any more",
                    Long.toString(station.tenant()),
                    station.identity(),
                    String.valueOf(after.profile()));
        }
    }

    /** A connection stands. @param chain that it has shown */
    void opened(long connection, Contact contact, List<X509Certificate> chain) {
        String serial = contact.certificate() == null
                ? null
                : chain.getFirst().getSerialNumber().toString(16);
        standing.put(connection, new Standing(contact, serial));
    }

    /** It has ended. */
    void closed(long connection) {
        standing.remove(connection);
    }

    /** How the connection came in over which something is said; null: nobody knows. */
    @Nullable
    Contact contact(Caller caller) {
        Standing known = standing.get(caller.connection());
        return known == null ? of(caller.station()).last() : known.contact();
    }

    /** Whether a connection stands on the certificate with a serial number. */
    boolean standsOn(long connection, String serial) {
        Standing known = standing.get(connection);
        return known != null && serial.equalsIgnoreCase(known.serial());
    }

    /**
     * Decides by which profile a station has to come, from its next connection on.
     *
     * @throws Refused invalid for a profile that there is not; in conflict for a lower one that is not allowed in so many words, and
     *                 for one that the station cannot come by
     */
    public StationSecurity decide(Actor by, Station station, Decision decision) {
        StationRef ref = station.ref();
        Integer profile = decision.profile();
        if (profile != null && (profile < 0 || profile > HIGHEST)) {
            throw Refused.invalid("profile", "profile is " + profile + "; allowed are 0, 1, 2 and 3, or null.");
        }
        StationSecurity before = of(ref);
        boolean lower = before.isLowered(decision);
        if (!Objects.equals(profile, before.profile()) && before.isBelow(profile) && !lower) {
            throw Refused.conflict(
                    "profile",
                    "Station '" + ref.identity() + "' has security profile " + before.floor()
                            + " or has come by it, and would be less safe with "
                            + (profile == null ? "none" : profile) + ". Add \"allowLower\": true if you want that.");
        }
        checkSecret(station, before, profile);
        if (decision.certificateName() != null && !decision.certificateName().equals(before.certificateName())) {
            throw Refused.invalid(
                    "certificateName",
                    "certificateName is '" + decision.certificateName() + "'; allowed is null, by which the next"
                            + " certificate binds the station, or what stands.");
        }
        AuditEntry entry =
                AuditEntry.changed("station", ref.identity(), fields(before), fields(before.decided(decision)));
        change(ref, it -> it.decided(decision), by, lower ? entry.with("allowLower", true) : entry);
        by.log(LOG, "station=" + ref.identity() + " security profile " + profile + (lower ? ", which is lower" : ""));
        return of(ref);
    }

    private static void checkSecret(Station station, StationSecurity before, @Nullable Integer profile) {
        boolean needsSecret = profile != null && (profile == 1 || profile == 2);
        if (needsSecret && !station.hasPassword() && before.token() == null) {
            throw Refused.conflict(
                    "profile",
                    "Security profile " + profile + " needs a password, and station '"
                            + station.ref().identity() + "' has none. Set one with PUT /api/v1/stations/"
                            + station.ref().identity() + "/password first.");
        }
    }

    private static Map<String, @Nullable Object> fields(StationSecurity security) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("securityProfile", security.profile());
        fields.put("highestProfile", security.highest());
        fields.put("allowExpiredCertificate", security.expiredAllowed());
        fields.put("certificateName", security.certificateName());
        return fields;
    }

    /** @param token null: it has none any more */
    void token(Actor by, StationRef station, @Nullable PasswordHash token) {
        change(
                station,
                it -> it.withToken(token),
                by,
                StationChanges.done(station, token == null ? "token-removed" : "token-set"));
        by.log(LOG, "station=" + station.identity() + (token == null ? " token removed" : " token set"));
    }

    /** The common name by which it came was not its own: the next one may be. */
    void unbind(StationRef station) {
        change(station, StationSecurity::unbound, Actor.server(station.tenant(), "certificate-check"), null);
    }

    void mismatched(StationRef station, CertificateMismatched event) {
        store.mismatched(station, event);
    }

    /**
     * A way to a higher profile has begun.
     *
     * @throws Refused in conflict while another one has not ended
     */
    public void begin(Actor by, StationRef station, SecurityUpgrade upgrade) {
        change(
                station,
                it -> it.pending() == null ? it.withUpgrade(upgrade) : it,
                by,
                StationChanges.done(station, "security-upgrade-begun", Map.of("profile", upgrade.profile())));
        SecurityUpgrade standing = of(station).upgrade();
        if (standing != null && !standing.isSame(upgrade)) {
            throw onItsWay(station, standing);
        }
    }

    /** What is said to whoever would begin another way. */
    public static Refused onItsWay(StationRef station, SecurityUpgrade upgrade) {
        return Refused.conflict(
                null,
                "'" + station.identity() + "' is on its way to security profile " + upgrade.profile()
                        + " already. End that with DELETE /api/v1/stations/" + station.identity()
                        + "/security/upgrade first.");
    }

    /**
     * A way to a higher profile has come into another state, unless it has ended meanwhile: a station may be back by the new profile
     * before the last answer of its old connection is known.
     *
     * @param next  of the upgrade as it stands
     * @param entry null: it is recorded already
     */
    public void upgrade(
            Actor by, StationRef station, Function<SecurityUpgrade, SecurityUpgrade> next, @Nullable AuditEntry entry) {
        change(
                station,
                it -> {
                    SecurityUpgrade standing = it.upgrade();
                    return standing == null || !standing.state().isOpen() ? it : it.withUpgrade(next.apply(standing));
                },
                by,
                entry);
    }

    /** As precise as the databases keep it. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private void change(
            StationRef station, UnaryOperator<StationSecurity> change, Actor by, @Nullable AuditEntry entry) {
        try {
            store.change(station, change, audit.by(by), entry);
        } finally { // also when nobody knows whether it was written
            cache.forget(station.id());
        }
    }
}
