package org.ohmstead.payments;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.Scope;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;
import org.ohmstead.events.Outbox;
import org.ohmstead.payments.gateways.Sighting;
import org.ohmstead.payments.state.Failure;
import org.ohmstead.payments.state.Money;
import org.ohmstead.payments.state.Operation;
import org.ohmstead.payments.state.Operation.Outcome;
import org.ohmstead.payments.state.OperationKind;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.Step;

/** Writes what becomes of payments: the new state, the end of an operation, the line of history and the events in one commit. */
@Singleton
public class PaymentChanges {
    private final SqlPaymentStore store;
    private final Outbox outbox;
    private final Clock clock;

    @Inject
    public PaymentChanges(SqlPaymentStore store, Outbox outbox, Clock clock) {
        this.store = store;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A unit of work about a payment; units of the same one run one after another. */
    public <T extends @Nullable Object> T write(Scope scope, long payment, GroupCommit.Work<T> unit) {
        return store.write(scope, payment, unit);
    }

    /** Whole microseconds: all that databases keep. */
    public Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public Optional<Payment> find(Tx tx, Scope scope, long payment) {
        return store.find(tx, scope, payment);
    }

    /**
     * It was seen at the provider.
     *
     * @param cause for the history
     * @return how it stands now
     */
    public Payment seen(Tx tx, Scope scope, long payment, Sighting seen, String cause) {
        Payment before = store.find(tx, scope, payment).orElseThrow();
        Payment after = PaymentRules.seen(before, seen);
        Operation pending = pending(tx, before).orElse(null);
        Outcome outcome = pending == null ? null : PaymentRules.outcome(pending, seen);
        Operation ended = pending == null || outcome == null
                ? null
                : pending.ended(outcome, outcome == Outcome.REFUSED ? PaymentRules.failure(seen) : null, now());
        return write(tx, before, after, ended, cause);
    }

    /** An operation was refused for good. One that ended otherwise meanwhile stays as it is. */
    Payment refused(Tx tx, Scope scope, long payment, String key, Failure failure, String cause) {
        Payment before = store.find(tx, scope, payment).orElseThrow();
        Operation pending =
                pending(tx, before).filter(one -> one.key().equals(key)).orElse(null);
        return pending == null
                ? before
                : write(
                        tx,
                        before,
                        PaymentRules.refused(before, pending.kind(), failure),
                        pending.ended(Outcome.REFUSED, failure, now()),
                        cause);
    }

    /** The provider knows nothing of it. */
    Payment lost(Tx tx, Scope scope, long payment, Failure failure, String cause) {
        Payment before = store.find(tx, scope, payment).orElseThrow();
        Operation pending = pending(tx, before).orElse(null);
        return write(
                tx,
                before,
                PaymentRules.refused(before, OperationKind.AUTHORIZE, failure),
                pending == null ? null : pending.ended(Outcome.REFUSED, failure, now()),
                cause);
    }

    /** The cost became known of one that ended without money. */
    Payment owed(Tx tx, Scope scope, long payment, Money cost, String cause) {
        Payment before = store.find(tx, scope, payment).orElseThrow();
        return write(tx, before, PaymentRules.owed(before, cost), null, cause);
    }

    private Optional<Operation> pending(Tx tx, Payment payment) {
        return store.operations(tx, payment).stream()
                .filter(Operation::isPending)
                .findFirst();
    }

    private Payment write(Tx tx, Payment before, Payment after, @Nullable Operation ended, String cause) {
        if (ended == null && after.isSameAs(before)) {
            return before;
        }
        Instant now = now();
        store.put(tx, before, after, now);
        if (ended != null) {
            store.end(tx, after, ended, ended.outcome(), ended.failure(), now);
        }
        Operation refused = ended != null && ended.outcome() == Outcome.REFUSED ? ended : null;
        if (ended != null || before.state() != after.state() || !before.sums().equals(after.sums())) {
            store.add(
                    tx,
                    after,
                    new Step(
                            now,
                            after.state(),
                            ended == null ? null : ended.kind(),
                            moved(before, after),
                            cause,
                            note(after, refused)));
        }
        PaymentEvents.of(before, after, refused, now).forEach(event -> outbox.append(tx, event));
        return after.changed(before.version() + 1, now);
    }

    private static @Nullable Money moved(Payment before, Payment after) {
        Payment.Sums was = before.sums();
        Payment.Sums is = after.sums();
        if (!was.captured().equals(is.captured())) {
            return is.captured();
        }
        if (!was.refunded().equals(is.refunded())) {
            return is.refunded().isMoreThan(was.refunded())
                    ? is.refunded().lessOrZero(was.refunded())
                    : was.refunded().lessOrZero(is.refunded());
        }
        return was.held().equals(is.held()) ? null : is.held();
    }

    private static @Nullable String note(Payment after, @Nullable Operation refused) {
        Failure failure = refused == null ? after.failure() : refused.failure();
        return failure == null ? null : failure.code() + ": " + failure.message();
    }
}
