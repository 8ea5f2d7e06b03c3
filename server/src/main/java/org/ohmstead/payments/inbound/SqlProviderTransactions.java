package org.ohmstead.payments.inbound;

import static org.ohmstead.db.schema.Tables.PROVIDER_TRANSACTION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.db.schema.tables.records.ProviderTransactionRecord;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.state.Payment;

/** The table of transactions that providers have begun. */
@Singleton
public class SqlProviderTransactions {
    private final Database database;

    @Inject
    public SqlProviderTransactions(Database database) {
        this.database = database;
    }

    /** By the provider's id. */
    public Optional<ProviderTransaction> find(Account account, String name) {
        return find(database.read(account.scope()), of(account).and(PROVIDER_TRANSACTION.PROVIDER_NAME.eq(name)));
    }

    public Optional<ProviderTransaction> find(Tx tx, Account account, String name) {
        return find(tx.sql(), of(account).and(PROVIDER_TRANSACTION.PROVIDER_NAME.eq(name)));
    }

    private static Optional<ProviderTransaction> find(DSLContext sql, Condition which) {
        return sql.selectFrom(PROVIDER_TRANSACTION).where(which).fetchOptional(SqlProviderTransactions::read);
    }

    /** All of a payment, the oldest first. */
    public List<ProviderTransaction> of(Payment payment) {
        Scope scope = Actor.server(payment.tenant(), "payments").scope();
        return all(database.read(scope), payment);
    }

    public List<ProviderTransaction> of(Tx tx, Payment payment) {
        return all(tx.sql(), payment);
    }

    private static List<ProviderTransaction> all(DSLContext sql, Payment payment) {
        return sql.selectFrom(PROVIDER_TRANSACTION)
                .where(PROVIDER_TRANSACTION.TENANT_ID.eq(payment.tenant()))
                .and(PROVIDER_TRANSACTION.PAYMENT_ID.eq(payment.id()))
                .orderBy(PROVIDER_TRANSACTION.ID)
                .fetch(SqlProviderTransactions::read);
    }

    /** Those of a time by the provider's clock, both ends included, up to so many. */
    public List<ProviderTransaction> between(Account account, Instant from, Instant to, int most) {
        return database.read(account.scope())
                .selectFrom(PROVIDER_TRANSACTION)
                .where(of(account))
                .and(PROVIDER_TRANSACTION.PROVIDER_AT.between(from, to))
                .orderBy(PROVIDER_TRANSACTION.PROVIDER_AT, PROVIDER_TRANSACTION.ID)
                .limit(most)
                .fetch(SqlProviderTransactions::read);
    }

    /** @param fresh without an id */
    public ProviderTransaction add(Tx tx, Account account, ProviderTransaction fresh) {
        long id = tx.nextId("provider_transaction");
        tx.sql()
                .insertInto(PROVIDER_TRANSACTION)
                .set(PROVIDER_TRANSACTION.ID, id)
                .set(PROVIDER_TRANSACTION.TENANT_ID, account.tenant())
                .set(PROVIDER_TRANSACTION.GATEWAY_ID, account.id())
                .set(PROVIDER_TRANSACTION.PAYMENT_ID, fresh.payment())
                .set(PROVIDER_TRANSACTION.PROVIDER_NAME, fresh.name())
                .set(PROVIDER_TRANSACTION.AMOUNT_MINOR, fresh.minor())
                .set(PROVIDER_TRANSACTION.STATE, fresh.state())
                .set(PROVIDER_TRANSACTION.PROVIDER_AT, fresh.providerAt())
                .set(PROVIDER_TRANSACTION.CREATED_AT, fresh.createdAt())
                .execute();
        return find(tx, account, fresh.name()).orElseThrow();
    }

    public void put(Tx tx, Account account, ProviderTransaction one) {
        tx.sql()
                .update(PROVIDER_TRANSACTION)
                .set(PROVIDER_TRANSACTION.STATE, one.state())
                .set(PROVIDER_TRANSACTION.REASON, one.reason())
                .set(PROVIDER_TRANSACTION.PERFORMED_AT, one.performedAt())
                .set(PROVIDER_TRANSACTION.CANCELLED_AT, one.cancelledAt())
                .where(of(account))
                .and(PROVIDER_TRANSACTION.ID.eq(one.id()))
                .execute();
    }

    private static Condition of(Account account) {
        return PROVIDER_TRANSACTION
                .TENANT_ID
                .eq(account.tenant())
                .and(PROVIDER_TRANSACTION.GATEWAY_ID.eq(account.id()));
    }

    private static ProviderTransaction read(ProviderTransactionRecord row) {
        return new ProviderTransaction(
                row.getId(),
                row.getPaymentId(),
                row.getProviderName(),
                row.getAmountMinor(),
                row.getState(),
                row.getReason(),
                row.getProviderAt(),
                row.getCreatedAt(),
                row.getPerformedAt(),
                row.getCancelledAt());
    }
}
