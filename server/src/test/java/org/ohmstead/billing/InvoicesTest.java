package org.ohmstead.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.billing.TestBilling.price;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Limit;
import org.ohmstead.billing.invoices.Invoice;
import org.ohmstead.billing.invoices.InvoiceFilter;
import org.ohmstead.billing.invoices.InvoiceKind;
import org.ohmstead.billing.invoices.InvoiceQuery;
import org.ohmstead.billing.invoices.InvoiceResource;
import org.ohmstead.billing.invoices.MonthlyInvoices;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.ledger.Holder;
import org.ohmstead.tenants.SqlTenantStore;
import org.ohmstead.tenants.Tenants;

/** What drivers and companies are sent. */
class InvoicesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Instant LATER = Instant.parse("2030-01-01T00:00:00Z");
    private static final InvoiceFilter ALL = new InvoiceFilter(null, null, null, null, null);

    private static List<Invoice> all(TestBilling world) {
        return world.invoices
                .page(world.scope(), ALL, new Limit(100), null)
                .items()
                .reversed();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void one_is_made_with_each_bill_where_that_is_wanted_and_a_credit_note_with_each_credit(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            world.profile("{\"invoicing\":\"session\",\"name\":\"Ohm AG\",\"vatNumber\":\"DE1\"}");
            world.driver("Anna", PaymentMethod.INVOICE, "A1");
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            world.told(price(1, 2, "final", "20", "23.80", "A1"));
            world.told(price(2, 1, "provisional", "20", "23.80", "A1"));
            world.told(price(3, 1, "final", "20", "23.80", "STRANGER"));
            assertThat(all(world)).extracting(Invoice::label).containsExactly("INV-000001", "CN-000001", "INV-000002");
            Invoice note = all(world).get(1);
            assertThat(note.kind()).isEqualTo(InvoiceKind.CREDIT_NOTE);
            assertThat(note.total().amount()).isEqualByComparingTo("-11.90");
            assertThat(note.parties().seller().vatNumber()).isEqualTo("DE1");
            assertThat(note.parties().buyer().name()).isEqualTo("Anna");
            assertThat(note.parties().language()).isEqualTo("de");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_month_brings_is_collected_once_of_each_driver_and_currency(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Holder anna = Holder.driver(
                    world.driver("Anna", PaymentMethod.INVOICE, "A1").id());
            world.driver("Bert", PaymentMethod.INVOICE, "B1");
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            world.told(price(2, 1, "final", "0.10", "0.12", "A1"));
            world.told(price(2, 2, "final", "0.20", "0.24", "A1"));
            world.told(price(3, 1, "final", "5", "5.95", "B1"));
            assertThat(world.invoices.collect(Actor.LOCAL, null, world.clock.instant()))
                    .as("charged at that moment, not before")
                    .isEmpty();
            assertThat(world.invoices.collect(Actor.LOCAL, anna, LATER))
                    .singleElement()
                    .satisfies(invoice -> {
                        assertThat(invoice.lines()).hasSize(4);
                        assertThat(invoice.total().amount()).isEqualByComparingTo("12.14");
                        assertThat(invoice.taxes()).singleElement().satisfies(tax -> {
                            assertThat(tax.vat()).isEqualByComparingTo("19");
                            assertThat(tax.exclVat()).isEqualByComparingTo("10.20");
                            assertThat(tax.tax()).isEqualByComparingTo("1.94");
                        });
                    });
            assertThat(world.invoices.collect(Actor.LOCAL, null, LATER)).hasSize(1);
            assertThat(world.invoices.collect(Actor.LOCAL, null, LATER)).isEmpty();
            assertThat(all(world)).extracting(Invoice::number).containsExactly(1L, 2L);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_job_collects_the_months_that_are_over_where_that_is_wanted(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            Runnable job = new MonthlyInvoices(
                            world.invoices, new Tenants(new SqlTenantStore(world.database, world.commits)), world.clock)
                    .recurringJobs()
                    .getFirst()
                    .work();
            world.driver("Anna", PaymentMethod.INVOICE, "A1");
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            world.clock.advance(Duration.ofDays(31));
            job.run();
            assertThat(all(world)).as("nobody wants it").isEmpty();
            world.profile("{\"invoicing\":\"month\",\"timeZone\":\"Asia/Tashkent\"}");
            world.told(price(2, 1, "final", "1", "1.19", "A1"));
            job.run();
            job.run();
            assertThat(all(world)).singleElement().satisfies(invoice -> assertThat(invoice.lines())
                    .singleElement()
                    .matches(line -> line.session() == 1));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_lines_and_the_taxes_of_an_invoice_add_up_to_it(TestDatabases.Kind kind) {
        try (TestBilling world = new TestBilling(kind.open())) {
            world.driver("Anna", PaymentMethod.WALLET, "A1");
            for (int i = 1; i <= 37; i++) {
                BigDecimal net = BigDecimal.valueOf(i * 7 % 13 + 1, 2);
                world.told(price(
                        i,
                        1,
                        "final",
                        net.toString(),
                        net.add(BigDecimal.valueOf(i % 3, 2)).toString(),
                        "A1"));
            }
            Invoice invoice = world.invoices.collect(Actor.LOCAL, null, LATER).getFirst();
            assertThat(invoice.lines().stream().map(line -> line.inclVat()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(invoice.total().amount());
            assertThat(invoice.taxes().stream().map(tax -> tax.tax()).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(invoice.tax().amount());
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_list_is_a_table_too(TestDatabases.Kind kind) throws IOException {
        try (TestBilling world = new TestBilling(kind.open())) {
            world.driver("=Anna", PaymentMethod.INVOICE, "A1");
            world.told(price(1, 1, "final", "10", "11.90", "A1"));
            InvoiceResource resource = new InvoiceResource(world.invoices, CurrentActor.of(Actor.LOCAL), world.clock);
            world.clock.advance(Duration.ofSeconds(1));
            assertThat(resource.collect(null).invoices()).hasSize(1);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ((StreamingOutput) resource.table(new InvoiceQuery(null, null, null, null, null, null))
                            .getEntity())
                    .write(out);
            assertThat(out.toString(StandardCharsets.UTF_8))
                    .contains("INV-000001,invoice,")
                    .contains("'=Anna,")
                    .contains(",EUR,10.00,1.90,11.90,");
        }
    }
}
