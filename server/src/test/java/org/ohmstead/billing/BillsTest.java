package org.ohmstead.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.billing.TestBilling.price;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.billing.bills.Bill;
import org.ohmstead.billing.bills.BillFilter;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.drivers.Company;
import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.drivers.Person;
import org.ohmstead.drivers.StoredCompany;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.ledger.Account;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;

/** What sessions cost whoever pays. */
class BillsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static Money eur(String amount) {
        return Money.of("EUR", new BigDecimal(amount));
    }

    /** The newest first. */
    private static List<Bill> bills(TestBilling world) {
        return world.bills
                .page(world.scope(), BillFilter.ALL, new Limit(100), null)
                .items();
    }

    private static void balanced(TestBilling world) {
        assertThat(world.ledger.totals(world.scope()).isBalanced()).isTrue();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_price_makes_one_bill_however_often_it_is_told(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Holder anna = Holder.driver(
                    world.driver("Anna", PaymentMethod.INVOICE, "A1").id());
            for (int i = 0; i < 3; i++) {
                world.told(price(1, 1, "final", "10", "11.90", "A1"));
            }
            assertThat(bills(world)).singleElement().satisfies(bill -> {
                assertThat(bill.standing().state()).isEqualTo(Bill.State.CHARGED);
                assertThat(bill.total()).isEqualTo(eur("11.90"));
                assertThat(bill.payer().holder()).isEqualTo(anna);
            });
            assertThat(world.ledger.owed(world.scope(), anna)).containsExactly(eur("11.90"));
            assertThat(WaitingEvents.in(world.database))
                    .extracting(StoredEvent::kind)
                    .containsOnlyOnce("bill.charged");
            balanced(world);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void another_price_is_a_credit_of_the_bill_and_a_new_one(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Holder anna = Holder.driver(
                    world.driver("Anna", PaymentMethod.INVOICE, "A1").id());
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            world.told(price(1, 2, "final", "20", "23.80", "A1"));
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            world.told(price(1, 2, "final", "20", "23.80", "A1"));
            List<Bill> all = bills(world).reversed();
            assertThat(all).extracting(Bill::total).containsExactly(eur("11.90"), eur("-11.90"), eur("23.80"));
            assertThat(all.get(1).credited()).isEqualTo(all.get(0).id());
            assertThat(world.ledger.owed(world.scope(), anna)).containsExactly(eur("23.80"));
            balanced(world);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_comes_to_the_same_again_changes_nothing(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            world.driver("Anna", PaymentMethod.INVOICE, "A1");
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            world.told(price(1, 2, "final", "10.0", "11.9", "A1"));
            assertThat(bills(world)).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_provisional_is_held_until_somebody_releases_it(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Holder anna = Holder.driver(
                    world.driver("Anna", PaymentMethod.INVOICE, "A1").id());
            world.told(price(1, 1, "provisional", "10", "11.90", "A1"));
            Bill held = bills(world).getFirst();
            assertThat(held.standing().state()).isEqualTo(Bill.State.HELD);
            assertThat(world.ledger.owed(world.scope(), anna)).isEmpty();
            Bill released = world.bills.release(Actor.LOCAL, held.id());
            assertThat(released.standing().state()).isEqualTo(Bill.State.CHARGED);
            assertThat(released.standing().actor()).isEqualTo("local");
            assertThat(world.bills.get(world.scope(), held.id())).isEqualTo(released);
            assertThat(world.ledger.owed(world.scope(), anna)).containsExactly(eur("11.90"));
            assertThatThrownBy(() -> world.bills.release(Actor.LOCAL, held.id()))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("is charged");
            assertThatThrownBy(() -> world.bills.release(Actor.LOCAL, 99)).isInstanceOf(Refused.class);
            balanced(world);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_that_was_held_gives_way_to_a_final_price_without_a_credit(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            world.driver("Anna", PaymentMethod.INVOICE, "A1");
            world.told(price(1, 1, "provisional", "10", "11.90", "A1"));
            world.told(price(1, 2, "final", "10", "11.90", "A1"));
            assertThat(bills(world).reversed())
                    .extracting(bill -> bill.standing().state())
                    .containsExactly(Bill.State.REPLACED, Bill.State.CHARGED);
            balanced(world);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_wallet_pays_what_it_has_and_the_rest_is_owed(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Holder anna = Holder.driver(
                    world.driver("Anna", PaymentMethod.WALLET, "A1").id());
            world.wallets.move(Actor.LOCAL, Account.wallet(anna), eur("15"), "k", null);
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            world.told(price(2, 1, "final", "10", "11.90", "A1"));
            assertThat(world.ledger.wallet(world.scope(), anna)).containsExactly(eur("0"));
            assertThat(world.ledger.owed(world.scope(), anna)).containsExactly(eur("8.80"));
            assertThat(bills(world).getFirst().standing().wallet()).isEqualTo(eur("3.10"));
            world.told(price(1, 2, "final", "1", "1.19", "A1"));
            assertThat(world.ledger.wallet(world.scope(), anna)).containsExactly(eur("10.71"));
            balanced(world);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_company_pays_for_its_group_and_for_its_drivers_and_nobody_for_strangers(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            StoredCompany acme = world.companies.create(
                    Actor.LOCAL, new Company(new Person("Acme", null, null, null, null), null, List.of("Fleet")));
            world.token("F1", "fleet");
            world.told(price(1, 1, "final", "10", "11.90", "F1").put("tokenGroup", "FLEET"));
            world.told(price(2, 1, "final", "10", "11.90", "F1"));
            world.told(price(3, 1, "final", "1", "1.19", "STRANGER"));
            world.told(price(4, 1, "final", "0", "0"));
            assertThat(world.ledger.owed(world.scope(), Holder.company(acme.id())))
                    .containsExactly(eur("23.80"));
            assertThat(world.ledger.owed(world.scope(), Holder.NOBODY)).containsExactly(eur("1.19"));
            assertThat(bills(world)).hasSize(4);
            balanced(world);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_fed_back_is_paid_to_whoever_fed_it(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Holder anna = Holder.driver(
                    world.driver("Anna", PaymentMethod.WALLET, "A1").id());
            world.told(price(1, 1, "final", "-10", "-11.90", "A1"));
            assertThat(world.ledger.wallet(world.scope(), anna)).containsExactly(eur("11.90"));
            balanced(world);
        }
    }

    private static void paid(TestBilling world, long event, String kind, String amounts) {
        try {
            world.watch.on(new StoredEvent(
                    event,
                    1,
                    kind,
                    7L,
                    world.json.readTree(
                            "{\"payment\":5,\"subject\":\"session/1\",\"currency\":\"EUR\"," + amounts + "}"),
                    TestBilling.NOON));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_provider_took_is_paid_and_what_it_gave_back_is_a_refund_each_once(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Holder anna = Holder.driver(
                    world.driver("Anna", PaymentMethod.INVOICE, "A1").id());
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            paid(world, 11, "payment.captured", "\"gateway\":\"stripe\",\"live\":false,\"captured\":11.90");
            paid(world, 12, "payment.captured", "\"gateway\":\"invoice\",\"live\":true,\"captured\":11.90");
            assertThat(world.ledger.owed(world.scope(), anna)).containsExactly(eur("11.90"));
            for (int i = 0; i < 2; i++) {
                paid(world, 13, "payment.captured", "\"gateway\":\"stripe\",\"live\":true,\"captured\":11.90");
            }
            assertThat(world.ledger.owed(world.scope(), anna)).containsExactly(eur("0"));
            world.told(price(1, 2, "final", "5", "5.95", "A1"));
            for (int i = 0; i < 2; i++) {
                paid(world, 14, "payment.refunded", "\"gateway\":\"stripe\",\"live\":true,\"refunded\":7.95");
            }
            assertThat(world.ledger.owed(world.scope(), anna))
                    .as("5.95 by the credit")
                    .containsExactly(eur("0"));
            assertThat(world.ledger.totals(world.scope()).accounts())
                    .filteredOn(sum -> sum.account() == Account.Kind.REFUND)
                    .singleElement()
                    .matches(sum -> sum.amount().equals(eur("2")));
            balanced(world);
        }
    }
}
