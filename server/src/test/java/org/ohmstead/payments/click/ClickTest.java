package org.ohmstead.payments.click;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.payments.TestPayments;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.gateways.ProviderHttp;
import org.ohmstead.payments.inbound.SqlProviderTransactions;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;

/** Click calls us to prepare and to complete, and is asked to reverse. */
class ClickTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final String SECRET = "s3cret";

    private static final class World implements AutoCloseable {
        final TestPayments slice;
        final ClickFake click;
        final Account account;
        final ClickShop shop;
        final Payment payment;

        World(TestDatabases.Kind kind) throws IOException {
            slice = new TestPayments(kind.open());
            click = new ClickFake("33", SECRET);
            SqlProviderTransactions transactions = new SqlProviderTransactions(slice.stations.database);
            ClickApi api = new ClickApi(new ProviderHttp(), click.base(), slice.stations.clock);
            slice.use(new ClickGateway(transactions, slice.changes, api));
            account = slice.account("click", "test", "11", "22", "33", null, SECRET, null);
            shop = new ClickShop(slice.accounts, slice.payments, slice.changes, transactions);
            payment = slice.pay("click", "25000", "UZS");
        }

        Map<String, String> form(String transaction, int action) {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("click_trans_id", transaction);
            form.put("service_id", "22");
            form.put("click_paydoc_id", "9");
            form.put("merchant_trans_id", payment.reference());
            form.put("amount", "25000.0"); // as it comes, not as we would write it
            form.put("action", "" + action);
            form.put("error", "0");
            form.put("error_note", "Success");
            form.put("sign_time", "2026-03-01 15:00:00");
            return form;
        }

        ObjectNode signed(int action, Map<String, String> form) {
            form.put(
                    "sign_string",
                    ClickForm.md5(form.get("click_trans_id")
                            + form.get("service_id")
                            + SECRET
                            + form.get("merchant_trans_id")
                            + form.getOrDefault("merchant_prepare_id", "")
                            + form.get("amount")
                            + form.get("action")
                            + form.get("sign_time")));
            return send(action, form);
        }

        ObjectNode send(int action, Map<String, String> form) {
            String body = form.entrySet().stream()
                    .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                    .collect(Collectors.joining("&"));
            return shop.answer(account.id(), action, body.getBytes(StandardCharsets.UTF_8));
        }

        ObjectNode prepare(String transaction) {
            return signed(0, form(transaction, 0));
        }

        ObjectNode complete(String transaction, long prepared, String error) {
            Map<String, String> form = form(transaction, 1);
            form.put("merchant_prepare_id", "" + prepared);
            form.put("error", error);
            return signed(1, form);
        }

        void pay() {
            complete("1", prepare("1").path("merchant_prepare_id").asLong(), "0");
        }

        PaymentState state() {
            return slice.now(payment).state();
        }

        @Override
        public void close() {
            click.close();
            slice.close();
        }
    }

    private static int error(ObjectNode answer) {
        return answer.path("error").asInt(1);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_driver_pays_once_however_often_it_is_told(TestDatabases.Kind kind) throws IOException {
        try (World world = new World(kind)) {
            assertThat(world.payment.link().actionUrl())
                    .contains("service_id=22", "amount=25000.00", "transaction_param=" + world.payment.reference());
            ObjectNode prepared = world.prepare("1");
            assertThat(error(prepared)).isZero();
            assertThat(world.prepare("1")).isEqualTo(prepared);
            long id = prepared.path("merchant_prepare_id").asLong();
            ObjectNode completed = world.complete("1", id, "0");
            assertThat(error(completed)).isZero();
            assertThat(completed.path("merchant_confirm_id").asLong()).isEqualTo(id);
            assertThat(completed.path("merchant_trans_id").asText()).isEqualTo(world.payment.reference());
            assertThat(error(world.complete("1", id, "0"))).isEqualTo(-4);
            assertThat(error(world.prepare("2"))).isEqualTo(-4);
            assertThat(world.state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(world.slice.events("payment.captured")).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_click_gives_up_is_not_paid_and_may_be_begun_anew(TestDatabases.Kind kind) throws IOException {
        try (World world = new World(kind)) {
            long first = world.prepare("1").path("merchant_prepare_id").asLong();
            assertThat(error(world.complete("1", first, "-5017"))).isEqualTo(-9);
            assertThat(error(world.complete("1", first, "0"))).isEqualTo(-9);
            long second = world.prepare("2").path("merchant_prepare_id").asLong();
            long third = world.prepare("3").path("merchant_prepare_id").asLong();
            assertThat(error(world.complete("2", second, "0"))).isEqualTo(-9);
            assertThat(error(world.complete("3", third, "0"))).isZero();
            assertThat(world.state()).isEqualTo(PaymentState.CAPTURED);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_we_have_cancelled_is_not_paid_any_more(TestDatabases.Kind kind) throws IOException {
        try (World world = new World(kind)) {
            long id = world.prepare("1").path("merchant_prepare_id").asLong();
            world.slice.payments.cancel(Actor.LOCAL, world.payment.id());
            assertThat(error(world.complete("1", id, "0"))).isEqualTo(-9);
            assertThat(error(world.prepare("2"))).isEqualTo(-9);
            assertThat(world.state()).isEqualTo(PaymentState.VOIDED);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void the_whole_is_reversed_once_also_when_the_answer_is_lost(TestDatabases.Kind kind) throws IOException {
        try (World world = new World(kind)) {
            world.pay();
            world.slice.payments.refund(Actor.LOCAL, world.payment.id(), TestPayments.money("1", "UZS"), "part");
            assertThat(world.state()).isEqualTo(PaymentState.CAPTURED);
            world.click.silent = true;
            world.slice.payments.refund(Actor.LOCAL, world.payment.id(), null, "all");
            assertThat(world.state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(world.click.reversals).isEqualTo(1);
            world.click.silent = false;
            world.slice.reconcileAfter(Duration.ofMinutes(6));
            assertThat(world.state()).isEqualTo(PaymentState.REFUNDED);
            assertThat(world.click.reversals).isEqualTo(1);
            assertThat(world.slice.events("payment.refunded")).hasSize(1);
        }
    }

    @Test
    void what_click_does_not_reverse_stays_paid_and_is_told() throws IOException {
        try (World world = new World(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            world.pay();
            world.click.refuses = true;
            world.slice.payments.refund(Actor.LOCAL, world.payment.id(), null, null);
            assertThat(world.state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(world.slice.events("payment.failed"))
                    .singleElement()
                    .asString()
                    .contains("reversal_refused");
        }
    }

    @Test
    void what_is_wrong_is_told_in_the_order_of_clicks_own_sample() throws IOException {
        try (World world = new World(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            Map<String, String> unsigned = world.form("1", 0);
            assertThat(error(world.send(0, unsigned))).isEqualTo(-8);
            unsigned.put("sign_string", "0".repeat(32));
            assertThat(error(world.send(0, unsigned))).isEqualTo(-1);
            Map<String, String> reformatted = world.form("1", 0);
            world.signed(0, reformatted);
            reformatted.put("amount", "25000.00");
            assertThat(error(world.send(0, reformatted))).isEqualTo(-1);
            assertThat(error(world.signed(1, world.form("1", 0)))).isEqualTo(-3);
            Map<String, String> stranger = world.form("1", 0);
            stranger.put("merchant_trans_id", "nobody");
            assertThat(error(world.signed(0, stranger))).isEqualTo(-5);
            assertThat(error(world.complete("1", 4711, "0"))).isEqualTo(-6);
            Map<String, String> cheaper = world.form("1", 0);
            cheaper.put("amount", "1.00");
            assertThat(error(world.signed(0, cheaper))).isEqualTo(-2);
            Map<String, String> service = world.form("1", 0);
            service.put("service_id", "23");
            assertThat(error(world.signed(0, service))).isEqualTo(-1);
            Map<String, String> broken = world.form("x", 0);
            assertThat(error(world.signed(0, broken))).isEqualTo(-8);
            assertThat(world.state()).isEqualTo(PaymentState.AUTHORIZING);
        }
    }
}
