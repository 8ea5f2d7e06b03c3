package org.ohmstead.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.billing.TestBilling.price;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.OtherJvm;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.billing.bills.Bill;
import org.ohmstead.billing.bills.BillFilter;
import org.ohmstead.billing.invoices.Invoice;
import org.ohmstead.billing.invoices.InvoiceFilter;
import org.ohmstead.db.Database;
import org.ohmstead.db.DatabaseSettings;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.ledger.Account;
import org.ohmstead.ledger.Holder;
import org.ohmstead.ledger.Money;
import org.ohmstead.ledger.Totals;

/** Many sessions end at once, and the server is killed again and again meanwhile. */
class KilledBillingTest {
    /** With {@code -Dohmstead.billing.sessions=1000} as many as an evening brings. */
    private static final int SESSIONS = Integer.getInteger("ohmstead.billing.sessions", 250);

    private static final int KILLS = 4;
    private static final int AT_ONCE = 20;

    static List<String> urls() {
        return List.of("SQLite", "PostgreSQL");
    }

    @ParameterizedTest
    @MethodSource("urls")
    void each_session_has_one_bill_the_ledger_is_in_balance_and_no_number_is_missing(String kind)
            throws IOException, InterruptedException {
        String url =
                kind.equals("SQLite") ? "sqlite:" + TestDatabases.sqliteFile() : TestDatabases.migratedPostgresUrl();
        try (TestBilling world = open(url)) {
            world.profile("{\"invoicing\":\"session\"}");
            Holder anna = Holder.driver(
                    world.driver("Anna", PaymentMethod.WALLET, "A1").id());
            world.driver("Bert", PaymentMethod.INVOICE, "B1");
            world.wallets.move(Actor.LOCAL, Account.wallet(anna), Money.of("EUR", new BigDecimal("100")), "k", null);
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            killedAfter(url, kill * SESSIONS / (KILLS + 3));
            try (TestBilling world = open(url)) {
                Totals totals = world.ledger.totals(world.scope());
                assertThat(totals.isBalanced())
                        .as("after kill %s: %s", kill, totals)
                        .isTrue();
            }
        }
        killedAfter(url, Integer.MAX_VALUE);
        try (TestBilling world = open(url)) {
            complete(world);
        }
    }

    private static TestBilling open(String url) {
        return new TestBilling(Database.open(DatabaseSettings.of(url)));
    }

    private static void complete(TestBilling world) {
        List<Bill> bills = all(after -> world.bills.page(world.scope(), BillFilter.ALL, new Limit(500), after));
        assertThat(bills).hasSize(SESSIONS);
        assertThat(bills).extracting(Bill::session).doesNotHaveDuplicates();
        Totals totals = world.ledger.totals(world.scope());
        assertThat(totals.isBalanced()).isTrue();
        assertThat(totals.postings()).isEqualTo(SESSIONS + 1);
        List<Invoice> invoices = all(after -> world.invoices.page(
                world.scope(), new InvoiceFilter(null, null, null, null, null), new Limit(500), after));
        assertThat(invoices)
                .extracting(Invoice::number)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, SESSIONS).boxed().toList());
        assertThat(world.ledger.wallet(world.scope(), Holder.driver(1)))
                .as("never below zero")
                .noneMatch(Money::isNegative);
    }

    private static <T> List<T> all(Function<Cursor, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        Page<T> page = pages.apply(null);
        all.addAll(page.items());
        while (page.next() != null) {
            page = pages.apply(Cursor.of(page.next()));
            all.addAll(page.items());
        }
        return all;
    }

    /** What had been acknowledged by then, or a little more, was done; or all, if it is not killed. */
    private static void killedAfter(String url, int acknowledged) throws IOException, InterruptedException {
        Process server = OtherJvm.start(Server.class, url, Integer.toString(SESSIONS));
        int done = 0;
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8))) {
            while (out.readLine() != null) {
                if (++done == acknowledged) {
                    server.toHandle().destroyForcibly();
                }
            }
        }
        server.waitFor();
        assertThat(done).isGreaterThanOrEqualTo(Math.min(acknowledged, SESSIONS));
    }

    /** Hears of the prices of all sessions, many at once, each of them twice. */
    static final class Server {
        private Server() {}

        public static void main(String[] args) {
            try (TestBilling world = open(args[0]);
                    ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
                CompletableFuture<?>[] all = IntStream.rangeClosed(1, Integer.parseInt(args[1]))
                        .mapToObj(session -> CompletableFuture.runAsync(() -> told(world, session), threads))
                        .toArray(CompletableFuture[]::new);
                CompletableFuture.allOf(all).join();
            }
        }

        private static void told(TestBilling world, int session) {
            var price = price(session, 1, "final", "1." + (10 + session % 90), "2.00", session % 2 == 0 ? "A1" : "B1");
            world.told(price);
            world.told(price);
            System.out.println(session);
        }
    }
}
