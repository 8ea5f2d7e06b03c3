package org.ohmstead.pricing.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.pricing.PricingWorld;
import org.ohmstead.pricing.ocpi.OcpiTariff;

/** The operator's tariffs, on both databases. */
class OperatorTariffsTest {
    private static final String NIGHT = """
        {'name': 'Night', 'tariff': {'country_code': 'DE', 'party_id': 'ALL', 'id': 'N-1', 'currency': 'EUR',
          'tariff_alt_text': [{'language': 'de', 'text': 'Nachts billiger'}], 'start_date_time': '2026-01-01T00:00:00Z',
          'elements': [
            {'price_components': [{'type': 'ENERGY', 'price': 0.20, 'vat': 19, 'step_size': 1}],
             'restrictions': {'start_time': '22:00', 'end_time': '06:00'}},
            {'price_components': [{'type': 'ENERGY', 'price': 0.50, 'vat': 19, 'step_size': 1}]}]}}\
        """;

    private static void refused(Refused.Kind kind, String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.field()).isEqualTo(field);
        });
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void the_simple_form_and_the_full_one_are_one_thing(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            TariffView simple =
                    world.simple("City", "'perKwh': 0.5, 'idlePerHour': 3, 'idleGraceSeconds': 600, 'vat': 19");
            TariffView same = (TariffView) world.tariffs
                    .create(new TariffBody(
                            "City again", null, null, null, simple.tariff().anonymous(), null, null))
                    .getEntity();
            assertThat(same.simple()).isEqualTo(simple.simple()).isNotNull();
            assertThat(same.tariff().elements())
                    .isEqualTo(simple.tariff().elements())
                    .hasSize(2);
            assertThat(simple.ocpiId()).isEqualTo(Long.toString(simple.id()));
            TariffView night =
                    (TariffView) world.tariffs.create(world.body(NIGHT)).getEntity();
            assertThat(night.simple()).isNull();
            assertThat(night.ocpiId()).isEqualTo("N-1");
            assertThat(night.tariff().tariffAltText()).hasSize(1);
            assertThat(night.validFrom()).isEqualTo("2026-01-01T00:00:00Z");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void another_price_is_a_new_version_and_the_old_one_stays_readable(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            TariffView first = world.simple("City", "'perKwh': 0.5");
            String id = Long.toString(first.id());
            TariffView renamed = world.tariffs.replace(
                    id, world.body("{'name': 'Town', 'simple': {'currency': 'EUR', 'perKwh': 0.5}}"), null);
            assertThat(renamed.version()).isEqualTo(1);
            world.minute(1);
            TariffView dearer = world.tariffs.replace(
                    id,
                    world.body("{'name': 'Town', 'simple': {'currency': 'EUR', 'perKwh': 0.6}}"),
                    renamed.entityTag().text());
            assertThat(dearer.version()).isEqualTo(2);
            assertThat(world.versions.version(id, "1").simple().perKwh()).isEqualByComparingTo("0.5");
            assertThat(world.versions.versions(id, null, null).items())
                    .extracting(TariffView::version)
                    .containsExactly(2, 1);
            refused(
                    Refused.Kind.CHANGED,
                    "If-Match",
                    () -> world.tariffs.replace(
                            id,
                            world.body("{'name': 'Town', 'simple': {'currency': 'EUR'}}"),
                            renamed.entityTag().text()));
            assertThat(world.tariffs.get(id).simple().perKwh()).isEqualTo(new BigDecimal("0.6"));
            refused(Refused.Kind.NOT_FOUND, null, () -> world.versions.version(id, "3"));
            refused(Refused.Kind.NOT_FOUND, null, () -> world.tariffs.get("999"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_used_is_neither_archived_nor_deleted(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            TariffView tariff = world.simple("City", "'perKwh': 0.5");
            String id = Long.toString(tariff.id());
            String assignment = Long.toString(world.assign(tariff).id());
            refused(Refused.Kind.CONFLICT, null, () -> world.tariffs.archive(id, null));
            refused(Refused.Kind.CONFLICT, null, () -> world.tariffs.delete(id, null));
            long session = world.site.start("KNOWN", 1000, 0);
            world.listen();
            world.assignments.end(assignment);
            assertThatThrownBy(() -> world.tariffs.delete(id, null)).hasMessageContaining("1 session");
            assertThat(world.tariffs.archive(id, null).archived()).isTrue();
            assertThat(world.plans.find(ChargingSite.CP7, session)).isPresent();
            refused(Refused.Kind.CONFLICT, "tariff", () -> world.assign(tariff));
            assertThat(world.tariffs.restore(id, null).archived()).isFalse();
            TariffView unused = world.simple("Unused", "'perKwh': 1");
            world.tariffs.delete(Long.toString(unused.id()), null);
            assertThat(world.tariffs.list(null, null, null, null).items())
                    .extracting(TariffView::name)
                    .containsExactly("City");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_partners_are_given_comes_in_again_as_it_was(TestDatabases.Kind kind) throws JsonProcessingException {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            TariffView night =
                    (TariffView) world.tariffs.create(world.body(NIGHT)).getEntity();
            OcpiTariff given = world.versions.ocpi(Long.toString(night.id()), null);
            assertThat(given.id()).isEqualTo("N-1");
            OcpiTariff read = world.json.readValue(world.json.writeValueAsString(given), OcpiTariff.class);
            assertThat(world.versions.bringIn(List.of(read)).getFirst().version())
                    .isEqualTo(1);
            world.minute(1);
            OcpiTariff ended =
                    read.with(null, Instant.parse("2027-01-01T00:00:00Z")).named("n-1", null);
            TariffView changed = world.versions.bringIn(List.of(ended)).getFirst();
            assertThat(changed.version()).isEqualTo(2);
            assertThat(changed.name()).isEqualTo("Night");
            assertThat(changed.id()).isEqualTo(night.id());
            TariffView other =
                    world.versions.bringIn(List.of(read.named("X", null))).getFirst();
            assertThat(other.name()).isEqualTo("X");
            refused(Refused.Kind.INVALID, "[1].id", () -> world.versions.bringIn(List.of(read, ended)));
            refused(Refused.Kind.INVALID, "[0].id", () -> world.versions.bringIn(List.of(read.anonymous())));
            refused(Refused.Kind.INVALID, "body", () -> world.versions.bringIn(List.of()));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_wrong_is_refused_by_its_place(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.simple("City", "'perKwh': 0.5");
            refused(Refused.Kind.CONFLICT, "name", () -> world.simple("CITY", "'perKwh': 0.5"));
            refused(Refused.Kind.INVALID, "name", () -> world.simple("\uD800", "'perKwh': 0.5"));
            refused(Refused.Kind.INVALID, "simple.perKwh", () -> world.simple("A", "'perKwh': -1"));
            refused(Refused.Kind.INVALID, "tariff", () -> world.tariffs.create(world.body("{'name': 'A'}")));
            refused(
                    Refused.Kind.INVALID,
                    "tariff.elements",
                    () -> world.tariffs.create(
                            world.body("{'name': 'A', 'tariff': {'currency': 'EUR', 'elements': []}}")));
            refused(
                    Refused.Kind.INVALID,
                    "ocpiId",
                    () -> world.tariffs.create(
                            world.body("{'name': 'A', 'ocpiId': 'a b', 'simple': {'currency': 'EUR'}}")));
            refused(
                    Refused.Kind.INVALID,
                    "validUntil",
                    () -> world.tariffs.create(world.body(
                            "{'name': 'A', 'simple': {'currency': 'EUR'}, 'validFrom': '2026-02-01T00:00:00Z',"
                                    + " 'validUntil': '2026-01-01T00:00:00Z'}")));
            refused(Refused.Kind.MALFORMED, null, () -> world.tariffs.create(null));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void another_tenant_sees_none_and_whoever_sees_some_stations_changes_none(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            TariffView tariff = world.simple("City", "'perKwh': 0.5");
            assertThatThrownBy(() -> world.catalogue.get(Scope.tenant(2), tariff.id()))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
            Actor some = Actor.user(1, Set.of(5L), "anna@example.org", Actor.Origin.WITHIN);
            assertThatThrownBy(() -> world.catalogue.delete(some, tariff.id(), before -> {}))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.FORBIDDEN));
        }
    }
}
