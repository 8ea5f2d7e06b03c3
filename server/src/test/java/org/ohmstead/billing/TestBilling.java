package org.ohmstead.billing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.StrictJson;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.billing.bills.Billing;
import org.ohmstead.billing.bills.BillingWatch;
import org.ohmstead.billing.bills.Bills;
import org.ohmstead.billing.bills.PaymentPostings;
import org.ohmstead.billing.bills.SqlBillStore;
import org.ohmstead.billing.invoices.InvoicePerSession;
import org.ohmstead.billing.invoices.Invoices;
import org.ohmstead.billing.invoices.SqlInvoiceStore;
import org.ohmstead.billing.profile.BillingProfileResource;
import org.ohmstead.billing.profile.BillingProfileView;
import org.ohmstead.billing.profile.BillingProfiles;
import org.ohmstead.billing.profile.SqlBillingProfileStore;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.drivers.Companies;
import org.ohmstead.drivers.Driver;
import org.ohmstead.drivers.Drivers;
import org.ohmstead.drivers.Payers;
import org.ohmstead.drivers.PaymentMethod;
import org.ohmstead.drivers.Person;
import org.ohmstead.drivers.SqlCompanyStore;
import org.ohmstead.drivers.SqlDriverStore;
import org.ohmstead.drivers.StoredDriver;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.ledger.Ledger;
import org.ohmstead.ledger.SqlLedgerStore;
import org.ohmstead.ledger.Wallets;
import org.ohmstead.stations.TestClock;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.Tokens;

/** All that has to do with money, put together by hand over a database. */
public final class TestBilling implements AutoCloseable {
    public static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    public final Database database;
    public final GroupCommit commits;
    public final TestClock clock = new TestClock();
    public final AuditLog audit = new AuditLog(clock);
    public final Tokens tokens;
    public final Drivers drivers;
    public final Companies companies;
    public final Payers payers;
    public final SqlLedgerStore ledgerStore;
    public final Ledger ledger;
    public final Wallets wallets;
    public final BillingProfiles profiles;
    public final SqlBillStore billStore;
    public final Invoices invoices;
    public final Billing billing;
    public final Bills bills;
    public final BillingWatch watch;
    public final ObjectMapper json = new ObjectMapper();

    public TestBilling(Database database) {
        this.database = database;
        StrictJson.apply(json);
        commits = new GroupCommit(database);
        Clock time = clock;
        Outbox outbox = new Outbox(time);
        tokens = new Tokens(new SqlTokenStore(database, commits), audit, time);
        drivers = new Drivers(new SqlDriverStore(database, commits), audit, time);
        companies = new Companies(new SqlCompanyStore(database, commits), audit, time);
        payers = new Payers(tokens, drivers, companies);
        ledgerStore = new SqlLedgerStore(database, commits);
        ledger = new Ledger(ledgerStore, time);
        wallets = new Wallets(ledger, ledgerStore, audit);
        profiles = new BillingProfiles(new SqlBillingProfileStore(database, commits), audit, time);
        billStore = new SqlBillStore(database, commits, outbox);
        invoices = new Invoices(new SqlInvoiceStore(database, outbox), billStore, ledger, payers, profiles, time);
        InvoicePerSession perSession = new InvoicePerSession(invoices, billStore);
        billing = new Billing(billStore, ledger, payers, profiles, () -> Stream.of(perSession), time);
        bills = new Bills(billStore, billing, ledger, audit);
        watch = new BillingWatch(billing, new PaymentPostings(billStore, ledger));
    }

    public Scope scope() {
        return Actor.LOCAL.scope();
    }

    public StoredToken token(String value, @Nullable String group) {
        return tokens.create(
                Actor.LOCAL, new Token(value, "ISO14443", group, false, null, 1, List.of(), null, null, null, null));
    }

    /** With a token of that value. */
    public StoredDriver driver(String name, PaymentMethod method, String token) {
        return drivers.create(
                Actor.LOCAL,
                new Driver(
                        new Person(name, null, "Street 1\n10115 Berlin", null, "de"),
                        null,
                        null,
                        method,
                        null,
                        List.of(token(token, null).id())));
    }

    /** Changes how the organisation bills, as REST would. */
    public BillingProfileView profile(String patch) {
        try {
            return new BillingProfileResource(profiles, CurrentActor.of(Actor.LOCAL), json)
                    .change((ObjectNode) json.readTree(patch));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** As the event tells it: 10 kWh with 19 % tax. */
    public static ObjectNode price(long session, int revision, String state, String net, String gross) {
        ObjectNode price = JsonNodeFactory.withExactBigDecimals(true).objectNode();
        price.put("tenant", 1)
                .put("station", 7)
                .put("identity", "CP-7")
                .put("session", session)
                .put("revision", revision)
                .put("state", state)
                .put("tariff", "day")
                .put("tariffVersion", 1)
                .put("currency", "EUR")
                .put("payableExclVat", new BigDecimal(net))
                .put("payableInclVat", new BigDecimal(gross))
                .put("startedAt", NOON.toString())
                .put("endedAt", NOON.plusSeconds(3600).toString())
                .put("energyWh", new BigDecimal("10000"));
        price.putArray("items")
                .addObject()
                .put("part", "energy")
                .put("unit", "kWh")
                .put("price", new BigDecimal("1"))
                .put("vat", new BigDecimal("19"))
                .put("volume", new BigDecimal("10.0000"))
                .put("exclVat", new BigDecimal(net))
                .put("inclVat", new BigDecimal(gross));
        return price;
    }

    /** With a token. */
    public static ObjectNode price(long session, int revision, String state, String net, String gross, String token) {
        return price(session, revision, state, net, gross).put("token", token);
    }

    /** The event comes. */
    public void told(JsonNode price) {
        watch.on(new StoredEvent(price.path("session").asLong(), 1, "session.priced", 7L, price, NOON));
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
