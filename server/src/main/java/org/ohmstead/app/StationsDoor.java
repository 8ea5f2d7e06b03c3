package org.ohmstead.app;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.settings.StationSettings.Auth;
import org.ohmstead.app.socket.handshake.HandshakeNotes;
import org.ohmstead.app.socket.handshake.StationDoor;
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
import org.ohmstead.stations.credentials.StationLogin;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;

/** The door of the stations, as the register of stations keeps it. */
@Singleton
public class StationsDoor implements StationDoor {
    private final Tenants tenants;
    private final Stations stations;
    private final StationLogin login;
    private final Connections connections;
    private final HandshakeNotes notes;
    private final boolean authRequired;

    @Inject
    public StationsDoor(
            Tenants tenants,
            Stations stations,
            StationLogin login,
            Connections connections,
            HandshakeNotes notes,
            Settings settings) {
        this.tenants = tenants;
        this.stations = stations;
        this.login = login;
        this.connections = connections;
        this.notes = notes;
        this.authRequired = settings.stations().stationAuth() == Auth.REQUIRED;
    }

    @Override
    public Entry knock(Knock knock) {
        String slug = knock.path()
                .tenant()
                .or(() ->
                        knock.path().twice().filter(twice -> tenants.find(twice).isPresent()))
                .orElse(Tenant.DEFAULT.slug());
        return tenants.find(slug)
                .filter(tenant -> !tenant.isRemoving()) // which is as good as gone, and gets no new rows
                .map(tenant -> knock(tenant, knock))
                .orElseGet(
                        () -> new TurnedAway(
                                Tenant.DEFAULT.id(),
                                Reason.UNKNOWN_TENANT,
                                "there is no tenant '" + slug
                                        + "', which the URL names before the identity; without tenants it is /ocpp/{identity}"));
    }

    private Entry knock(RegisteredTenant tenant, Knock knock) {
        String identity = String.valueOf(knock.path().identity());
        Optional<Station> known = known(tenant, identity);
        if (known.isEmpty()) {
            return new TurnedAway(
                    tenant.id(),
                    Reason.UNKNOWN_IDENTITY,
                    "there is no station '" + identity
                            + "'; create it with POST /api/v1/stations, or check the identity"
                            + " at the end of the URL that is set in the station");
        }
        Station station = known.get();
        if (authRequired && !station.hasPassword()) {
            return new TurnedAway(
                    tenant.id(),
                    Reason.NO_CREDENTIALS,
                    "station-auth is required and this station has no password; set one with PUT /api/v1/stations/"
                            + identity + "/password and in the station");
        }
        return login.refusal(station, knock.authorization())
                .<Entry>map(reason -> new TurnedAway(tenant.id(), reason, detail(reason)))
                .orElseGet(() -> tenant.isServed() ? admitted(station) : suspended(tenant));
    }

    private Optional<Station> known(RegisteredTenant tenant, String identity) {
        Scope scope = tenant.tenant().scope();
        if (authRequired || !tenant.isServed()) {
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
    public boolean isServed(StationRef station) {
        return tenants.isServed(station.tenant());
    }

    private static Admitted admitted(Station station) {
        return new Admitted(
                station.ref(),
                station.strict(),
                station.zone(),
                station.registration() == Registration.ACCEPTED,
                station.config().defaultVersion(),
                station.lastVersion());
    }

    private static String detail(Reason reason) {
        return switch (reason) {
            case NO_CREDENTIALS -> "this station has a password, and no HTTP Basic authentication was sent";
            case WRONG_USER_NAME -> "the user name of the HTTP Basic authentication must be the identity";
            case WRONG_PASSWORD -> "the password is wrong";
            case NO_STATION_PATH,
                    NO_IDENTITY,
                    UNKNOWN_TENANT,
                    TENANT_SUSPENDED,
                    UNKNOWN_IDENTITY,
                    NO_COMMON_SUBPROTOCOL,
                    BAD_HANDSHAKE,
                    FOREIGN_ORIGIN,
                    TLS_ON_PLAIN_PORT,
                    PLAIN_ON_TLS_PORT,
                    TLS_FAILED,
                    TLS_REQUIRED,
                    WRONG_SECURITY_PROFILE,
                    NO_CERTIFICATE,
                    UNTRUSTED_CERTIFICATE,
                    CERTIFICATE_EXPIRED,
                    CERTIFICATE_REVOKED,
                    WRONG_COMMON_NAME,
                    WRONG_ORGANISATION,
                    TOO_MANY_FAILURES,
                    TOO_MANY_CONNECTIONS,
                    SHUTTING_DOWN,
                    STORE_UNAVAILABLE -> "it may not connect";
        };
    }

    @Override
    public long opened(Admitted station, OcppVersion version, Knock knock) {
        long connection = connections.opened(
                station.station(), version, knock.address(), knock.path().path());
        notes.opened(station.station(), version, knock);
        return connection;
    }

    @Override
    public void closed(StationRef station, long connection, int code, String reason) {
        connections.closed(station, connection, code, reason);
    }

    @Override
    public void turnedAway(Attempt attempt, Knock knock) {
        connections.refused(attempt, () -> notes.hint(attempt, knock));
    }
}
