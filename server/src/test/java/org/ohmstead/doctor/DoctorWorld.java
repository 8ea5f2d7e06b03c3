package org.ohmstead.doctor;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.app.StationsDoor;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.app.socket.RawStation;
import org.ohmstead.app.socket.handshake.HandshakeNotes;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.schema.Tables;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.tenants.SqlTenantStore;
import org.ohmstead.tenants.Tenants;

/** The real endpoint with the real door, a few stations with and without passwords, and the doctor. */
final class DoctorWorld implements AutoCloseable {
    static final Scope TENANT = Scope.tenant(1);
    private static final long ACME = 2;

    final TestStations slice;
    final ConnectionProblems problems;
    private final EndpointHarness server;

    DoctorWorld(Database database, List<String> flags) {
        slice = new TestStations(database);
        problems = new ConnectionProblems(
                new SqlConnectionProblems(slice.database),
                () -> Stream.of(new CreateStation(slice.stations)),
                slice.clock);
        password("CP-07", BrokenCredentials.FORMER);
        slice.stations.setPassword(Actor.LOCAL, find("CP-07"), BrokenCredentials.PASSWORD, true, any -> {});
        password("CP-08", BrokenCredentials.OTHERS);
        password("HEX-1", BrokenCredentials.HEX);
        password("UML-1", "Sch\u00f6ner-Schl\u00fcssel");
        slice.station("OPEN-1");
        slice.commits.write(Scope.everywhere(), 1, tx -> tx.sql()
                .insertInto(Tables.TENANT)
                .set(Tables.TENANT.ID, ACME)
                .set(Tables.TENANT.SLUG, "acme")
                .set(Tables.TENANT.NAME, "Acme")
                .set(Tables.TENANT.CREATED_AT, Instant.EPOCH)
                .set(Tables.TENANT.SUSPENDED_AT, Instant.EPOCH)
                .execute());
        slice.stations.create(
                new Actor(Scope.tenant(ACME), Actor.Kind.LOCAL, "", Actor.Origin.WITHIN),
                NewStation.of("S-1", StationConfig.DEFAULT));
        Settings settings = Settings.of(flags.toArray(String[]::new));
        server = new EndpointHarness(
                settings,
                new StationsDoor(
                        new Tenants(new SqlTenantStore(slice.database, slice.commits)),
                        slice.stations,
                        slice.securityCheck(new CredentialPolicy(
                                CredentialPolicy.Needed.valueOf(
                                        settings.stations().stationAuth().name()),
                                Set.of(CredentialPolicy.Way.PASSWORD),
                                "",
                                "")),
                        slice.connections,
                        new HandshakeNotes(slice.stations, slice.hints, slice.oddities, slice.clock),
                        settings));
    }

    private void password(String identity, String password) {
        slice.stations.setPassword(Actor.LOCAL, slice.station(identity), password, true, any -> {});
    }

    StationRef find(String identity) {
        return slice.stations.find(TENANT, identity).orElseThrow().ref();
    }

    /** @return the text that was answered */
    String send(String bytes) throws IOException {
        try (RawStation station = new RawStation(server.port())) {
            station.write(bytes);
            station.readHead();
            return station.header("Connection").equalsIgnoreCase("close") ? station.rest() : "";
        }
    }

    RawStation dial(String target, String... headers) throws IOException {
        return RawStation.dial(server.port(), target, headers);
    }

    /** What is told of one tenant. */
    List<ConnectionProblemView> told(long tenant) {
        slice.attempts.flush();
        return problems.page(Scope.tenant(tenant), null, Instant.EPOCH, Limit.USUAL, null)
                .items();
    }

    @Override
    public void close() {
        server.close();
        slice.close();
    }
}
