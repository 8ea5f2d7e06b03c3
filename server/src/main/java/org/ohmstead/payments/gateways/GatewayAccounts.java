package org.ohmstead.payments.gateways;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Scope;

/** Where organisations have their money taken: their accounts at providers. */
@Singleton
public class GatewayAccounts {
    private static final String ENTITY = "payment-gateway";
    private static final String WHAT = "An account at a provider of payments";

    private final SqlGatewayAccountStore store;
    private final List<PaymentGateway> gateways;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public GatewayAccounts(
            SqlGatewayAccountStore store, Instance<PaymentGateway> gateways, AuditLog audit, Clock clock) {
        this(store, gateways.stream().toList(), audit, clock);
    }

    public GatewayAccounts(SqlGatewayAccountStore store, List<PaymentGateway> gateways, AuditLog audit, Clock clock) {
        this.store = store;
        this.gateways = gateways.stream()
                .sorted(Comparator.comparing(PaymentGateway::name))
                .toList();
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws Refused invalid naming the field {@code gateway} */
    public PaymentGateway gateway(String name) {
        return gateways.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(
                        "gateway",
                        "gateway is '" + name + "'; allowed are "
                                + gateways.stream().map(PaymentGateway::name).collect(Collectors.joining(", "))
                                + "."));
    }

    /** In the order in which they were made. */
    public List<Account> all(Scope scope) {
        return store.all(scope);
    }

    /** @throws Refused not found */
    public Account get(Scope scope, long id) {
        return store.find(scope, id)
                .orElseThrow(() -> Refused.notFound("There is no account " + id
                        + " at a provider of payments. GET /api/v1/payment-gateways lists them."));
    }

    /** The one that new payments use. @throws Refused in conflict: there is none, or it is switched off */
    public Account forPayments(Scope scope, String gateway, boolean live) {
        return all(scope).stream()
                .filter(one -> one.gateway().equals(gateway) && one.live() == live && one.enabled())
                .findFirst()
                .orElseThrow(() -> Refused.conflict(
                        "gateway",
                        "There is no account of " + gateway + " in mode " + Account.mode(live)
                                + " that is enabled. POST /api/v1/payment-gateways makes one."));
    }

    /** To which a provider calls, by its number in the URL. Nothing is proven by that. */
    public Optional<Account> called(String gateway, long id) {
        return store.ofAnybody(id).filter(one -> one.gateway().equals(gateway));
    }

    /** @throws Refused invalid naming what is missing; in conflict: there is one already */
    Account create(Actor by, GatewayBody body) {
        by.checkSeesAll(WHAT);
        Instant now = now();
        Account fresh = checked(body.account(by.tenant(), now));
        return store.write(by.scope().wholeTenant(), tx -> {
            if (store.isThere(tx, fresh)) {
                throw Refused.conflict(
                        "gateway",
                        "There is an account of " + fresh.gateway() + " in mode " + fresh.mode()
                                + " already. Change that one.");
            }
            Account made = store.add(tx, fresh);
            audit.record(tx, by, AuditEntry.created(ENTITY, made.id(), GatewayView.audited(made)));
            return made;
        });
    }

    /** @throws Refused not found; invalid naming what is missing */
    Account change(Actor by, long id, UnaryOperator<Account> change) {
        by.checkSeesAll(WHAT);
        get(by.scope(), id);
        return store.write(by.scope().wholeTenant(), tx -> {
            Account before = store.find(tx, by.scope(), id).orElseThrow();
            Account after = checked(change.apply(before));
            store.put(tx, after);
            AuditEntry entry = AuditEntry.changed(ENTITY, id, GatewayView.audited(before), GatewayView.audited(after));
            audit.record(tx, by, before.keys().equals(after.keys()) ? entry : entry.as("keys-changed"));
            return after;
        });
    }

    /** @throws Refused not found; in conflict: payments were made with it, which must stay refundable */
    void remove(Actor by, long id) {
        by.checkSeesAll(WHAT);
        get(by.scope(), id);
        store.write(by.scope().wholeTenant(), tx -> {
            Optional<Account> one = store.find(tx, by.scope(), id);
            if (one.isPresent() && store.isUsed(tx, one.get())) {
                throw Refused.conflict(
                        null,
                        "Payments were made with account " + id
                                + ", and its keys are needed to refund them. Set enabled to false instead.");
            }
            one.ifPresent(account -> {
                store.remove(tx, account);
                audit.record(tx, by, AuditEntry.deleted(ENTITY, id, GatewayView.audited(account)));
            });
            return true;
        });
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private Account checked(Account account) {
        PaymentGateway gateway = gateway(account.gateway());
        Map<AccountKey, String> keys = account.keys();
        gateway.needs().stream()
                .filter(key -> !keys.containsKey(key))
                .min(Comparator.naturalOrder())
                .ifPresent(missing -> {
                    throw Refused.invalid(
                            missing.field(),
                            missing.field() + " is missing; an account of " + gateway.name() + " needs "
                                    + gateway.needs().stream()
                                            .sorted()
                                            .map(AccountKey::field)
                                            .collect(Collectors.joining(", "))
                                    + ".");
                });
        gateway.check(account);
        return account;
    }
}
