package org.ohmstead.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.StationSettings.Auth;
import org.ohmstead.app.socket.handshake.HandshakeNotes;
import org.ohmstead.app.socket.handshake.StationDoor;
import org.ohmstead.app.socket.handshake.StationPath;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Registration;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.UnknownStations;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.connections.Connections;
import org.ohmstead.stations.securityprofiles.Contact;
import org.ohmstead.stations.securityprofiles.Judgement;
import org.ohmstead.stations.securityprofiles.SecurityCheck;
import org.ohmstead.stations.securityprofiles.Shown;
import org.ohmstead.stations.securityprofiles.StationTokens;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;

/** The door of the stations, as the register of stations keeps it. */
@Singleton
public class StationsDoor implements StationDoor {
    private final Tenants tenants;
    private final Stations stations;
    private final SecurityCheck security;
    private final Connections connections;
    private final HandshakeNotes notes;
    private final boolean authRequired;
    private final boolean hidesUnknown;
    private final boolean tokensInPath;

    @Inject
    public StationsDoor(
            Tenants tenants,
            Stations stations,
            SecurityCheck security,
            Connections connections,
            HandshakeNotes notes,
            Settings settings) {
        this.tenants = tenants;
        this.stations = stations;
        this.security = security;
        this.connections = connections;
        this.notes = notes;
        this.authRequired = settings.stations().stationAuth() == Auth.REQUIRED;
        this.hidesUnknown = settings.stationSecurity().hideUnknownStations();
        this.tokensInPath = settings.stationSecurity().tokensInPath();
    }

    /** Whose station, and what may be its token. */
    private record Address(String slug, @Nullable String secret) {}

    @Override
    public Entry knock(Knock knock) {
        Address address = address(knock.path());
        Shown shown = shown(knock, address);
        return tenants.find(address.slug())
                .filter(tenant -> !tenant.isRemoving()) // which is as good as gone, and gets no new rows
                .map(tenant -> knock(tenant, String.valueOf(knock.path().identity()), shown))
                .orElseGet(() -> unknown(
                        String.valueOf(knock.path().identity()),
                        shown,
                        Tenant.DEFAULT.id(),
                        Reason.UNKNOWN_TENANT,
                        "there is no tenant '" + shown(address.slug())
                                + "', which the URL names before the identity; without tenants it is"
                                + " /ocpp/{identity}"));
    }

    private static Shown shown(Knock knock, Address address) {
        return new Shown(
                knock.transport().tls(), knock.transport().certificates(), knock.authorization(), address.secret());
    }

    /** Of two segments the first is a tenant where there is such a one, else a token where those count. */
    private Address address(StationPath path) {
        String secret = path.secret();
        if (secret != null && path.segments().size() == 2) {
            boolean isTenant = tenants.find(secret).isPresent();
            return isTenant ? new Address(secret, null) : new Address(Tenant.DEFAULT.slug(), secret);
        }
        String slug = path.tenant()
                .or(() -> path.twice().filter(twice -> tenants.find(twice).isPresent()))
                .orElse(Tenant.DEFAULT.slug());
        return new Address(slug, secret);
    }

    private Entry knock(RegisteredTenant tenant, String identity, Shown shown) {
        Optional<Station> known = known(tenant, identity);
        if (known.isEmpty()) {
            return unknown(
                    identity,
                    shown,
                    tenant.id(),
                    Reason.UNKNOWN_IDENTITY,
                    mayBeToken(identity)
                            ? "there is no station of the identity at the end of the URL, which is not shown because"
                                    + " it looks like a token: are token and identity swapped? It is"
                                    + " /ocpp/{token}/{identity}"
                            : "there is no station '" + identity
                                    + "'; create it with POST /api/v1/stations, or check the identity"
                                    + " at the end of the URL that is set in the station");
        }
        Station station = known.get();
        return switch (security.judge(station, shown)) {
            case Judgement.Failed failed -> new TurnedAway(tenant.id(), failed.reason(), failed.detail());
            case Judgement.Passed passed -> tenant.isServed() ? admitted(station, passed.contact()) : suspended(tenant);
        };
    }

    private boolean mayBeToken(String text) {
        return tokensInPath && StationTokens.mayBeOne(text);
    }

    private String shown(String text) {
        return mayBeToken(text) ? "***" : text;
    }

    private TurnedAway unknown(String identity, Shown shown, long tenant, Reason reason, String detail) {
        if (hidesUnknown) {
            security.pretend(identity, shown);
        }
        return new TurnedAway(tenant, reason, detail);
    }

    private Optional<Station> known(RegisteredTenant tenant, String identity) {
        Scope scope = tenant.tenant().scope();
        if (authRequired || !tenant.isServed() || mayBeToken(identity)) {
            return stations.find(scope, identity);
        }
        String own = tenant.unknownStations();
        return stations.knock(
                scope, identity, own == null ? null : UnknownStations.of(own).orElseThrow());
    }

    /** Told to nobody but who has shown the station's password, where it has one. */
    private static TurnedAway suspended(RegisteredTenant tenant) {
        return new TurnedAway(
                tenant.id(),
                Reason.TENANT_SUSPENDED,
                "the organisation is suspended; whoever runs this installation can resume it");
    }

    @Override
    public Entry again(Admitted before, Knock knock) {
        long tenant = before.station().tenant();
        Station station = stations.get(before.station()).orElse(null);
        if (station == null) {
            return new TurnedAway(tenant, Reason.UNKNOWN_IDENTITY, "the station was deleted while it waited");
        }
        return switch (security.judge(station, shown(knock, address(knock.path())))) {
            case Judgement.Failed failed ->
                new TurnedAway(
                        tenant, failed.reason(), "it was let in, waited, and would not be by now: " + failed.detail());
            case Judgement.Passed passed -> admitted(station, passed.contact());
        };
    }

    @Override
    public boolean isServed(StationRef station) {
        return tenants.isServed(station.tenant());
    }

    private Admitted admitted(Station station, Contact contact) {
        return new Admitted(
                station.ref(),
                station.strict(),
                station.zone(),
                station.registration() == Registration.ACCEPTED && !contact.isOnlyToRenew(security.now()),
                station.config().defaultVersion(),
                station.lastVersion(),
                contact);
    }

    @Override
    public long opened(Admitted station, OcppVersion version, Knock knock) {
        security.connected(
                station.station(), station.contact(), knock.transport().certificates());
        long connection = connections.opened(
                station.station(), version, knock.address(), knock.path().path());
        notes.opened(station.station(), version, knock);
        security.opened(connection, station.contact(), knock.transport().certificates());
        return connection;
    }

    @Override
    public void closed(StationRef station, long connection, int code, String reason) {
        security.closed(connection);
        connections.closed(station, connection, code, reason);
    }

    @Override
    public void turnedAway(Attempt attempt, Knock knock) {
        connections.refused(attempt, () -> notes.hint(attempt, knock));
    }
}
