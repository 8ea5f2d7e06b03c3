package org.ohmstead.payments;

import static org.ohmstead.db.schema.Tables.PAYMENT;
import static org.ohmstead.db.schema.Tables.PAYMENT_GATEWAY;
import static org.ohmstead.db.schema.Tables.PAYMENT_NOTICE;
import static org.ohmstead.db.schema.Tables.PAYMENT_OPERATION;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.impl.DSL;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.ageing.OldRows;
import org.ohmstead.db.ageing.SmallSteps;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;

/** What a provider has to be asked about, of whichever tenant; and what is old. */
@Singleton
public class SqlDuePayments {
    private static final int MOST = 200;
    private static final Set<PaymentState> UNSETTLED =
            Set.of(PaymentState.CREATED, PaymentState.AUTHORIZING, PaymentState.CAPTURING);
    private static final Set<PaymentState> HELD = Set.of(PaymentState.AUTHORIZED, PaymentState.CAPTURE_FAILED);

    private final Database database;
    private final GroupCommit commits;

    @Inject
    public SqlDuePayments(Database database, GroupCommit commits) {
        this.database = database;
        this.commits = commits;
    }

    /**
     * Those that were asked about longest ago, some at a time.
     *
     * @param unsettled what is in no state to stay in was last asked about before
     * @param held      what is held was
     */
    List<Payment> due(Instant unsettled, Instant held) {
        List<Payment> due = new ArrayList<>();
        due.addAll(select(PAYMENT.STATE
                .in(words(UNSETTLED))
                .and(PAYMENT.ASKED_AT.lt(unsettled))
                .or(PAYMENT.STATE.in(words(HELD)).and(PAYMENT.ASKED_AT.lt(held)))));
        Set<Long> known = new HashSet<>(due.stream().map(Payment::id).toList());
        select(PAYMENT.ID
                        .in(DSL.select(PAYMENT_OPERATION.PAYMENT_ID)
                                .from(PAYMENT_OPERATION)
                                .where(PAYMENT_OPERATION.OUTCOME.eq(Operation.Outcome.PENDING.word())))
                        .and(PAYMENT.ASKED_AT.lt(unsettled)))
                .stream()
                .filter(one -> known.add(one.id()))
                .forEach(due::add);
        return due;
    }

    private static List<String> words(Set<PaymentState> states) {
        return Stream.of(PaymentState.values())
                .filter(states::contains)
                .map(PaymentState::word)
                .toList();
    }

    private List<Payment> select(Condition which) {
        return database.read(Scope.everywhere())
                .select(PAYMENT.asterisk(), PAYMENT_GATEWAY.GATEWAY, PAYMENT_GATEWAY.IS_LIVE)
                .from(PAYMENT)
                .join(PAYMENT_GATEWAY)
                .on(PAYMENT_GATEWAY.ID.eq(PAYMENT.GATEWAY_ID))
                .where(which)
                .orderBy(PAYMENT.ASKED_AT, PAYMENT.ID)
                .limit(MOST)
                .fetch(SqlPaymentRows::payment);
    }

    /** What providers have told before that time; a repetition of it would not be known any more. */
    void forgetNotices(Instant before) {
        new OldRows(PAYMENT_NOTICE, PAYMENT_NOTICE.ID, PAYMENT_NOTICE.RECEIVED_AT, SmallSteps.ROWS)
                .deleteBefore(before, database, commits);
    }
}
