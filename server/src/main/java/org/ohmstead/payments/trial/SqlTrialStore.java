package org.ohmstead.payments.trial;

import static org.ohmstead.db.schema.Tables.TRIAL_PAYMENT;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.schema.tables.records.TrialPaymentRecord;
import org.ohmstead.notices.StoredJson;
import org.ohmstead.payments.gateways.Sighting.Progress;
import org.ohmstead.payments.gateways.Sighting.Refund;
import org.ohmstead.payments.gateways.Sighting.Stage;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.trial.TrialGateway.TrialPayment;

/** What the provider for tests remembers. */
@Singleton
public class SqlTrialStore {
    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlTrialStore(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    Optional<TrialPayment> find(Payment payment) {
        return find(database.read(scope(payment)), payment);
    }

    TrialPayment change(Payment payment, Function<Optional<TrialPayment>, TrialPayment> change) {
        return commits.write(scope(payment), payment.id(), tx -> {
            Optional<TrialPayment> before = find(tx.sql(), payment);
            TrialPayment after = change.apply(before);
            if (before.isEmpty()) {
                tx.sql()
                        .insertInto(TRIAL_PAYMENT)
                        .set(TRIAL_PAYMENT.TENANT_ID, payment.tenant())
                        .set(TRIAL_PAYMENT.REFERENCE, payment.reference())
                        .set(values(after))
                        .execute();
            } else {
                tx.sql()
                        .update(TRIAL_PAYMENT)
                        .set(values(after))
                        .where(of(payment))
                        .execute();
            }
            return after;
        });
    }

    private static Optional<TrialPayment> find(DSLContext sql, Payment payment) {
        return sql.selectFrom(TRIAL_PAYMENT)
                .where(of(payment))
                .fetchOptional(row -> read(row, payment.terms().amount().currency()));
    }

    private static Condition of(Payment payment) {
        return TRIAL_PAYMENT.TENANT_ID.eq(payment.tenant()).and(TRIAL_PAYMENT.REFERENCE.eq(payment.reference()));
    }

    private static Map<Field<?>, @Nullable Object> values(TrialPayment one) {
        ArrayNode refunds = JsonNodeFactory.instance.arrayNode();
        one.refunds().forEach(refund -> refunds.addObject()
                .put("key", refund.key())
                .put("minor", refund.amount().minor()));
        Map<Field<?>, @Nullable Object> values = new LinkedHashMap<>();
        values.put(TRIAL_PAYMENT.STAGE, one.stage().name());
        values.put(TRIAL_PAYMENT.AMOUNT_MINOR, one.amount().minor());
        values.put(TRIAL_PAYMENT.CAPTURED_MINOR, one.captured().minor());
        values.put(TRIAL_PAYMENT.REFUNDS_JSON, refunds.toString());
        return values;
    }

    private static TrialPayment read(TrialPaymentRecord row, Currency currency) {
        List<Refund> refunds = new ArrayList<>();
        for (JsonNode one : StoredJson.read(row.getRefundsJson())) {
            refunds.add(new Refund(
                    one.path("key").asText(), new Money(one.path("minor").longValue(), currency), Progress.DONE));
        }
        return new TrialPayment(
                Stage.valueOf(row.getStage()),
                new Money(row.getAmountMinor(), currency),
                new Money(row.getCapturedMinor(), currency),
                refunds);
    }

    private static Scope scope(Payment payment) {
        return Actor.server(payment.tenant(), TrialGateway.NAME).scope();
    }
}
