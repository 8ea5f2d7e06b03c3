package org.ohmstead.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.payments.TestPayments.money;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.payments.DyingGateway.Killed;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;

/** Payments with the gateway for tests: their states, their history, and what becomes of calls without an answer. */
class PaymentsTest {
    private static final Duration SOON = Duration.ofMinutes(6);
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    private static TestPayments world(TestDatabases.Kind kind) {
        TestPayments world = new TestPayments(kind.open());
        world.account("test");
        return world;
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void money_is_held_taken_and_given_back_and_each_step_is_shown_and_told(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment payment = world.pay("test", "25.00", "EUR");
            assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZED);
            Payment paid = world.payments.capture(Actor.LOCAL, payment.id(), money("17.35", "EUR"));
            assertThat(paid.state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(paid.sums().captured()).isEqualTo(money("17.35", "EUR"));
            Payment part = world.payments.refund(Actor.LOCAL, payment.id(), money("7.35", "EUR"), null);
            assertThat(part.state()).isEqualTo(PaymentState.PARTIALLY_REFUNDED);
            Payment all = world.payments.refund(Actor.LOCAL, payment.id(), null, null);
            assertThat(all.state()).isEqualTo(PaymentState.REFUNDED);
            assertThat(world.now(payment)).isEqualTo(all);
            assertThat(world.history(payment))
                    .containsExactly(
                            "created 25.00",
                            "authorizing authorize",
                            "authorized authorize 25.00",
                            "capturing capture 17.35",
                            "captured capture 17.35",
                            "captured refund 7.35",
                            "partially_refunded refund 7.35",
                            "partially_refunded refund 10.00",
                            "refunded refund 10.00");
            assertThat(world.events("payment.authorized")).hasSize(1);
            assertThat(world.events("payment.captured"))
                    .singleElement()
                    .asString()
                    .contains("\"captured\":17.35", "\"debt\":0", "\"subject\":\"session:1\"");
            assertThat(world.events("payment.refunded"))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("\"total\":17.35");
            assertThat(world.events("payment.failed")).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_the_hold_does_not_cover_is_told_as_a_debt_and_at_a_cost_of_nothing_it_is_given_back(
            TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment small = world.pay("test", "10.00", "EUR");
            Payment paid = world.payments.capture(Actor.LOCAL, small.id(), money("12.50", "EUR"));
            assertThat(paid.sums().captured()).isEqualTo(money("10", "EUR"));
            assertThat(paid.sums().owed()).isEqualTo(money("2.50", "EUR"));
            assertThat(world.events("payment.captured"))
                    .singleElement()
                    .asString()
                    .contains("\"debt\":2.5");
            Payment free = world.pay("test", "20.00", "EUR");
            assertThat(world.payments
                            .capture(Actor.LOCAL, free.id(), money("0", "EUR"))
                            .state())
                    .isEqualTo(PaymentState.VOIDED);
            assertThat(world.events("payment.cancelled"))
                    .singleElement()
                    .asString()
                    .contains("\"debt\":0");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_same_words_again_move_no_money_and_other_words_are_refused(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment first = world.pay("k", "test", "25.00", "EUR", null);
            assertThat(world.pay("k", "test", "25.00", "EUR", null).id()).isEqualTo(first.id());
            refused(Refused.Kind.CONFLICT, () -> world.pay("k", "test", "26.00", "EUR", null));
            Payment paid = world.payments.capture(Actor.LOCAL, first.id(), money("20", "EUR"));
            assertThat(world.payments.capture(Actor.LOCAL, first.id(), money("20", "EUR")))
                    .isEqualTo(paid);
            refused(Refused.Kind.CONFLICT, () -> world.payments.capture(Actor.LOCAL, first.id(), money("21", "EUR")));
            refused(Refused.Kind.CONFLICT, () -> world.payments.cancel(Actor.LOCAL, first.id()));
            world.payments.refund(Actor.LOCAL, first.id(), money("5", "EUR"), "r1");
            world.payments.refund(Actor.LOCAL, first.id(), money("5", "EUR"), "r1");
            assertThat(world.now(first).sums().refunded()).isEqualTo(money("5", "EUR"));
            refused(
                    Refused.Kind.INVALID,
                    () -> world.payments.refund(Actor.LOCAL, first.id(), money("15.01", "EUR"), null));
            refused(
                    Refused.Kind.INVALID,
                    () -> world.payments.refund(Actor.LOCAL, first.id(), money("1", "USD"), null));
            assertThat(world.events("payment.captured")).hasSize(1);
            assertThat(world.events("payment.refunded")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_a_provider_refuses_is_told_and_can_be_tried_again(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment declined = world.pay("test", "25.01", "EUR");
            assertThat(declined.state()).isEqualTo(PaymentState.DECLINED);
            assertThat(declined.failure().code()).isEqualTo("card_declined");
            Payment unpaid = world.pay("test", "25.04", "EUR");
            for (int attempt = 1; attempt <= 2; attempt++) {
                Payment failed = world.payments.capture(Actor.LOCAL, unpaid.id(), money("9", "EUR"));
                assertThat(failed.state()).isEqualTo(PaymentState.CAPTURE_FAILED);
                assertThat(failed.sums().owed()).isEqualTo(money("9", "EUR"));
            }
            assertThat(world.payments.cancel(Actor.LOCAL, unpaid.id()).state()).isEqualTo(PaymentState.VOIDED);
            Payment kept = world.pay("test", "25.05", "EUR");
            world.payments.capture(Actor.LOCAL, kept.id(), money("9", "EUR"));
            assertThat(world.payments.refund(Actor.LOCAL, kept.id(), null, null).state())
                    .isEqualTo(PaymentState.CAPTURED);
            assertThat(world.events("payment.failed"))
                    .hasSize(4)
                    .first()
                    .asString()
                    .contains("\"operation\":\"authorize\"", "\"code\":\"card_declined\"");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_call_without_an_answer_is_looked_after_and_done_once(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment payment = world.pay("test", "25.02", "EUR");
            assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZING);
            refused(Refused.Kind.CONFLICT, () -> world.payments.cancel(Actor.LOCAL, payment.id()));
            world.reconcileAfter(Duration.ofMinutes(1));
            assertThat(world.now(payment).state()).isEqualTo(PaymentState.AUTHORIZING);
            world.reconcileAfter(SOON);
            assertThat(world.now(payment).state()).isEqualTo(PaymentState.AUTHORIZED);
            world.payments.capture(Actor.LOCAL, payment.id(), money("12", "EUR"));
            world.reconcileAfter(SOON);
            assertThat(world.now(payment).state()).isEqualTo(PaymentState.CAPTURED);
            world.payments.refund(Actor.LOCAL, payment.id(), money("2", "EUR"), null);
            world.reconcileAfter(SOON);
            assertThat(world.now(payment).sums().refunded()).isEqualTo(money("2", "EUR"));
            assertThat(world.events("payment.captured")).hasSize(1);
            assertThat(world.events("payment.refunded")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_server_that_ends_between_the_provider_and_its_commit_finds_out_and_takes_nothing_twice(
            TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            world.use(new DyingGateway(world.trial));
            assertThatThrownBy(() -> world.pay("k", "test", "25.00", "EUR", null))
                    .isInstanceOf(Killed.class);
            world.use(world.trial);
            world.reconcileAfter(SOON);
            Payment payment = world.pay("k", "test", "25.00", "EUR", null);
            assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZED);
            for (ThrowingCallable step : List.<ThrowingCallable>of(
                    () -> world.payments.capture(Actor.LOCAL, payment.id(), money("20", "EUR")),
                    () -> world.payments.refund(Actor.LOCAL, payment.id(), money("5", "EUR"), "r"))) {
                world.use(new DyingGateway(world.trial));
                assertThatThrownBy(step).isInstanceOf(Killed.class);
                world.use(world.trial);
                world.reconcileAfter(SOON);
            }
            assertThat(world.now(payment).state()).isEqualTo(PaymentState.PARTIALLY_REFUNDED);
            assertThat(world.now(payment).sums().refundable()).isEqualTo(money("15", "EUR"));
            assertThat(world.events("payment.authorized")).hasSize(1);
            assertThat(world.events("payment.captured")).hasSize(1);
            assertThat(world.events("payment.refunded")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_request_that_never_arrived_is_given_up_and_one_that_nobody_pays_is_cancelled(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment waiting = world.pay("test", "25.03", "EUR");
            assertThat(waiting.state()).isEqualTo(PaymentState.AUTHORIZING);
            world.reconcileAfter(SOON);
            assertThat(world.now(waiting).state()).isEqualTo(PaymentState.AUTHORIZING);
            world.reconcileAfter(Duration.ofHours(25));
            assertThat(world.now(waiting).state()).isEqualTo(PaymentState.VOIDED);
            world.use(new SilentGateway(world.trial));
            Payment lost = world.pay("test", "30.00", "EUR");
            world.use(world.trial);
            world.reconcileAfter(SOON);
            assertThat(world.now(lost).state()).isEqualTo(PaymentState.DECLINED);
            assertThat(world.now(lost).failure().code()).isEqualTo("never_arrived");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_capture_that_did_not_arrive_is_asked_for_again_by_the_same_key(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment payment = world.pay("test", "25.00", "EUR");
            world.use(new SilentGateway(world.trial));
            Payment asked = world.payments.capture(Actor.LOCAL, payment.id(), money("20", "EUR"));
            assertThat(asked.state()).isEqualTo(PaymentState.CAPTURING);
            world.reconcileAfter(SOON);
            assertThat(world.now(payment).state()).isEqualTo(PaymentState.CAPTURING);
            world.use(world.trial);
            world.reconcileAfter(SOON);
            assertThat(world.now(payment).sums().captured()).isEqualTo(money("20", "EUR"));
            assertThat(world.store.operations(Actor.LOCAL.scope(), payment))
                    .extracting(one -> one.kind().word() + one.attempt())
                    .containsExactly("authorize1", "capture1");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_capture_that_the_provider_never_does_is_a_debt_in_the_end(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment payment = world.pay("test", "25.00", "EUR");
            world.use(new SilentGateway(world.trial));
            world.payments.capture(Actor.LOCAL, payment.id(), money("20", "EUR"));
            world.reconcileAfter(Duration.ofHours(24));
            assertThat(world.now(payment).state()).isEqualTo(PaymentState.CAPTURE_FAILED);
            assertThat(world.now(payment).sums().owed()).isEqualTo(money("20", "EUR"));
            assertThat(world.events("payment.failed"))
                    .singleElement()
                    .asString()
                    .contains("given_up");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_invoice_holds_nothing_and_all_is_a_debt(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            world.account("invoice");
            Payment payment = world.pay("invoice", "25.00", "EUR");
            assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZED);
            Payment done = world.payments.capture(Actor.LOCAL, payment.id(), money("12.34", "EUR"));
            assertThat(done.state()).isEqualTo(PaymentState.VOIDED);
            assertThat(done.sums().captured().isZero()).isTrue();
            assertThat(world.events("payment.cancelled"))
                    .singleElement()
                    .asString()
                    .contains("\"debt\":12.34");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void payments_are_listed_and_those_of_others_are_not_there(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            Payment first = world.pay("test", "25.00", "EUR");
            Payment second = world.pay("test", "25.01", "EUR");
            var page = world.resource.list(null, null, null, null, null, null, "1", null);
            assertThat(page.items()).extracting(PaymentView::id).containsExactly(second.id());
            assertThat(world.resource
                            .list(null, null, null, null, null, null, "1", page.next())
                            .items())
                    .extracting(PaymentView::id)
                    .containsExactly(first.id());
            assertThat(world.resource
                            .list("declined", "test", "session:1", "test", "2020-01-01T00:00:00Z", null, null, null)
                            .items())
                    .extracting(PaymentView::id)
                    .containsExactly(second.id());
            assertThat(world.resource.get("" + first.id()).history()).hasSize(3);
            Payments payments = world.payments;
            Actor other = Actor.server(2, "test");
            refused(Refused.Kind.NOT_FOUND, () -> payments.get(other.scope(), first.id()));
            refused(Refused.Kind.NOT_FOUND, () -> payments.cancel(other, first.id()));
            PaymentResource limited = new PaymentResource(
                    payments,
                    new PaymentLists(world.store),
                    CurrentActor.of(Actor.user(1, Set.of(7L), "a@example.org", Actor.Origin.WITHIN)));
            refused(Refused.Kind.FORBIDDEN, () -> limited.list(null, null, null, null, null, null, null, null));
            assertThat(Scope.tenant(1)).isEqualTo(Actor.LOCAL.scope());
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void amounts_that_are_none_and_card_numbers_are_refused_by_their_field(TestDatabases.Kind kind) {
        try (TestPayments world = world(kind)) {
            for (String amount :
                    List.of("-1", "0", "1.001", "1E+999999999", "1E+2147483647", "1E-999999999", "1000000000.01")) {
                invalid("amount", () -> world.resource.create(body(new BigDecimal(amount), "EUR", null)));
            }
            invalid("amount", () -> world.resource.create(body(null, "EUR", null)));
            invalid("amount", () -> world.resource.create(body(new BigDecimal("1.5"), "JPY", null)));
            invalid("currency", () -> world.resource.create(body(BigDecimal.ONE, "EURO", null)));
            invalid("currency", () -> world.resource.create(body(BigDecimal.ONE, "XXX", null)));
            invalid("method", () -> world.resource.create(body(BigDecimal.ONE, "EUR", "4242 4242 4242 4242")));
            invalid("method", () -> world.resource.create(body(BigDecimal.ONE, "EUR", "\ud800")));
            assertThat(world.resource
                            .list(null, null, null, null, null, null, null, null)
                            .items())
                    .isEmpty();
        }
    }

    private static PaymentBody body(BigDecimal amount, String currency, String method) {
        return new PaymentBody(null, "test", null, amount, currency, null, null, method, null);
    }

    private static void refused(Refused.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.kind())
                .isEqualTo(kind));
    }

    private static void invalid(String field, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refused.class, it -> assertThat(it.field())
                .isEqualTo(field));
    }
}
