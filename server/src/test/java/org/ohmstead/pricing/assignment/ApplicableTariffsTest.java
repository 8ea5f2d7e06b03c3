package org.ohmstead.pricing.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.pricing.PricingWorld;
import org.ohmstead.pricing.catalogue.TariffView;
import org.ohmstead.stations.groups.StationGroup;

/** Which tariff applies, on both databases. */
class ApplicableTariffsTest {
    private static AssignmentBody to(
            TariffView tariff,
            @Nullable Long group,
            @Nullable String station,
            @Nullable Integer evse,
            @Nullable String connectorType,
            @Nullable String tokenGroup,
            @Nullable String token) {
        return new AssignmentBody(tariff.id(), group, station, evse, connectorType, tokenGroup, token);
    }

    private static List<String> outcomes(PricingWorld world, String evse, String token) {
        return world.applicable.applicable("CP-7", evse, null, token, null).candidates().stream()
                .map(each -> each.tariffName() + " " + each.outcome())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_closest_assignment_counts_first_by_whom_then_by_where(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            assertThat(world.winner("CP-7", null, null)).isNull();
            world.assign(world.simple("all", "'perKwh': 1"));
            assertThat(world.winner("CP-7", "1", "KNOWN")).isEqualTo("all");
            StationGroup north = world.groups.create(Actor.LOCAL, new StationGroup.Label("north", null));
            world.members.add(Actor.LOCAL, north.id(), ChargingSite.CP7);
            world.assign(to(world.simple("group", "'perKwh': 2"), north.id(), null, null, null, null, null));
            assertThat(world.winner("CP-7", "1", "KNOWN")).isEqualTo("group");
            assertThat(world.winner("CP-8", "1", "KNOWN")).isEqualTo("all");
            world.assign(to(world.simple("station", "'perKwh': 3"), null, "cp-7", null, null, null, null));
            assertThat(world.winner("CP-7", "1", null)).isEqualTo("station");
            world.assign(to(world.simple("evse", "'perKwh': 4"), null, "CP-7", 2, null, null, null));
            assertThat(world.winner("CP-7", "2", null)).isEqualTo("evse");
            assertThat(world.winner("CP-7", "1", null)).isEqualTo("station");
            world.assign(to(world.simple("fleet", "'perKwh': 5"), null, null, null, null, "fleet", null));
            assertThat(world.winner("CP-7", "2", "FRIEND")).isEqualTo("fleet");
            assertThat(world.winner("CP-7", "2", "KNOWN")).isEqualTo("evse");
            world.assign(to(world.simple("mate", "'perKwh': 6"), null, null, null, null, null, "mate"));
            assertThat(world.winner("CP-7", "2", "MATE")).isEqualTo("mate");
            assertThat(outcomes(world, "1", "FRIEND"))
                    .containsExactly(
                            "fleet applies",
                            "evse other_evse",
                            "station less_close",
                            "group less_close",
                            "all less_close");
            assertThatThrownBy(() -> world.groups.remove(Actor.LOCAL, north.id(), before -> {}))
                    .hasMessageContaining("tariff assignment");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void of_two_that_say_as_much_the_newer_counts_and_what_ended_does_not(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("old", "'perKwh': 1"));
            world.minute(1);
            AssignmentView newer = world.assign(world.simple("new", "'perKwh': 2"));
            assertThat(world.winner("CP-7", null, null)).isEqualTo("new");
            assertThat(world.applicable
                            .applicable(
                                    "CP-7", null, null, null, ChargingSite.at(0).toString())
                            .applies()
                            .tariffName())
                    .isEqualTo("old");
            world.minute(2);
            world.assignments.end(Long.toString(newer.id()));
            assertThat(world.winner("CP-7", null, null)).isEqualTo("old");
            assertThat(world.applicable
                            .applicable(
                                    "CP-7", null, null, null, ChargingSite.at(1).toString())
                            .applies()
                            .tariffName())
                    .isEqualTo("new");
            assertThat(world.assignments.list(null, null, null, null, null).items())
                    .hasSize(1);
            assertThat(world.assignments.list(null, null, "true", null, null).items())
                    .extracting(AssignmentView::tariffName)
                    .containsExactly("new", "old");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_tariff_that_is_not_valid_gives_way(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("usual", "'perKwh': 1"));
            TariffView summer = (TariffView) world.tariffs
                    .create(world.body("{'name': 'summer', 'simple': {'currency': 'EUR'},"
                            + " 'validFrom': '2026-06-01T00:00:00Z', 'validUntil': '2026-09-01T00:00:00Z'}"))
                    .getEntity();
            world.assign(to(summer, null, "CP-7", null, null, null, null));
            assertThat(outcomes(world, "1", "KNOWN")).containsExactly("usual applies", "summer not_valid_yet");
            assertThat(world.applicable
                            .applicable("CP-7", null, null, null, "2026-07-01T00:00:00Z")
                            .applies()
                            .tariffName())
                    .isEqualTo("summer");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_type_of_connector_counts_where_the_station_tells_of_it(TestDatabases.Kind kind)
            throws JsonProcessingException {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("all", "'perKwh': 1"));
            world.assign(to(world.simple("fast", "'perKwh': 2"), null, null, null, "ccs", null, null));
            assertThat(outcomes(world, "1", "KNOWN")).containsExactly("all applies", "fast connector_type_unknown");
            world.model.reported(ChargingSite.CP7, world.json.readTree("""
                [{"component": {"name": "Connector", "evse": {"id": 1, "connectorId": 1}},
                  "variable": {"name": "ConnectorType"}, "variableAttribute": [{"value": "CCS"}]},
                 {"component": {"name": "Connector", "evse": {"id": 2, "connectorId": 1}},
                  "variable": {"name": "ConnectorType"}, "variableAttribute": [{"value": "sType2"}]}]\
                """), world.site.now);
            assertThat(world.winner("CP-7", "1", null)).isEqualTo("fast");
            assertThat(outcomes(world, "2", "KNOWN")).containsExactly("all applies", "fast other_connector_type");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_wrong_is_refused(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            TariffView tariff = world.simple("all", "'perKwh': 1");
            world.assign(tariff);
            refused(Refused.Kind.CONFLICT, null, () -> world.assign(tariff));
            refused(
                    Refused.Kind.INVALID,
                    "tariff",
                    () -> world.assign(new AssignmentBody(99L, null, null, null, null, null, null)));
            refused(
                    Refused.Kind.INVALID,
                    "tariff",
                    () -> world.assign(new AssignmentBody(null, null, null, null, null, null, null)));
            refused(Refused.Kind.INVALID, "station", () -> world.assign(to(tariff, null, "X", null, null, null, null)));
            refused(
                    Refused.Kind.INVALID,
                    "stationGroup",
                    () -> world.assign(to(tariff, 77L, null, null, null, null, null)));
            refused(Refused.Kind.INVALID, "evse", () -> world.assign(to(tariff, null, null, 1, null, null, null)));
            refused(Refused.Kind.INVALID, "token", () -> world.assign(to(tariff, null, null, null, null, "A", "B")));
            refused(
                    Refused.Kind.INVALID,
                    "token",
                    () -> world.assign(to(tariff, null, null, null, null, null, "\uD83D")));
            refused(Refused.Kind.NOT_FOUND, null, () -> world.winner("X", null, null));
            refused(Refused.Kind.INVALID, "station", () -> world.applicable.applicable(null, null, null, null, null));
            refused(Refused.Kind.NOT_FOUND, null, () -> world.assignments.end("99"));
        }
    }

    private static void refused(Refused.Kind kind, @Nullable String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}
