package org.ohmstead.stations.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.credentials.PasswordBody;
import org.ohmstead.stations.lists.StationQuery;

class StationResourceTest {
    private final ObjectMapper json = new ObjectMapper().findAndRegisterModules();
    private final TestStations slice = new TestStations();
    private final StationResource resource = new StationResource(
            slice.stations,
            slice.views(),
            new StationTable(slice.lists(), slice.views()),
            CurrentActor.of(Actor.LOCAL),
            json);

    private static StationQuery connected(String word) {
        return new StationQuery(null, word, null, null, null);
    }

    @AfterEach
    void close() {
        slice.close();
    }

    @Test
    void a_station_that_is_registered_by_its_identity_alone_has_every_default() {
        slice.station("CP-7");
        StationView view = resource.get("cp-7");
        assertThat(view.identity()).isEqualTo("CP-7");
        assertThat(view.admission()).isEqualTo("accepted");
        assertThat(view.registration()).isEqualTo("none");
        assertThat(view.connected()).isFalse();
        assertThat(view.strict()).isFalse();
        assertThat(view.hasPassword()).isFalse();
        assertThat(view.warnings()).isEmpty();
    }

    @Test
    void a_patch_leaves_what_is_absent_and_clears_what_is_null() throws Exception {
        slice.station("CP-7");
        change("{\"name\": \"Gate\", \"zone\": \"Europe/Berlin\", \"heartbeatIntervalSeconds\": 60, \"strict\": true}");
        StationView view = change("{\"zone\": null, \"defaultVersion\": \"2.0.1\"}");
        assertThat(view.name()).isEqualTo("Gate");
        assertThat(view.zone()).isNull();
        assertThat(view.heartbeatIntervalSeconds()).isEqualTo(60);
        assertThat(view.strict()).isTrue();
        assertThat(view.defaultVersion()).isEqualTo("2.0.1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"admission\": \"maybe\"}; admission; pending",
                "{\"zone\": \"Europe/Nowhere\"}; zone; Europe/Berlin",
                "{\"heartbeatIntervalSeconds\": 0}; heartbeatIntervalSeconds; 86400",
                "{\"heartbeatIntervalSeconds\": \"soon\"}; heartbeatIntervalSeconds; whole number",
                "{\"defaultVersion\": \"1.5\"}; defaultVersion; 2.0.1",
                "{\"identity\": \"CP-8\"}; identity; cannot change",
                "{\"colour\": \"red\"}; colour; heartbeatIntervalSeconds",
            })
    void what_is_not_allowed_is_refused_by_its_name_and_nothing_changes(String body, String field, String says) {
        slice.station("CP-7");
        StationView before = resource.get("CP-7");
        assertThatThrownBy(() -> change(body)).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.detail()).contains(says);
        });
        assertThat(resource.get("CP-7")).isEqualTo(before);
    }

    @Test
    void an_unknown_station_is_not_found() {
        assertThatThrownBy(() -> resource.get("nobody")).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Refused.Kind.NOT_FOUND);
            assertThat(problem.detail()).contains("nobody").contains("POST");
        });
        assertThatThrownBy(() -> resource.delete("nobody", null)).isInstanceOf(Refused.class);
    }

    @Test
    void a_password_is_set_and_removed_and_never_shown() {
        StationRef ref = slice.station("CP-7");
        resource.setPassword("CP-7", new PasswordBody("000102030405060708090a0b0c0d0e0ff0f1f2f3", null), null);
        assertThat(resource.get("CP-7").hasPassword()).isTrue();
        assertThat(slice.passwords.verify(
                        slice.now(ref), "000102030405060708090a0b0c0d0e0ff0f1f2f3".getBytes(StandardCharsets.UTF_8)))
                .isTrue();
        assertThatThrownBy(() -> resource.setPassword("CP-7", new PasswordBody("12345678", null), null))
                .isInstanceOf(Refused.class);
        resource.setPassword("CP-7", new PasswordBody("12345678", true), null);
        resource.removePassword("CP-7", null);
        assertThat(resource.get("CP-7").hasPassword()).isFalse();
        assertThatThrownBy(() -> resource.setPassword("CP-7", new PasswordBody(null, null), null))
                .isInstanceOfSatisfying(
                        Refused.class, problem -> assertThat(problem.detail()).contains("DELETE"));
    }

    @Test
    void a_connected_station_shows_what_it_speaks_and_when_it_was_heard() {
        StationRef ref = slice.station("CP-7");
        slice.connect(ref, OcppVersion.V21);
        slice.lastSeen.seen(ref, slice.clock.instant());
        StationView view = resource.get("CP-7");
        assertThat(view.connected()).isTrue();
        assertThat(view.ocppVersion()).isEqualTo("2.1");
        assertThat(view.lastSeenAt()).isEqualTo(slice.clock.instant());
        assertThat(resource.list(connected("true"), null, null).items()).hasSize(1);
        assertThat(resource.list(connected("false"), null, null).items()).isEmpty();
        assertThatThrownBy(() -> resource.list(connected("perhaps"), null, null))
                .isInstanceOfSatisfying(
                        Refused.class, problem -> assertThat(problem.field()).isEqualTo("connected"));
    }

    @Test
    void a_station_without_an_identity_is_no_station() {
        assertThatThrownBy(() -> resource.create(null))
                .isInstanceOfSatisfying(
                        Refused.class, problem -> assertThat(problem.field()).isEqualTo("identity"));
    }

    private StationView change(String body) throws Exception {
        return resource.change("CP-7", (ObjectNode) json.readTree(body), null);
    }

    @Test
    void where_a_station_stands_is_kept_and_has_limits() throws Exception {
        slice.station("CP-7");
        StationView view = change("{\"latitude\":-90,\"longitude\":180,\"address\":\" Pole \"}");
        assertThat(view.latitude()).isEqualTo(-90);
        assertThat(view.longitude()).isEqualTo(180);
        assertThat(view.address()).isEqualTo("Pole");
        assertThat(resource.get("CP-7").latitude()).isEqualTo(-90);
        assertThat(change("{\"name\":\"x\"}").longitude()).isEqualTo(180);
        assertThatThrownBy(() -> change("{\"latitude\":90.1}"))
                .isInstanceOfSatisfying(
                        Refused.class, wrong -> assertThat(wrong.field()).isEqualTo("latitude"));
        assertThatThrownBy(() -> change("{\"longitude\":-180.1}"))
                .isInstanceOfSatisfying(
                        Refused.class, wrong -> assertThat(wrong.field()).isEqualTo("longitude"));
        assertThatThrownBy(() -> change("{\"longitude\":null}"))
                .isInstanceOfSatisfying(
                        Refused.class, wrong -> assertThat(wrong.field()).isEqualTo("longitude"));
        assertThat(change("{\"latitude\":null,\"longitude\":null,\"address\":\"\"}")
                        .latitude())
                .isNull();
    }
}
