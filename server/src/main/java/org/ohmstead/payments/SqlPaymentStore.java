package org.ohmstead.payments;

import static org.ohmstead.db.schema.Tables.PAYMENT;
import static org.ohmstead.db.schema.Tables.PAYMENT_GATEWAY;
import static org.ohmstead.db.schema.Tables.PAYMENT_OPERATION;
import static org.ohmstead.db.schema.Tables.PAYMENT_STEP;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.Step;

/** The tables of payments, their operations and their history. */
@Singleton
public class SqlPaymentStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlPaymentStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /** Units of the same payment run one after another. @param payment 0: a new one */
    <T extends @Nullable Object> T write(Scope scope, long payment, GroupCommit.Work<T> unit) {
        return commits.write(scope, payment == 0 ? GroupCommit.BACKGROUND : payment, unit);
    }

    Optional<Payment> find(Scope scope, long id) {
        return find(database.read(scope), scope, PAYMENT.ID.eq(id));
    }

    Optional<Payment> byKey(Scope scope, String key) {
        return find(database.read(scope), scope, PAYMENT.REQUEST_KEY.eq(key));
    }

    Optional<Payment> byReference(Scope scope, long account, String reference) {
        return find(database.read(scope), scope, PAYMENT.GATEWAY_ID.eq(account).and(PAYMENT.REFERENCE.eq(reference)));
    }

    Optional<Payment> byName(Scope scope, long account, String name) {
        return find(database.read(scope), scope, PAYMENT.GATEWAY_ID.eq(account).and(PAYMENT.PROVIDER_NAME.eq(name)));
    }

    Optional<Payment> find(Tx tx, Scope scope, long id) {
        return find(tx.sql(), scope, PAYMENT.ID.eq(id));
    }

    Optional<Payment> byKey(Tx tx, Scope scope, String key) {
        return find(tx.sql(), scope, PAYMENT.REQUEST_KEY.eq(key));
    }

    private static Optional<Payment> find(DSLContext sql, Scope scope, Condition which) {
        return select(sql, scope, which).fetchOptional(SqlPaymentRows::payment);
    }

    private static SelectConditionStep<? extends Record> select(DSLContext sql, Scope scope, Condition which) {
        return sql.select(PAYMENT.asterisk(), PAYMENT_GATEWAY.GATEWAY, PAYMENT_GATEWAY.IS_LIVE)
                .from(PAYMENT)
                .join(PAYMENT_GATEWAY)
                .on(PAYMENT_GATEWAY.ID.eq(PAYMENT.GATEWAY_ID))
                .where(scope.of(PAYMENT.TENANT_ID))
                .and(which);
    }

    /** The newest first. */
    List<Payment> before(Scope scope, PaymentFilter filter, Limit limit, @Nullable Cursor after) {
        Condition where = condition(filter);
        return select(database.read(scope), scope, after == null ? where : where.and(PAYMENT.ID.lt(after.id())))
                .orderBy(PAYMENT.ID.desc())
                .limit(limit.rows() + 1)
                .fetch(SqlPaymentRows::payment);
    }

    private static Condition condition(PaymentFilter filter) {
        Condition all = DSL.noCondition();
        all = filter.state() == null
                ? all
                : all.and(PAYMENT.STATE.eq(filter.state().word()));
        all = filter.gateway() == null ? all : all.and(PAYMENT_GATEWAY.GATEWAY.eq(filter.gateway()));
        all = filter.live() == null ? all : all.and(PAYMENT_GATEWAY.IS_LIVE.eq(filter.live()));
        all = filter.subject() == null ? all : all.and(PAYMENT.SUBJECT.eq(filter.subject()));
        all = filter.from() == null ? all : all.and(PAYMENT.CREATED_AT.ge(filter.from()));
        return filter.to() == null ? all : all.and(PAYMENT.CREATED_AT.lt(filter.to()));
    }

    /** In the order in which they were begun. */
    List<Operation> operations(Scope scope, Payment payment) {
        return operations(database.read(scope), payment);
    }

    List<Operation> operations(Tx tx, Payment payment) {
        return operations(tx.sql(), payment);
    }

    private static List<Operation> operations(DSLContext sql, Payment payment) {
        return sql.selectFrom(PAYMENT_OPERATION)
                .where(PAYMENT_OPERATION.TENANT_ID.eq(payment.tenant()))
                .and(PAYMENT_OPERATION.PAYMENT_ID.eq(payment.id()))
                .orderBy(PAYMENT_OPERATION.ID)
                .fetch(row ->
                        SqlPaymentRows.operation(row, payment.terms().amount().currency()));
    }

    /** The oldest first. */
    List<Step> steps(Scope scope, Payment payment) {
        return database.read(scope)
                .selectFrom(PAYMENT_STEP)
                .where(PAYMENT_STEP.TENANT_ID.eq(payment.tenant()))
                .and(PAYMENT_STEP.PAYMENT_ID.eq(payment.id()))
                .orderBy(PAYMENT_STEP.ID)
                .fetch(row -> SqlPaymentRows.step(row, payment.terms().amount().currency()));
    }

    long add(Tx tx, Payment fresh) {
        long id = tx.nextId("payment");
        tx.sql()
                .insertInto(PAYMENT)
                .set(PAYMENT.ID, id)
                .set(SqlPaymentRows.fixed(fresh))
                .set(SqlPaymentRows.values(fresh, fresh.createdAt()))
                .set(PAYMENT.VERSION, 1L)
                .execute();
        return id;
    }

    /** @throws Refused in conflict: another node has changed it since it was read */
    void put(Tx tx, Payment before, Payment after, Instant now) {
        int changed = tx.sql()
                .update(PAYMENT)
                .set(SqlPaymentRows.values(after, now))
                .set(PAYMENT.VERSION, before.version() + 1)
                .where(PAYMENT.TENANT_ID.eq(before.tenant()))
                .and(PAYMENT.ID.eq(before.id()))
                .and(PAYMENT.VERSION.eq(before.version()))
                .execute();
        if (changed == 0) {
            throw Refused.conflict(
                    null,
                    "Payment " + before.id()
                            + " was changed by somebody else at the same moment. Look, and try again.");
        }
    }

    /** The provider was asked, and there was nothing new. */
    void asked(Scope scope, Payment payment, Instant now) {
        write(scope, payment.id(), tx -> tx.sql()
                .update(PAYMENT)
                .set(PAYMENT.ASKED_AT, now)
                .where(PAYMENT.TENANT_ID.eq(payment.tenant()))
                .and(PAYMENT.ID.eq(payment.id()))
                .execute());
    }

    void add(Tx tx, Payment payment, Operation fresh) {
        tx.sql()
                .insertInto(PAYMENT_OPERATION)
                .set(PAYMENT_OPERATION.ID, tx.nextId("payment_operation"))
                .set(PAYMENT_OPERATION.TENANT_ID, payment.tenant())
                .set(PAYMENT_OPERATION.PAYMENT_ID, payment.id())
                .set(PAYMENT_OPERATION.OPERATION, fresh.kind().word())
                .set(PAYMENT_OPERATION.ATTEMPT, fresh.attempt())
                .set(PAYMENT_OPERATION.AMOUNT_MINOR, fresh.amount().minor())
                .set(PAYMENT_OPERATION.OPERATION_KEY, fresh.key())
                .set(PAYMENT_OPERATION.OUTCOME, fresh.outcome().word())
                .set(PAYMENT_OPERATION.BEGUN_AT, fresh.begunAt())
                .set(PAYMENT_OPERATION.BEGUN_BY, fresh.begunBy())
                .execute();
    }

    void end(
            Tx tx,
            Payment payment,
            Operation operation,
            Operation.Outcome outcome,
            @Nullable Failure why,
            Instant now) {
        tx.sql()
                .update(PAYMENT_OPERATION)
                .set(PAYMENT_OPERATION.OUTCOME, outcome.word())
                .set(PAYMENT_OPERATION.FAILURE_CODE, why == null ? null : why.code())
                .set(PAYMENT_OPERATION.FAILURE, why == null ? null : why.message())
                .set(PAYMENT_OPERATION.ENDED_AT, now)
                .where(PAYMENT_OPERATION.TENANT_ID.eq(payment.tenant()))
                .and(PAYMENT_OPERATION.PAYMENT_ID.eq(payment.id()))
                .and(PAYMENT_OPERATION.ID.eq(operation.id()))
                .execute();
    }

    void add(Tx tx, Payment payment, Step step) {
        tx.sql()
                .insertInto(PAYMENT_STEP)
                .set(PAYMENT_STEP.ID, tx.nextId("payment_step"))
                .set(PAYMENT_STEP.TENANT_ID, payment.tenant())
                .set(PAYMENT_STEP.PAYMENT_ID, payment.id())
                .set(PAYMENT_STEP.HAPPENED_AT, step.at())
                .set(PAYMENT_STEP.STATE, step.state().word())
                .set(
                        PAYMENT_STEP.OPERATION,
                        step.operation() == null ? null : step.operation().word())
                .set(
                        PAYMENT_STEP.AMOUNT_MINOR,
                        step.amount() == null ? null : step.amount().minor())
                .set(PAYMENT_STEP.CAUSE, step.cause())
                .set(PAYMENT_STEP.NOTE, step.note())
                .execute();
    }
}
