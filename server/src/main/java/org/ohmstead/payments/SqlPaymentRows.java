package org.ohmstead.payments;

import static org.ohmstead.db.schema.Tables.PAYMENT;
import static org.ohmstead.db.schema.Tables.PAYMENT_GATEWAY;
import static org.ohmstead.db.schema.Tables.PAYMENT_OPERATION;
import static org.ohmstead.db.schema.Tables.PAYMENT_STEP;

import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.OperationKind;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;
import org.ohmstead.payments.state.Step;

/** Rows of payments as records, and back. */
final class SqlPaymentRows {
    private SqlPaymentRows() {}

    /** What changes in the life of a payment. */
    static Map<Field<?>, @Nullable Object> values(Payment one, Instant now) {
        Payment.Sums sums = one.sums();
        Payment.Link link = one.link();
        Money cost = sums.cost();
        Failure failure = one.failure();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(PAYMENT.STATE, one.state().word());
        values.put(PAYMENT.HELD_MINOR, sums.held().minor());
        values.put(PAYMENT.COST_MINOR, cost == null ? null : cost.minor());
        values.put(PAYMENT.CAPTURED_MINOR, sums.captured().minor());
        values.put(PAYMENT.REFUNDED_MINOR, sums.refunded().minor());
        values.put(PAYMENT.OWED_MINOR, sums.owed().minor());
        values.put(PAYMENT.PROVIDER_NAME, link.name());
        values.put(PAYMENT.ACTION_URL, link.actionUrl());
        values.put(PAYMENT.CLIENT_TOKEN, link.token());
        values.put(PAYMENT.HOLD_ENDS_AT, link.holdEndsAt());
        values.put(PAYMENT.FAILURE_CODE, failure == null ? null : failure.code());
        values.put(PAYMENT.FAILURE, failure == null ? null : failure.message());
        values.put(PAYMENT.CHANGED_AT, now);
        values.put(PAYMENT.ASKED_AT, now);
        return values;
    }

    /** What never changes. */
    static Map<Field<?>, @Nullable Object> fixed(Payment one) {
        Payment.Terms terms = one.terms();
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(PAYMENT.TENANT_ID, one.tenant());
        values.put(PAYMENT.GATEWAY_ID, one.account());
        values.put(PAYMENT.REFERENCE, one.reference());
        values.put(PAYMENT.REQUEST_KEY, terms.key());
        values.put(PAYMENT.SUBJECT, terms.subject());
        values.put(PAYMENT.DESCRIPTION, terms.description());
        values.put(PAYMENT.METHOD, terms.method());
        values.put(PAYMENT.RETURN_URL, terms.returnUrl());
        values.put(PAYMENT.CURRENCY, terms.amount().currency().getCurrencyCode());
        values.put(PAYMENT.AMOUNT_MINOR, terms.amount().minor());
        values.put(PAYMENT.CREATED_AT, one.createdAt());
        values.put(PAYMENT.CREATED_BY, one.createdBy());
        return values;
    }

    /** Of a row of the payment and its account. */
    static Payment payment(Record row) {
        Currency currency = Currency.getInstance(text(row, PAYMENT.CURRENCY));
        Long cost = row.get(PAYMENT.COST_MINOR);
        return new Payment(
                number(row, PAYMENT.ID),
                number(row, PAYMENT.TENANT_ID),
                number(row, PAYMENT.GATEWAY_ID),
                text(row, PAYMENT.REFERENCE),
                new Payment.Terms(
                        text(row, PAYMENT_GATEWAY.GATEWAY),
                        Boolean.TRUE.equals(row.get(PAYMENT_GATEWAY.IS_LIVE)),
                        text(row, PAYMENT.REQUEST_KEY),
                        new Money(number(row, PAYMENT.AMOUNT_MINOR), currency),
                        row.get(PAYMENT.SUBJECT),
                        row.get(PAYMENT.DESCRIPTION),
                        row.get(PAYMENT.METHOD),
                        row.get(PAYMENT.RETURN_URL)),
                PaymentState.of(text(row, PAYMENT.STATE)),
                new Payment.Sums(
                        new Money(number(row, PAYMENT.HELD_MINOR), currency),
                        cost == null ? null : new Money(cost, currency),
                        new Money(number(row, PAYMENT.CAPTURED_MINOR), currency),
                        new Money(number(row, PAYMENT.REFUNDED_MINOR), currency),
                        new Money(number(row, PAYMENT.OWED_MINOR), currency)),
                new Payment.Link(
                        row.get(PAYMENT.PROVIDER_NAME),
                        row.get(PAYMENT.ACTION_URL),
                        row.get(PAYMENT.CLIENT_TOKEN),
                        row.get(PAYMENT.HOLD_ENDS_AT)),
                failure(row.get(PAYMENT.FAILURE_CODE), row.get(PAYMENT.FAILURE)),
                number(row, PAYMENT.VERSION),
                time(row, PAYMENT.CREATED_AT),
                text(row, PAYMENT.CREATED_BY),
                time(row, PAYMENT.CHANGED_AT));
    }

    static Operation operation(Record row, Currency currency) {
        return new Operation(
                number(row, PAYMENT_OPERATION.ID),
                OperationKind.of(text(row, PAYMENT_OPERATION.OPERATION)),
                Objects.requireNonNull(row.get(PAYMENT_OPERATION.ATTEMPT)),
                new Money(number(row, PAYMENT_OPERATION.AMOUNT_MINOR), currency),
                text(row, PAYMENT_OPERATION.OPERATION_KEY),
                Operation.Outcome.of(text(row, PAYMENT_OPERATION.OUTCOME)),
                failure(row.get(PAYMENT_OPERATION.FAILURE_CODE), row.get(PAYMENT_OPERATION.FAILURE)),
                time(row, PAYMENT_OPERATION.BEGUN_AT),
                text(row, PAYMENT_OPERATION.BEGUN_BY),
                row.get(PAYMENT_OPERATION.ENDED_AT));
    }

    static Step step(Record row, Currency currency) {
        String operation = row.get(PAYMENT_STEP.OPERATION);
        Long amount = row.get(PAYMENT_STEP.AMOUNT_MINOR);
        return new Step(
                time(row, PAYMENT_STEP.HAPPENED_AT),
                PaymentState.of(text(row, PAYMENT_STEP.STATE)),
                operation == null ? null : OperationKind.of(operation),
                amount == null ? null : new Money(amount, currency),
                text(row, PAYMENT_STEP.CAUSE),
                row.get(PAYMENT_STEP.NOTE));
    }

    private static @Nullable Failure failure(@Nullable String code, @Nullable String message) {
        return code == null ? null : new Failure(code, message == null ? "" : message);
    }

    private static String text(Record row, Field<String> field) {
        return Objects.requireNonNull(row.get(field));
    }

    private static long number(Record row, Field<Long> field) {
        return Objects.requireNonNull(row.get(field));
    }

    private static Instant time(Record row, Field<Instant> field) {
        return Objects.requireNonNull(row.get(field));
    }
}
