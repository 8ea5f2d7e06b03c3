package org.ohmstead.stations;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.audit.Recording;
import org.ohmstead.background.RateLimit;
import org.ohmstead.db.RowCache;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.CompareAndSet;
import org.ohmstead.stations.provisioning.RegistrationGate;

/** The register of stations. */
@Singleton
public class Stations {
    private static final Logger LOG = System.getLogger(Stations.class.getName());
    private static final int CACHED = 100_000;
    private static final int CHUNK = 500;

    private static final RowCache.Keys<Long> IDS = new RowCache.Keys<>(id -> Long.toString(id), Long::parseLong);

    private final SqlStationStore store;
    private final StationLinks links;
    private final Passwords passwords;
    private final ProvisioningSettings settings;
    private final AuditLog audit;
    private final Clock clock;
    private final RowCache<StationKey, Station> cache;
    /** The same by their ids: what each message asks for, and an identity costs more to write in small letters than to look up. */
    private final RowCache<Long, Station> byId;

    private final RateLimit newcomers;

    @Inject
    public Stations(
            SqlStationStore store,
            StationLinks links,
            Passwords passwords,
            ProvisioningSettings settings,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.passwords = passwords;
        this.settings = settings;
        this.audit = audit;
        this.clock = clock;
        this.cache = new RowCache<>("station", CACHED, StationKey.TEXT, store.invalidations());
        this.byId = new RowCache<>("station-by-id", CACHED, IDS, store.invalidations());
        int most = Math.max(1, settings.newStationsPerHour());
        this.newcomers = new RateLimit(most, Duration.ofHours(1), most, RateLimit.nanosOf(clock));
    }

    /** Whether it is known without asking the database that this station is accepted. */
    public boolean isKnownToBeAccepted(StationRef ref) {
        Station known = byId.known(ref.id());
        return known != null && known.ref().equals(ref) && known.standing() == Registration.ACCEPTED;
    }

    /**
     * The station of an identity, in whatever case that is written. One that is not within the scope is as good as none: whoever
     * names a station comes by here, so that this is asked nowhere else.
     */
    public Optional<Station> find(Scope scope, String identity) {
        StationKey key = StationKey.of(scope.tenant(), identity);
        return Optional.ofNullable(cache.get(
                        key, () -> store.find(scope.wholeTenant(), identity).orElse(null)))
                .filter(found -> !scope.isLimited() || store.isWithin(scope, found.ref()));
    }

    /** The station as it is now; empty: it was deleted, even if another one has its identity since. */
    public Optional<Station> get(StationRef ref) {
        return Optional.ofNullable(byId.get(ref.id(), () -> find(ref.scope(), ref.identity())
                .filter(found -> found.ref().id() == ref.id())
                .orElse(null)));
    }

    /**
     * Somebody connects with this identity. An unknown one is registered, if the policy for unknown stations says so.
     *
     * @param ofTenant what the tenant's own policy says; null: that of the installation counts
     * @return empty: it is to be turned away as unknown
     */
    public Optional<Station> knock(Scope scope, String identity, @Nullable UnknownStations ofTenant) {
        Optional<Station> known = find(scope, identity);
        if (known.isPresent() || !Identities.isPossible(identity)) {
            return known;
        }
        return switch (ofTenant == null ? settings.unknownStations() : ofTenant) {
            case REJECT -> Optional.empty();
            case PENDING -> enrol(scope, identity, Admission.PENDING);
            case ACCEPT -> enrol(scope, identity, Admission.ACCEPTED);
        };
    }

    private Optional<Station> enrol(Scope scope, String identity, Admission admission) {
        if (settings.newStationsPerHour() == 0 || !newcomers.take()) {
            LOG.log(
                    Level.WARNING,
                    "tenant={0} station={1}: not registered by itself, because more than {2} an hour came",
                    Long.toString(scope.tenant()),
                    identity,
                    Integer.toString(settings.newStationsPerHour()));
            return Optional.empty();
        }
        Recording rule = audit.by(Actor.server(scope.tenant(), "unknown-stations"));
        store.create(scope, NewStation.of(identity, StationConfig.of(admission)), clock.instant(), rule);
        return find(scope, identity);
    }

    /**
     * Registers it.
     *
     * @throws Refused invalid for an impossible identity, or for groups that who asks does not know, of which they name one at
     *     least if they are limited to some; in conflict for an identity that stands already
     */
    public Station create(Actor by, NewStation station) {
        Scope scope = by.scope().wholeTenant(); // identities are unique within it, whoever sees which
        String identity = station.identity();
        Identities.check(identity);
        station.check(by.scope());
        if (!store.create(by.scope(), station, clock.instant(), audit.by(by))) {
            throw station.standsAlready(
                    find(scope, identity).map(other -> other.ref().identity()).orElse(identity));
        }
        by.log(LOG, "station=" + identity + " created");
        return find(scope, identity).orElseThrow(() -> new IllegalStateException("A station vanished as it was made"));
    }

    /** Decides this of the station, whatever stands. */
    public Station configure(Actor by, StationRef ref, StationConfig config) {
        return configure(by, ref, before -> config);
    }

    /**
     * Changes what the operator decides. A station that is rejected by it loses its connection at once.
     *
     * @param change what becomes of the station as it stands; asked again where somebody else has changed that meanwhile
     * @throws Refused what {@code change} throws, and 404 for one that was deleted
     */
    public Station configure(Actor by, StationRef ref, Function<Station, StationConfig> change) {
        StationConfig config = CompareAndSet.until(() -> standing(ref), before -> {
            StationConfig after = change.apply(before);
            return written(ref, () -> store.configure(before, after, clock.instant(), audit.by(by)) ? after : null);
        });
        by.log(LOG, "station=" + ref.identity() + " changed");
        if (config.admission() == Admission.REJECTED) {
            links.of(ref).ifPresent(link -> link.close(1008, "Registration was rejected"));
        }
        return standing(ref);
    }

    /**
     * Removes it.
     *
     * @param check throws where the station must not be removed as it stands
     * @throws Refused in conflict while charging sessions refer to it
     */
    public void delete(Actor by, StationRef ref, Consumer<Station> check) {
        SqlStationStore.Deletion end = CompareAndSet.until(() -> standing(ref), before -> {
            check.accept(before);
            return written(ref, () -> store.delete(before, audit.by(by)))
                    .filter(done -> done != SqlStationStore.Deletion.CHANGED);
        });
        if (end == SqlStationStore.Deletion.CHARGED) {
            throw Refused.conflict(
                    null,
                    "Station '" + ref.identity()
                            + "' has charging sessions, which have to be kept. Set its admission to"
                            + " rejected instead.");
        }
        by.log(LOG, "station=" + ref.identity() + " deleted");
        links.of(ref).ifPresent(link -> link.close(1008, "The station was deleted"));
    }

    /**
     * Sets the password that the station has to send from its next connection on.
     *
     * @param allowShort takes less than 16 characters too, for stations with an unchangeable one (field note 83)
     * @param check throws where it must not be set as the station stands
     * @throws Refused invalid for a password that no station could send
     */
    public void setPassword(Actor by, StationRef ref, String password, boolean allowShort, Consumer<Station> check) {
        password(by, ref, passwords.hash(password, allowShort), check);
    }

    /** The station needs no password any more. */
    public void removePassword(Actor by, StationRef ref, Consumer<Station> check) {
        password(by, ref, null, check);
    }

    private void password(Actor by, StationRef ref, @Nullable PasswordHash hash, Consumer<Station> check) {
        CompareAndSet.until(() -> standing(ref), before -> {
            check.accept(before);
            if (Objects.equals(before.password(), hash)) {
                return Optional.of(before);
            }
            return written(ref, () -> store.password(before, hash, clock.instant(), audit.by(by)) ? before : null);
        });
        by.log(LOG, "station=" + ref.identity() + (hash == null ? " password removed" : " password set"));
    }

    private Station standing(StationRef ref) {
        return get(ref).orElseThrow(() -> gone(ref));
    }

    /** The station has answered this action with NotSupported or NotImplemented: a capability that it does not have. */
    public void unsupported(StationRef ref, String action) {
        if (get(ref).filter(it -> !it.unsupportedActions().contains(action)).isPresent()) {
            change(ref, () -> store.unsupported(ref, action));
        }
    }

    /**
     * Stations in the order of their identity.
     *
     * @param search    part of identity, name, vendor, model or serial number; null: all
     * @param connected whether they are connected right now; null: both
     */
    public Page<Station> page(
            Scope scope, @Nullable String search, @Nullable Boolean connected, Limit limit, @Nullable Cursor cursor) {
        Predicate<Station> wanted = station -> connected == null || links.isConnected(station.ref()) == connected;
        String after = cursor == null ? null : cursor.key(0, 1);
        List<Station> found = new ArrayList<>();
        List<Station> chunk;
        do { // who is connected is not in the database, so that is sifted here
            chunk = store.after(scope, search, after, connected == null ? limit.rows() + 1 : CHUNK);
            chunk.stream().filter(wanted).forEach(found::add);
            after = chunk.isEmpty()
                    ? after
                    : SqlStationStore.key(chunk.getLast().ref().identity());
        } while (chunk.size() == CHUNK && found.size() <= limit.rows());
        List<Station> rows = found.subList(0, Math.min(found.size(), limit.rows() + 1));
        return Page.of(
                rows,
                limit,
                station -> Cursor.at(SqlStationStore.key(station.ref().identity())));
    }

    /** The station takes part without ever having booted; see {@link RegistrationGate}. */
    public void adopt(StationRef ref) {
        Recording rule = audit.by(Actor.server(ref.tenant(), "unbooted-stations"));
        change(ref, () -> store.registration(ref, Registration.ACCEPTED, rule));
    }

    public void booted(
            StationRef ref, Instant at, SqlStationStore.@Nullable Change changed, @Nullable StationBooted event) {
        Recording rule = audit.by(Actor.server(ref.tenant(), "boot-notification"));
        change(ref, () -> store.booted(ref, at, changed, event, rule));
    }

    /** Its row was written by somebody else in this slice. */
    public void changed(StationRef ref) {
        cache.forget(StationKey.of(ref.tenant(), ref.identity()));
        byId.forget(ref.id()); // last: it is loaded from the other
    }

    private void change(StationRef ref, Runnable write) {
        written(ref, () -> {
            write.run();
            return ref;
        });
    }

    private <T> Optional<T> written(StationRef ref, Supplier<@Nullable T> write) {
        try {
            return Optional.ofNullable(write.get());
        } finally { // also when nobody knows whether it was written
            changed(ref);
        }
    }

    private static Refused gone(StationRef ref) {
        return Refused.notFound("Station '" + ref.identity() + "' was deleted meanwhile.");
    }
}
