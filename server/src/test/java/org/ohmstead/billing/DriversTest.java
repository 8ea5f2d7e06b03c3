package org.ohmstead.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.billing.TestBilling.price;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.billing.personal.DriverData;
import org.ohmstead.billing.personal.DriverDataResource;
import org.ohmstead.billing.personal.DriverExportView;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.drivers.AccountView;
import org.ohmstead.drivers.CompanyBody;
import org.ohmstead.drivers.CompanyResource;
import org.ohmstead.drivers.CompanyView;
import org.ohmstead.drivers.DriverAccountResource;
import org.ohmstead.drivers.DriverBody;
import org.ohmstead.drivers.DriverResource;
import org.ohmstead.drivers.DriverView;
import org.ohmstead.drivers.MoneyBody;

/** Drivers and companies by REST, on both databases. */
class DriversTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static final class World implements AutoCloseable {
        final TestBilling billing;
        final DriverResource drivers;
        final CompanyResource companies;
        final DriverAccountResource accounts;
        final DriverDataResource data;

        World(TestDatabases.Kind kind) {
            this(new TestBilling(kind.open()), Actor.LOCAL);
        }

        World(TestBilling billing, Actor who) {
            this.billing = billing;
            CurrentActor actor = CurrentActor.of(who);
            drivers = new DriverResource(billing.drivers, actor, billing.json);
            companies = new CompanyResource(billing.companies, actor, billing.json);
            accounts = new DriverAccountResource(billing.drivers, billing.ledger, billing.wallets, actor);
            data = new DriverDataResource(
                    new DriverData(
                            billing.drivers,
                            billing.tokens,
                            billing.bills,
                            billing.invoices,
                            billing.ledger,
                            billing.billStore),
                    actor);
        }

        DriverView driver(String json) throws IOException {
            return (DriverView) drivers.create(billing.json.readValue(json, DriverBody.class))
                    .getEntity();
        }

        DriverView change(long id, String json) throws IOException {
            return drivers.change(Long.toString(id), (ObjectNode) billing.json.readTree(json), null);
        }

        @Override
        public void close() {
            billing.close();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_driver_is_made_shown_changed_and_found(TestDatabases.Kind kind) throws IOException {
        try (World world = new World(kind)) {
            long token = world.billing.token("A1", null).id();
            DriverView made =
                    world.driver("{\"name\":\" Anna Ʊ \",\"email\":\"anna@example.org\",\"tokens\":[" + token + "]}");
            assertThat(made.name()).isEqualTo("Anna Ʊ");
            assertThat(made.paymentMethod()).isEqualTo("invoice");
            assertThat(world.drivers.get(Long.toString(made.id()))).isEqualTo(made);
            DriverView changed = world.change(made.id(), "{\"paymentMethod\":\"wallet\",\"email\":null}");
            assertThat(changed.email()).isNull();
            assertThat(changed.tokens()).containsExactly(token);
            assertThat(world.drivers
                            .list("anna", null, Long.toString(token), null, null)
                            .items())
                    .containsExactly(world.drivers.get(Long.toString(made.id())));
            assertThat(world.drivers.list("bert", null, null, null, null).items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_cannot_be_is_refused_by_its_field(TestDatabases.Kind kind) throws IOException {
        try (World world = new World(kind)) {
            long token = world.billing.token("A1", null).id();
            world.driver("{\"name\":\"Anna\",\"tokens\":[" + token + "]}");
            for (String[] wrong : new String[][] {
                {"{}", "name"},
                {"{\"name\":\" \"}", "name"},
                {"{\"name\":\"\\ud800\"}", "name"},
                {"{\"name\":\"B\",\"email\":\"nowhere\"}", "email"},
                {"{\"name\":\"B\",\"language\":\"!\"}", "language"},
                {"{\"name\":\"B\",\"paymentMethod\":\"none\"}", "paymentMethod"},
                {"{\"name\":\"B\",\"company\":7}", "company"},
                {"{\"name\":\"B\",\"tokens\":[9]}", "tokens[0]"},
                {"{\"name\":\"B\",\"tokens\":[" + token + "]}", "tokens[0]"}
            }) {
                assertThatThrownBy(() -> world.driver(wrong[0]))
                        .as(wrong[0])
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field())
                                .isEqualTo(wrong[1]));
            }
            assertThatThrownBy(() -> world.drivers.get("9")).isInstanceOf(Refused.class);
            World other = new World(world.billing, Actor.LOCAL.of(2));
            assertThatThrownBy(() -> other.drivers.get("1"))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_company_has_its_groups_alone(TestDatabases.Kind kind) throws IOException {
        try (World world = new World(kind)) {
            CompanyBody acme = world.billing.json.readValue(
                    "{\"name\":\"Acme\",\"tokenGroups\":[\"Fleet\",\"Vans\"]}", CompanyBody.class);
            CompanyView made = (CompanyView) world.companies.create(acme).getEntity();
            assertThatThrownBy(() -> world.companies.create(acme)).isInstanceOf(Refused.class);
            CompanyView changed = world.companies.change(
                    Long.toString(made.id()),
                    (ObjectNode) world.billing.json.readTree("{\"tokenGroups\":[\"VANS\"]}"),
                    null);
            assertThat(changed.tokenGroups()).containsExactly("VANS");
            assertThat(world.companies.list("ACM", null, null).items()).hasSize(1);
            assertThat(world.billing.companies.ofGroup(world.billing.scope(), "fleet"))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void all_of_a_driver_is_given_and_then_erased_but_for_what_the_law_wants(TestDatabases.Kind kind)
            throws IOException {
        try (World world = new World(kind)) {
            TestBilling billing = world.billing;
            long token = billing.token("A1", null).id();
            long anna = world.driver(
                            "{\"name\":\"Anna\",\"address\":\"Street 1\",\"phone\":\"1\",\"paymentMethod\":\"wallet\","
                                    + "\"tokens\":[" + token + "]}")
                    .id();
            String id = Long.toString(anna);
            MoneyBody ten = new MoneyBody(BigDecimal.TEN, "EUR", "cash");
            AccountView account = world.accounts.topUp(id, ten, "k");
            assertThat(account.wallet()).hasSize(1);
            billing.told(price(1, 1, "final", "10", "11.90", "A1"));
            billing.invoices.collect(Actor.LOCAL, null, Instant.parse("2030-01-01T00:00:00Z"));
            assertThatThrownBy(() -> world.data.erase(id))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("1.90 EUR");
            world.accounts.paidByDriver(id, new MoneyBody(new BigDecimal("1.90"), "EUR", null), null);
            DriverExportView all = world.data.export(id);
            assertThat(all.tokens()).hasSize(1);
            assertThat(all.movements()).hasSize(4);
            assertThat(all.bills()).singleElement().matches(bill -> "A1".equals(bill.token()));
            DriverExportView left = world.data.erase(id);
            assertThat(left.name()).isEqualTo("Erased driver " + anna);
            assertThat(List.of(left.tokens())).containsExactly(List.of());
            assertThat(left.phone()).isNull();
            assertThat(left.bills()).singleElement().matches(bill -> bill.token() == null);
            assertThat(left.invoices()).singleElement().matches(invoice -> invoice.name()
                    .equals("Anna"));
            assertThat(billing.tokens.find(billing.scope(), "A1", null)).isEmpty();
            assertThat(billing.ledger.totals(billing.scope()).isBalanced()).isTrue();
            assertThatThrownBy(() -> world.change(anna, "{\"name\":\"Anna\"}")).isInstanceOf(Refused.class);
        }
    }
}
