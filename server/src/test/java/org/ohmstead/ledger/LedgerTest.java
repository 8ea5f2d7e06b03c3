package org.ohmstead.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.db.schema.Tables.LEDGER_ENTRY;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.billing.TestBilling;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;

/** Money by double entry. */
class LedgerTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Holder ANNA = Holder.driver(1);

    private static Money eur(String amount) {
        return Money.of("EUR", new BigDecimal(amount));
    }

    private static Posting bill(String key, String amount) {
        return Posting.draft(key, Posting.Kind.BILL)
                .debit(Account.receivable(ANNA), eur(amount))
                .credit(Account.REVENUE, eur(amount))
                .posting();
    }

    private static boolean post(TestBilling world, long lane, Posting posting) {
        return world.commits.write(world.scope(), lane, tx -> world.ledger.post(tx, Actor.LOCAL, posting));
    }

    @Test
    void a_posting_that_does_not_add_up_is_none() {
        assertThatThrownBy(() -> Posting.draft("k", Posting.Kind.BILL)
                        .debit(Account.REVENUE, eur("1"))
                        .credit(Account.TAX, eur("0.99"))
                        .posting())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.01 EUR are left");
        assertThatThrownBy(() -> Posting.draft("k", Posting.Kind.BILL)
                        .debit(Account.REVENUE, eur("1"))
                        .credit(Account.TAX, Money.of("USD", BigDecimal.ONE))
                        .posting())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Posting.draft("k", Posting.Kind.BILL).posting())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "EUR,1.005,decimals",
        "JPY,1.5,decimals",
        "EUR,1e30,out of range|allowed",
        "ABC,1,ISO 4217",
        "EUR,1e999999999,out of range"
    })
    void an_amount_that_is_none_of_its_currency_is_refused(String currency, String amount, String why) {
        assertThatThrownBy(() -> Money.given("currency", currency, "amount", new BigDecimal(amount)))
                .isInstanceOf(Refused.class)
                .hasMessageMatching("(?s).*(" + why + ").*");
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_was_posted_is_posted_once_and_nothing_else_under_its_key(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            assertThat(post(world, 1, bill("bill/1", "10"))).isTrue();
            assertThat(post(world, 1, bill("bill/1", "10.00"))).isFalse();
            assertThatThrownBy(() -> post(world, 1, bill("bill/1", "11"))).isInstanceOf(Refused.class);
            assertThat(world.ledger.owed(world.scope(), ANNA)).containsExactly(eur("10"));
            assertThat(world.ledger.totals(world.scope()).isBalanced()).isTrue();
            assertThat(world.ledger.totals(world.scope()).postings()).isOne();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void many_at_once_from_all_lanes_add_up_and_are_numbered_without_a_gap(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<Boolean>> all = IntStream.range(0, 200)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> post(world, i % 7, bill("bill/" + i % 150, "0.01")), threads))
                    .toList();
            assertThat(all.stream().filter(CompletableFuture::join)).hasSize(150);
            Totals totals = world.ledger.totals(world.scope());
            assertThat(totals.isBalanced()).isTrue();
            assertThat(totals.lastNumber()).isEqualTo(150);
            assertThat(world.ledger.owed(world.scope(), ANNA)).containsExactly(eur("1.50"));
            assertThat(world.ledger
                            .page(world.scope(), new PostingFilter(Account.Kind.REVENUE, null), new Limit(200), null)
                            .items())
                    .extracting(StoredPosting::number)
                    .containsExactlyElementsOf(IntStream.iterate(150, i -> i > 0, i -> i - 1)
                            .mapToObj(Long::valueOf)
                            .toList());
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_wallet_is_filled_and_emptied_and_never_below_zero(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Account wallet = Account.wallet(ANNA);
            world.wallets.move(Actor.LOCAL, wallet, eur("20"), "a", "In cash");
            world.wallets.move(Actor.LOCAL, wallet, eur("20"), "a", "In cash");
            world.wallets.move(Actor.LOCAL, wallet, eur("-15"), "b", null);
            assertThat(world.ledger.wallet(world.scope(), ANNA)).containsExactly(eur("5"));
            assertThatThrownBy(() -> world.wallets.move(Actor.LOCAL, wallet, eur("-5.01"), "c", null))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("The wallet has 5.00 EUR");
            assertThatThrownBy(() -> world.wallets.move(Actor.LOCAL, wallet, eur("21"), "a", null))
                    .isInstanceOf(Refused.class);
            assertThat(world.ledger.wallet(world.scope(), ANNA)).containsExactly(eur("5"));
            assertThat(world.ledger.totals(world.scope()).isBalanced()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void nothing_that_was_posted_can_be_changed(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            post(world, 1, bill("bill/1", "10"));
            assertThatThrownBy(() -> world.commits.write(world.scope(), GroupCommit.BACKGROUND, tx -> tx.sql()
                            .update(LEDGER_ENTRY)
                            .set(LEDGER_ENTRY.AMOUNT_MINOR, 7L)
                            .where(LEDGER_ENTRY.TENANT_ID.eq(1L))
                            .execute()))
                    .hasStackTraceContaining("What was posted is not changed");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_written_past_the_ledger_is_seen_in_its_balances(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            post(world, 1, bill("bill/1", "10"));
            LedgerResource resource = new LedgerResource(world.ledger, CurrentActor.of(Actor.LOCAL));
            LedgerTotalsView before = resource.balances();
            assertThat(before.balanced()).isTrue();
            assertThat(before.sums())
                    .allMatch(sum -> sum.amount().signum() == 0)
                    .hasSize(1);
            assertThat(before.accounts()).allMatch(total -> total.amount().compareTo(BigDecimal.TEN) == 0);
            world.commits.write(Scope.everywhere(), GroupCommit.BACKGROUND, tx -> tx.sql()
                    .deleteFrom(LEDGER_ENTRY)
                    .where(LEDGER_ENTRY.ACCOUNT.eq("revenue"))
                    .execute());
            assertThat(resource.balances().balanced()).isFalse();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void tenants_have_books_of_their_own(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            post(world, 1, bill("bill/1", "10"));
            Actor other = Actor.LOCAL.of(2);
            world.commits.write(other.scope(), 1, tx -> world.ledger.post(tx, other, bill("bill/1", "3")));
            assertThat(world.ledger.owed(world.scope(), ANNA)).containsExactly(eur("10"));
            assertThat(world.ledger.owed(other.scope(), ANNA)).containsExactly(eur("3"));
            assertThat(world.ledger.totals(other.scope()).lastNumber()).isOne();
        }
    }
}
