package org.ohmstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jooq.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.app.settings.Settings;
import org.ohmstead.app.socket.handshake.HandshakeNotes;
import org.ohmstead.app.socket.handshake.StationDoor.Admitted;
import org.ohmstead.app.socket.handshake.StationDoor.Entry;
import org.ohmstead.app.socket.handshake.StationDoor.Knock;
import org.ohmstead.app.socket.handshake.StationDoor.TurnedAway;
import org.ohmstead.app.socket.handshake.StationPath;
import org.ohmstead.app.socket.handshake.Transport;
import org.ohmstead.db.Scope;
import org.ohmstead.db.schema.Tables;
import org.ohmstead.stations.NewStation;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.tenants.SqlTenantStore;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.tenants.Tenants;

/** Whom a knock reaches, with two tenants that have a station of the same identity. */
class StationsDoorTest {
    private static final long ACME = 2;
    private static final String PASSWORD_OF_DEFAULT = "password of the default";
    private static final String PASSWORD_OF_ACME = "password of the other one";

    private final TestStations slice = new TestStations();
    private final Tenants tenants = new Tenants(new SqlTenantStore(slice.database, slice.commits));
    private final StationsDoor door = door(Settings.defaults());

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void a_tenant_that_does_not_exist_is_not_the_default_one() {
        slice.station("CP-1");
        assertThat(knock("/ocpp/acme/CP-1", null)).isInstanceOfSatisfying(TurnedAway.class, away -> {
            assertThat(away.reason()).isEqualTo(Reason.UNKNOWN_TENANT);
            assertThat(away.tenant()).isEqualTo(1); // whose list it is shown in
            assertThat(away.detail()).contains("'acme'", "/ocpp/{identity}");
        });
        assertThat(knock("/ocpp/CP-1", null)).isInstanceOf(Admitted.class);
        assertThat(knock("/ocpp/default/CP-1", null)).isInstanceOf(Admitted.class);
        assertThat(knock("/ocpp/CP-1/CP-1", null)).isInstanceOf(Admitted.class);
    }

    @Test
    void two_tenants_may_have_a_station_of_one_identity_and_each_has_its_own_password() {
        tenant();
        StationRef ours = slice.station("CP-1");
        StationRef theirs = slice.stations
                .create(
                        new Actor(Scope.tenant(ACME), Actor.Kind.LOCAL, "", Actor.Origin.WITHIN),
                        NewStation.of("CP-1", StationConfig.DEFAULT))
                .ref();
        slice.stations.setPassword(Actor.LOCAL, ours, PASSWORD_OF_DEFAULT, false, any -> {});
        slice.stations.setPassword(Actor.LOCAL, theirs, PASSWORD_OF_ACME, false, any -> {});

        assertThat(admitted("/ocpp/CP-1", PASSWORD_OF_DEFAULT)).isEqualTo(ours);
        assertThat(admitted("/ocpp/acme/CP-1", PASSWORD_OF_ACME)).isEqualTo(theirs);
        assertThat(knock("/ocpp/CP-1", PASSWORD_OF_ACME))
                .isInstanceOfSatisfying(
                        TurnedAway.class, away -> assertThat(away.reason()).isEqualTo(Reason.WRONG_PASSWORD));
        assertThat(knock("/ocpp/acme/CP-1", PASSWORD_OF_DEFAULT))
                .isInstanceOfSatisfying(
                        TurnedAway.class, away -> assertThat(away.tenant()).isEqualTo(ACME));
    }

    @Test
    void a_station_of_one_tenant_is_unknown_to_the_other() {
        tenant();
        slice.station("CP-1");
        assertThat(knock("/ocpp/acme/CP-1", null)).isInstanceOfSatisfying(TurnedAway.class, away -> {
            assertThat(away.reason()).isEqualTo(Reason.UNKNOWN_IDENTITY);
            assertThat(away.tenant()).isEqualTo(ACME);
        });
    }

    @Test
    void a_suspended_tenant_is_told_only_to_who_shows_the_right_password_and_registers_nobody() {
        tenant();
        StationRef theirs = station(ACME, "CP-1");
        slice.stations.setPassword(Actor.LOCAL, theirs, PASSWORD_OF_ACME, false, any -> {});
        set(Tables.TENANT.UNKNOWN_STATIONS, "accept");
        set(Tables.TENANT.SUSPENDED_AT, Instant.EPOCH);
        assertThat(reason("/ocpp/acme/CP-1", PASSWORD_OF_ACME)).isEqualTo(Reason.TENANT_SUSPENDED);
        assertThat(reason("/ocpp/acme/CP-1", PASSWORD_OF_DEFAULT)).isEqualTo(Reason.WRONG_PASSWORD);
        assertThat(reason("/ocpp/acme/CP-2", null)).isEqualTo(Reason.UNKNOWN_IDENTITY);
        assertThat(door.isServed(theirs)).isFalse();
        set(Tables.TENANT.SUSPENDED_AT, null);
        assertThat(knock("/ocpp/acme/CP-1", PASSWORD_OF_ACME)).isInstanceOf(Admitted.class);
        assertThat(door.isServed(theirs)).isTrue();
    }

    @Test
    void a_tenant_that_is_being_removed_is_as_good_as_gone() {
        tenant();
        station(ACME, "CP-1");
        set(Tables.TENANT.SUSPENDED_AT, Instant.EPOCH);
        set(Tables.TENANT.REMOVAL_AT, Instant.EPOCH);
        assertThat(knock("/ocpp/acme/CP-1", null)).isInstanceOfSatisfying(TurnedAway.class, away -> {
            assertThat(away.reason()).isEqualTo(Reason.UNKNOWN_TENANT);
            assertThat(away.tenant()).as("no new rows of it").isEqualTo(1);
        });
    }

    @Test
    void what_becomes_of_unknown_stations_each_tenant_says_for_itself() {
        tenant();
        assertThat(reason("/ocpp/acme/NEW", null)).isEqualTo(Reason.UNKNOWN_IDENTITY);
        set(Tables.TENANT.UNKNOWN_STATIONS, "pending");
        assertThat(((Admitted) knock("/ocpp/acme/NEW", null)).station().tenant())
                .isEqualTo(ACME);
        assertThat(reason("/ocpp/NEW", null)).as("as the installation says").isEqualTo(Reason.UNKNOWN_IDENTITY);
    }

    @Test
    void who_was_let_in_and_has_waited_is_judged_by_what_counts_now() {
        StationRef cp1 = slice.station("CP-1");
        slice.stations.setPassword(Actor.LOCAL, cp1, PASSWORD_OF_DEFAULT, false, any -> {});
        Knock knock = asked("/ocpp/CP-1", PASSWORD_OF_DEFAULT);
        Admitted admitted = (Admitted) door.knock(knock);
        assertThat(door.again(admitted, knock)).isInstanceOf(Admitted.class);
        slice.stations.setPassword(Actor.LOCAL, cp1, PASSWORD_OF_ACME, false, any -> {});
        assertThat(door.again(admitted, knock))
                .isInstanceOfSatisfying(
                        TurnedAway.class, away -> assertThat(away.reason()).isEqualTo(Reason.WRONG_PASSWORD));
        slice.stations.delete(Actor.LOCAL, cp1, any -> {});
        assertThat(door.again(admitted, knock))
                .isInstanceOfSatisfying(
                        TurnedAway.class, away -> assertThat(away.reason()).isEqualTo(Reason.UNKNOWN_IDENTITY));
    }

    @Test
    void a_station_may_have_the_name_of_its_tenant() {
        tenant();
        StationRef theirs = station(ACME, "ACME");
        assertThat(((Admitted) knock("/ocpp/acme/ACME", null)).station()).isEqualTo(theirs);
        assertThat(reason("/ocpp/ACME", null)).isEqualTo(Reason.UNKNOWN_IDENTITY);
    }

    @Test
    void a_token_in_the_path_lets_in_where_it_counts_and_is_shown_nowhere() {
        tenant();
        StationRef ours = slice.station("CP-1");
        StationRef theirs = station(ACME, "CP-1");
        String token = "a-token-of-24-characters";
        StationsDoor open = door(Settings.of("--station-auth=required", "--station-auth-methods=token,path"));
        for (StationRef each : List.of(ours, theirs)) {
            slice.token(each, token);
        }
        assertThat(come(open, "/ocpp/" + token + "/CP-1", null)).isEqualTo(ours.toString());
        assertThat(come(open, "/ocpp/default/" + token + "/CP-1", null)).isEqualTo(ours.toString());
        assertThat(come(open, "/ocpp/acme/" + token + "/CP-1", null)).isEqualTo(theirs.toString());
        assertThat(come(open, "/ocpp/acme/CP-1", "Bearer " + token)).isEqualTo(theirs.toString());
        assertThat(come(open, "/ocpp/CP-1", null)).isEqualTo("no_credentials");
        assertThat(come(open, "/ocpp/acme/CP-1", null))
                .as("a tenant is no token")
                .isEqualTo("no_credentials");
        assertThat(come(open, "/ocpp/some-other-token/CP-1", null)).isEqualTo("wrong_token");
        assertThat(come(open, "/ocpp/CP-1", "Bearer some-other-token")).isEqualTo("wrong_token");
        assertThat(come(door, "/ocpp/acme/" + token + "/CP-1", null))
                .as("by default it counts not")
                .isEqualTo("no_credentials");
    }

    @Test
    void a_token_in_the_place_of_the_identity_is_told_to_be_swapped_and_registered_nowhere() {
        String token = "a-token-of-24-characters";
        StationsDoor open = door(Settings.of(
                "--station-auth=optional", "--station-auth-methods=token,path", "--unknown-stations=accept"));
        slice.token(slice.station("CP-1"), token);
        for (String path : List.of("/ocpp/CP-1/" + token, "/ocpp/" + token)) {
            StationPath shown = StationPath.ofStationPort(path).withSecret();
            assertThat(open.knock(new Knock("192.0.2.1", Transport.PLAIN, shown, null, "ocpp1.6")))
                    .isInstanceOfSatisfying(TurnedAway.class, away -> {
                        assertThat(away.reason()).isEqualTo(Reason.UNKNOWN_IDENTITY);
                        assertThat(away.detail()).contains("swapped").doesNotContain(token);
                    });
        }
        assertThat(slice.stations.find(Scope.tenant(1), token)).isEmpty();
        StationPath tenant =
                StationPath.ofStationPort("/ocpp/" + token + "/x/CP-1").withSecret();
        assertThat(open.knock(new Knock("192.0.2.1", Transport.PLAIN, tenant, null, "ocpp1.6")))
                .isInstanceOfSatisfying(
                        TurnedAway.class, away -> assertThat(away.detail()).doesNotContain(token));
        station(1, token);
        StationPath named = StationPath.ofStationPort("/ocpp/" + token).withSecret();
        assertThat(open.knock(new Knock("192.0.2.1", Transport.PLAIN, named, null, "ocpp1.6")))
                .as("a station of that name")
                .isInstanceOf(Admitted.class);
    }

    private String come(StationsDoor to, String path, String authorization) {
        StationPath read = StationPath.ofStationPort(path);
        StationPath shown = to == door ? read : read.withSecret();
        Knock knock = new Knock("192.0.2.1", Transport.PLAIN, shown, authorization, "ocpp1.6");
        if (to != door) {
            assertThat(knock.toString() + shown.path() + shown.name()).doesNotContain("token");
        }
        return switch (to.knock(knock)) {
            case Admitted admitted -> admitted.station().toString();
            case TurnedAway away -> {
                assertThat(away.detail()).doesNotContain("some-other-token", "24-characters");
                yield away.reason().word();
            }
        };
    }

    private StationRef station(long tenant, String identity) {
        return slice.stations
                .create(
                        new Actor(Scope.tenant(tenant), Actor.Kind.LOCAL, "", Actor.Origin.WITHIN),
                        NewStation.of(identity, StationConfig.DEFAULT))
                .ref();
    }

    private Reason reason(String path, String password) {
        return ((TurnedAway) knock(path, password)).reason();
    }

    /** As the register writes it. */
    private <T> void set(Field<T> field, T value) {
        slice.commits.write(Scope.everywhere(), 1, tx -> tx.sql()
                .update(Tables.TENANT)
                .set(field, value)
                .where(Tables.TENANT.ID.eq(ACME))
                .execute());
        tenants.changed(new Tenant(ACME, "acme", "Acme"));
    }

    private void tenant() {
        slice.commits.write(Scope.everywhere(), 1, tx -> tx.sql()
                .insertInto(
                        Tables.TENANT,
                        Tables.TENANT.ID,
                        Tables.TENANT.SLUG,
                        Tables.TENANT.NAME,
                        Tables.TENANT.CREATED_AT)
                .values(ACME, "acme", "Acme", Instant.EPOCH)
                .execute());
    }

    private StationRef admitted(String path, String password) {
        return ((Admitted) knock(path, password)).station();
    }

    private StationsDoor door(Settings settings) {
        CredentialPolicy credentials = new SettingsWiring().credentials(settings);
        return new StationsDoor(
                tenants,
                slice.stations,
                slice.securityCheck(credentials),
                slice.connections,
                new HandshakeNotes(slice.stations, slice.hints, slice.oddities, slice.clock),
                settings);
    }

    private Entry knock(String path, String password) {
        return door.knock(asked(path, password));
    }

    private static Knock asked(String path, String password) {
        String credentials = password == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(("CP-1:" + password).getBytes(StandardCharsets.UTF_8));
        return new Knock("192.0.2.1", Transport.PLAIN, StationPath.ofStationPort(path), credentials, "ocpp1.6");
    }
}
