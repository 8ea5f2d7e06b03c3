package org.ohmstead.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.payments.TestPayments.money;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.payments.DyingGateway;
import org.ohmstead.payments.TestPayments;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.GatewayCall;
import org.ohmstead.payments.gateways.ProviderHttp;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;
import org.ohmstead.payments.stripe.StripeFake.Trouble;

/** Stripe against a server of our own that keeps what it is told. */
class StripeTest {
    private static final Duration SOON = Duration.ofMinutes(6);
    private static final String SECRET = "whsec_1";

    private final TestPayments world = new TestPayments(TestDatabases.sqlite());
    private StripeFake stripe;
    private StripeGateway gateway;
    private Account account;
    private StripeWebhooks webhooks;

    @BeforeEach
    void begin() throws IOException {
        stripe = new StripeFake();
        gateway = new StripeGateway(new StripeApi(new ProviderHttp(), stripe.base()));
        restart();
        account = world.account("stripe", "test", null, null, null, "pk_test_1", StripeFake.KEY, SECRET);
    }

    private void restart() {
        world.use(gateway);
        webhooks = new StripeWebhooks(world.accounts, world.notices, world.payments, world.stations.clock);
    }

    @AfterEach
    void end() {
        stripe.close();
        world.close();
    }

    private Payment visa(String amount) {
        return world.pay("k" + amount, "stripe", amount, "EUR", "pm_card_visa");
    }

    private boolean tells(String id, String type, String intent) {
        byte[] body = stripe.event(id, type, intent, false);
        return webhooks.take(account.id(), signature(body, world.stations.clock.instant(), SECRET), body);
    }

    private static String signature(byte[] body, Instant at, String secret) {
        String time = Long.toString(at.getEpochSecond());
        return "t=" + time + ",v1=" + "0".repeat(64) + ",v1=" + StripeSignature.sign(time, body, secret);
    }

    @Test
    void a_card_is_held_captured_in_part_and_refunded() {
        Payment payment = visa("25.00");
        assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(payment.link().holdEndsAt()).isEqualTo(Instant.ofEpochSecond(1_773_000_000L));
        Payment paid = world.payments.capture(Actor.LOCAL, payment.id(), money("17.35", "EUR"));
        assertThat(paid.state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(stripe.taken()).isEqualTo(1735);
        world.payments.refund(Actor.LOCAL, payment.id(), money("7.35", "EUR"), "r");
        world.payments.refund(Actor.LOCAL, payment.id(), money("7.35", "EUR"), "r");
        assertThat(stripe.taken()).isEqualTo(1000);
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.PARTIALLY_REFUNDED);
    }

    @Test
    void a_declined_card_is_told_and_a_cost_of_nothing_frees_the_hold() {
        Payment declined = world.pay("d", "stripe", "25.00", "EUR", "pm_card_declined");
        assertThat(declined.state()).isEqualTo(PaymentState.DECLINED);
        assertThat(declined.failure().code()).isEqualTo("insufficient_funds");
        Payment free = visa("9.00");
        world.payments.capture(Actor.LOCAL, free.id(), money("0", "EUR"));
        assertThat(world.now(free).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(stripe.intents.get("pi_1").path("status").asText()).isEqualTo("canceled");
    }

    @Test
    void a_driver_who_has_to_act_is_waited_for_and_the_webhook_is_read_once_in_whatever_order_it_comes() {
        Payment payment = world.pay("a", "stripe", "25.00", "EUR", "pm_card_3ds");
        assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZING);
        assertThat(payment.link().actionUrl()).isEqualTo("https://bank.example/3ds");
        assertThat(tells("evt_1", "payment_intent.requires_action", "pi_1")).isTrue();
        stripe.confirm("pi_1");
        assertThat(tells("evt_3", "payment_intent.amount_capturable_updated", "pi_1"))
                .isTrue();
        assertThat(tells("evt_3", "payment_intent.amount_capturable_updated", "pi_1"))
                .isTrue();
        assertThat(tells("evt_2", "payment_intent.created", "pi_1")).isTrue();
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(world.now(payment).link().actionUrl()).isNull();
        assertThat(world.events("payment.authorized")).hasSize(1);
    }

    @Test
    void a_lost_webhook_and_an_expired_hold_are_found_by_asking_and_the_cost_is_a_debt_then() {
        Payment payment = world.pay("a", "stripe", "25.00", "EUR", "pm_card_3ds");
        stripe.confirm("pi_1");
        world.reconcileAfter(SOON);
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.AUTHORIZED);
        stripe.expire("pi_1");
        world.reconcileAfter(Duration.ofHours(2));
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.EXPIRED);
        Payment owed = world.payments.capture(Actor.LOCAL, payment.id(), money("5", "EUR"));
        assertThat(owed.sums().owed()).isEqualTo(money("5", "EUR"));
        assertThat(world.events("payment.cancelled")).hasSize(2);
        assertThat(stripe.taken()).isZero();
    }

    @Test
    void a_hold_that_is_over_when_it_is_captured_becomes_a_debt() {
        Payment payment = visa("25.00");
        stripe.expire("pi_1");
        Payment owed = world.payments.capture(Actor.LOCAL, payment.id(), money("5", "EUR"));
        assertThat(owed.state()).isEqualTo(PaymentState.EXPIRED);
        assertThat(owed.sums().owed()).isEqualTo(money("5", "EUR"));
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void whatever_becomes_of_requests_money_is_taken_once_and_found(Trouble trouble) {
        stripe.trouble = trouble;
        Payment payment = visa("25.00");
        stripe.trouble = Trouble.NONE;
        world.reconcileAfter(SOON);
        if (trouble == Trouble.DOWN) {
            assertThat(world.now(payment).state()).isEqualTo(PaymentState.DECLINED);
            assertThat(stripe.intents).isEmpty();
            return;
        }
        stripe.trouble = trouble;
        world.payments.capture(Actor.LOCAL, payment.id(), money("20", "EUR"));
        stripe.trouble = Trouble.NONE;
        world.reconcileAfter(SOON);
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.CAPTURED);
        stripe.trouble = trouble;
        world.payments.refund(Actor.LOCAL, payment.id(), money("5", "EUR"), null);
        stripe.trouble = Trouble.NONE;
        world.reconcileAfter(SOON);
        assertThat(world.now(payment).sums().refunded()).isEqualTo(money("5", "EUR"));
        assertThat(stripe.taken()).isEqualTo(1500);
        assertThat(stripe.posts).hasSize(3);
    }

    @Test
    void a_capture_and_a_refund_that_were_not_taken_are_asked_for_again() {
        Payment payment = visa("25.00");
        stripe.trouble = Trouble.DOWN;
        world.payments.capture(Actor.LOCAL, payment.id(), money("20", "EUR"));
        stripe.trouble = Trouble.NONE;
        world.reconcileAfter(SOON);
        assertThat(stripe.taken()).isEqualTo(2000);
        stripe.trouble = Trouble.DOWN;
        world.payments.refund(Actor.LOCAL, payment.id(), money("5", "EUR"), null);
        stripe.trouble = Trouble.NONE;
        world.reconcileAfter(SOON);
        assertThat(stripe.taken()).isEqualTo(1500);
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.PARTIALLY_REFUNDED);
    }

    @Test
    void a_server_that_ends_before_its_commit_goes_on_by_the_webhook_or_by_asking() {
        world.use(new DyingGateway(gateway));
        assertThatThrownBy(() -> visa("25.00")).isInstanceOf(DyingGateway.Killed.class);
        restart();
        assertThat(tells("evt_1", "payment_intent.amount_capturable_updated", "pi_1"))
                .isTrue();
        Payment payment = visa("25.00");
        assertThat(payment.state()).isEqualTo(PaymentState.AUTHORIZED);
        world.use(new DyingGateway(gateway));
        assertThatThrownBy(() -> world.payments.capture(Actor.LOCAL, payment.id(), money("20", "EUR")))
                .isInstanceOf(DyingGateway.Killed.class);
        restart();
        world.reconcileAfter(SOON);
        assertThat(world.now(payment).sums().captured()).isEqualTo(money("20", "EUR"));
        assertThat(stripe.taken()).isEqualTo(2000);
        assertThat(world.events("payment.captured")).hasSize(1);
    }

    @Test
    void a_hold_that_comes_after_we_gave_up_is_given_back() {
        stripe.trouble = Trouble.DOWN;
        Payment payment = visa("25.00");
        world.reconcileAfter(SOON);
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.DECLINED);
        stripe.trouble = Trouble.NONE;
        gateway.authorize(
                new GatewayCall(account, payment, world.operations(payment).getFirst()));
        assertThat(tells("evt_1", "payment_intent.amount_capturable_updated", "pi_1"))
                .isTrue();
        assertThat(stripe.intents.get("pi_1").path("status").asText()).isEqualTo("canceled");
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void a_refund_from_stripes_own_dashboard_is_seen() {
        Payment payment = visa("25.00");
        world.payments.capture(Actor.LOCAL, payment.id(), money("20", "EUR"));
        stripe.refunds.add(JsonNodeFactory.instance
                .objectNode()
                .put("payment_intent", "pi_1")
                .put("amount", 2000)
                .put("status", "succeeded"));
        tells("evt_9", "charge.refunded", "pi_1");
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.REFUNDED);
        assertThat(world.events("payment.refunded")).hasSize(1);
    }

    @Test
    void an_event_counts_only_if_it_is_signed_fresh_and_of_the_mode() {
        Payment payment = world.pay("a", "stripe", "25.00", "EUR", "pm_card_3ds");
        stripe.confirm("pi_1");
        byte[] body = stripe.event("evt_1", "x", "pi_1", false);
        byte[] live = stripe.event("evt_1", "x", "pi_1", true);
        byte[] none = "[".getBytes(StandardCharsets.UTF_8);
        Instant now = world.stations.clock.instant();
        refused(Refused.Kind.UNKNOWN_CALLER, null, body);
        refused(Refused.Kind.UNKNOWN_CALLER, "t=,v1=", body);
        refused(Refused.Kind.UNKNOWN_CALLER, signature(body, now, "whsec_2"), body);
        refused(Refused.Kind.UNKNOWN_CALLER, signature(body, now.minusSeconds(302), SECRET), body);
        refused(Refused.Kind.UNKNOWN_CALLER, signature(body, now, SECRET), live);
        refused(Refused.Kind.MALFORMED, signature(live, now, SECRET), live);
        refused(Refused.Kind.MALFORMED, signature(none, now, SECRET), none);
        assertThatThrownBy(() -> webhooks.take(99, signature(body, now, SECRET), body))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
        assertThat(world.now(payment).state()).isEqualTo(PaymentState.AUTHORIZING);
    }

    @Test
    void keys_of_the_other_mode_are_refused_and_none_is_ever_shown() {
        assertThatThrownBy(() -> world.account("stripe", "live", null, null, null, null, StripeFake.KEY, SECRET))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.field()).isEqualTo("secretKey"));
        assertThat(world.gatewayResource.get("" + account.id()).toString())
                .doesNotContain(StripeFake.KEY, SECRET)
                .contains("secretKeySet=true", "/payments/stripe/" + account.id());
        assertThat(world.stations
                        .database
                        .rows(
                                account.scope(),
                                "select keys_json || secrets_sealed from payment_gateway where tenant_id = 1",
                                row -> String.valueOf(row.text(1)))
                        .toString())
                .doesNotContain(StripeFake.KEY, SECRET);
    }

    private void refused(Refused.Kind kind, String signature, byte[] body) {
        assertThatThrownBy(() -> webhooks.take(account.id(), signature, body))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.kind()).isEqualTo(kind));
    }
}
