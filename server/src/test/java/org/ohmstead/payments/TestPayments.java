package org.ohmstead.payments;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.db.Database;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.encryption.EncryptionKey;
import org.ohmstead.events.Outbox;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.GatewayAccounts;
import org.ohmstead.payments.gateways.GatewayBody;
import org.ohmstead.payments.gateways.GatewayResource;
import org.ohmstead.payments.gateways.GatewayView;
import org.ohmstead.payments.gateways.InvoiceGateway;
import org.ohmstead.payments.gateways.PaymentGateway;
import org.ohmstead.payments.gateways.SqlGatewayAccountStore;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.trial.SqlTrialStore;
import org.ohmstead.payments.trial.TrialGateway;
import org.ohmstead.stations.TestStations;

/** This slice put together by hand over a database of its own. */
public final class TestPayments implements AutoCloseable {
    public final TestStations stations;
    public final SqlPaymentStore store;
    public final PaymentChanges changes;
    public final TrialGateway trial;
    public final SqlGatewayAccountStore accountStore;
    public GatewayAccounts accounts;
    public PaymentOperations operations;
    public Payments payments;
    public PaymentNotices notices;
    public PaymentReconciliation reconciliation;
    public PaymentResource resource;
    public GatewayResource gatewayResource;
    private final List<PaymentGateway> gateways = new ArrayList<>();

    public TestPayments(Database database) {
        stations = new TestStations(database);
        store = new SqlPaymentStore(database, stations.commits);
        changes = new PaymentChanges(store, new Outbox(stations.clock), stations.clock);
        trial = new TrialGateway(new SqlTrialStore(database, stations.commits));
        Encryption encryption = new Encryption(new EncryptionKey(new SecretKeySpec(new byte[32], "AES"), "the test"));
        accountStore = new SqlGatewayAccountStore(database, stations.commits, encryption);
        gateways.add(new InvoiceGateway());
        use(trial);
    }

    /** Puts everything together anew, as a server that starts does, with a gateway instead of the one of its name. */
    public void use(PaymentGateway gateway) {
        gateways.removeIf(one -> one.name().equals(gateway.name()));
        gateways.add(gateway);
        accounts = new GatewayAccounts(accountStore, List.copyOf(gateways), stations.audit, stations.clock);
        operations = new PaymentOperations(store, changes, accounts, stations.audit);
        payments = new Payments(store, operations, changes, accounts, stations.audit);
        notices = new PaymentNotices(new SqlNoticeStore(stations.commits), payments, changes);
        reconciliation = new PaymentReconciliation(
                store,
                new SqlDuePayments(stations.database, stations.commits),
                operations,
                changes,
                payments,
                ReconciliationSettings.defaults());
        resource = new PaymentResource(payments, new PaymentLists(store), CurrentActor.of(Actor.LOCAL));
        gatewayResource = new GatewayResource(accounts, CurrentActor.of(Actor.LOCAL), new ObjectMapper());
    }

    /** An account with these keys. @return as it is kept */
    public Account account(String gateway, String mode, @Nullable String... keys) {
        GatewayBody body = new GatewayBody(gateway, mode, null, keys[0], keys[1], keys[2], keys[3], keys[4], keys[5]);
        GatewayView made = (GatewayView) gatewayResource.create(body).getEntity();
        return accounts.get(Actor.LOCAL.scope(), made.id());
    }

    public Account account(String gateway) {
        return account(gateway, "test", null, null, null, null, null, null);
    }

    public Payment pay(String gateway, String amount, String currency) {
        return pay("key-" + amount, gateway, amount, currency, null);
    }

    public Payment pay(String key, String gateway, String amount, String currency, @Nullable String method) {
        return payments.authorize(
                Actor.LOCAL,
                new NewPayment(key, gateway, false, money(amount, currency), "session:1", "Charging", method, null));
    }

    public static Money money(String amount, String currency) {
        return Money.of("amount", new BigDecimal(amount), Currency.getInstance(currency));
    }

    public Payment now(Payment payment) {
        return payments.get(Actor.LOCAL.scope(), payment.id());
    }

    /** So much later the job has its turn. */
    public void reconcileAfter(Duration time) {
        stations.clock.advance(time);
        reconciliation.run();
    }

    public List<Operation> operations(Payment payment) {
        return store.operations(Actor.LOCAL.scope(), payment);
    }

    /** The events of a kind, as JSON, in their order. */
    public List<String> events(String kind) {
        return stations.events(kind);
    }

    /** The states that it has had, and the operations in them. */
    public List<String> history(Payment payment) {
        return store.steps(Actor.LOCAL.scope(), payment).stream()
                .map(step -> step.state().word()
                        + (step.operation() == null
                                ? ""
                                : " " + step.operation().word())
                        + (step.amount() == null ? "" : " " + step.amount().amount()))
                .toList();
    }

    @Override
    public void close() {
        stations.close();
    }
}
