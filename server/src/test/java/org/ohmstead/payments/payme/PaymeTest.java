package org.ohmstead.payments.payme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.Actor;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.payments.TestPayments;
import org.ohmstead.payments.gateways.Account;
import org.ohmstead.payments.inbound.SqlProviderTransactions;
import org.ohmstead.payments.state.Payment;
import org.ohmstead.payments.state.PaymentState;

/** Payme calls us, in its own words. */
class PaymeTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final String KEY = "key of the cash desk".replace(' ', '-');
    private static final String TX = "5305e3bab097f420a62ced0b";
    private static final long TIYIN = 2_500_000;

    private static final class World implements AutoCloseable {
        final TestPayments slice;
        final Account account;
        final PaymeDoor door;
        final Payment payment;

        World(TestDatabases.Kind kind) {
            slice = new TestPayments(kind.open());
            SqlProviderTransactions transactions = new SqlProviderTransactions(slice.stations.database);
            slice.use(new PaymeGateway(transactions, slice.changes));
            account = slice.account("payme", "test", "desk", null, null, null, KEY, null);
            door = new PaymeDoor(slice.accounts, new PaymeMerchant(slice.payments, slice.changes, transactions));
            payment = slice.pay("payme", "25000", "UZS");
        }

        JsonNode raw(String body, @Nullable String key) {
            String login = key == null
                    ? null
                    : "Basic " + Base64.getEncoder().encodeToString(("Paycom:" + key).getBytes(StandardCharsets.UTF_8));
            return read(door.answer(account.id(), login, body.getBytes(StandardCharsets.UTF_8))
                    .toString());
        }

        JsonNode call(String method, String params) {
            return raw("{\"id\":7,\"method\":\"" + method + "\",\"params\":{" + params + "}}", KEY);
        }

        JsonNode create(String id) {
            return call("CreateTransaction", id(id) + ",\"time\":" + now() + "," + owed(TIYIN));
        }

        String owed(long amount) {
            return "\"amount\":" + amount + ",\"account\":{\"payment\":\"" + payment.reference() + "\"}";
        }

        long now() {
            return slice.stations.clock.instant().toEpochMilli();
        }

        PaymentState state() {
            return slice.now(payment).state();
        }

        @Override
        public void close() {
            slice.close();
        }
    }

    private static JsonNode read(String json) {
        try {
            return Json.tree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static String id(String id) {
        return "\"id\":\"" + id + "\"";
    }

    private static int error(JsonNode answer) {
        return answer.path("error").path("code").asInt();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_driver_pays_and_each_call_is_answered_the_same_again(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            assertThat(new String(
                            Base64.getDecoder()
                                    .decode(world.payment.link().actionUrl().replaceFirst(".*/", "")),
                            StandardCharsets.UTF_8))
                    .isEqualTo("m=desk;ac.payment=" + world.payment.reference() + ";a=2500000");
            JsonNode allowed = world.call("CheckPerformTransaction", world.owed(TIYIN));
            assertThat(allowed.path("result").path("allow").asBoolean()).isTrue();
            assertThat(allowed.path("id").asInt()).isEqualTo(7);
            JsonNode created = world.create(TX);
            assertThat(created.path("result").path("state").asInt()).isEqualTo(1);
            world.slice.stations.clock.advance(Duration.ofMinutes(3));
            assertThat(world.create(TX)).isEqualTo(created);
            assertThat(world.state()).isEqualTo(PaymentState.AUTHORIZING);
            JsonNode performed = world.call("PerformTransaction", id(TX));
            assertThat(performed.path("result").path("state").asInt()).isEqualTo(2);
            world.slice.stations.clock.advance(Duration.ofMinutes(3));
            assertThat(world.call("PerformTransaction", id(TX))).isEqualTo(performed);
            assertThat(world.state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(world.slice.events("payment.captured"))
                    .singleElement()
                    .asString()
                    .contains("\"currency\":\"UZS\"");
            assertThat(error(world.call("CheckPerformTransaction", world.owed(TIYIN))))
                    .isEqualTo(-31051);
            JsonNode check = world.call("CheckTransaction", id(TX)).path("result");
            assertThat(check.path("perform_time"))
                    .isEqualTo(performed.path("result").path("perform_time"));
            assertThat(check.path("cancel_time").asLong()).isZero();
            assertThat(check.path("reason").isNull()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_was_performed_and_is_cancelled_is_a_refund_and_what_was_not_can_be_paid_anew(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.create("first");
            assertThat(error(world.create("second"))).isEqualTo(-31052);
            JsonNode cancelled = world.call("CancelTransaction", id("first") + ",\"reason\":3");
            assertThat(cancelled.path("result").path("state").asInt()).isEqualTo(-1);
            assertThat(world.call("CancelTransaction", id("first") + ",\"reason\":3"))
                    .isEqualTo(cancelled);
            assertThat(error(world.call("PerformTransaction", id("first")))).isEqualTo(-31008);
            assertThat(error(world.create("first"))).isEqualTo(-31008);
            world.create("second");
            world.call("PerformTransaction", id("second"));
            JsonNode refunded = world.call("CancelTransaction", id("second") + ",\"reason\":5");
            assertThat(refunded.path("result").path("state").asInt()).isEqualTo(-2);
            assertThat(world.call("CancelTransaction", id("second") + ",\"reason\":5"))
                    .isEqualTo(refunded);
            assertThat(world.state()).isEqualTo(PaymentState.REFUNDED);
            assertThat(world.slice.events("payment.refunded")).hasSize(1);
            assertThat(error(world.call("PerformTransaction", id("second")))).isEqualTo(-31008);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_transaction_is_over_after_twelve_hours_and_no_money_is_taken_for_it(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.create(TX);
            world.slice.stations.clock.advance(Duration.ofHours(12));
            assertThat(world.call("CheckTransaction", id(TX))
                            .path("result")
                            .path("state")
                            .asInt())
                    .isEqualTo(1);
            world.slice.stations.clock.advance(Duration.ofMillis(1));
            assertThat(error(world.call("PerformTransaction", id(TX)))).isEqualTo(-31008);
            JsonNode over = world.call("CheckTransaction", id(TX)).path("result");
            assertThat(over.path("state").asInt()).isEqualTo(-1);
            assertThat(over.path("reason").asInt()).isEqualTo(4);
            assertThat(world.state()).isEqualTo(PaymentState.AUTHORIZING);
            assertThat(world.create("another").path("result").path("state").asInt())
                    .isEqualTo(1);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_we_have_cancelled_cannot_be_paid_and_what_is_paid_cannot_be_cancelled(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            world.create(TX);
            world.slice.payments.cancel(Actor.LOCAL, world.payment.id());
            assertThat(world.state()).isEqualTo(PaymentState.VOIDED);
            assertThat(error(world.call("PerformTransaction", id(TX)))).isEqualTo(-31008);
            assertThat(error(world.create("another"))).isEqualTo(-31051);
            Payment second = world.slice.pay("k2", "payme", "100", "UZS", null);
            String owed = "\"amount\":10000,\"account\":{\"payment\":\"" + second.reference() + "\"}";
            world.call("CreateTransaction", id("b") + ",\"time\":" + world.now() + "," + owed);
            world.call("PerformTransaction", id("b"));
            world.slice.payments.refund(Actor.LOCAL, second.id(), null, null);
            assertThat(world.slice.now(second).state()).isEqualTo(PaymentState.CAPTURED);
            assertThat(world.slice.events("payment.failed"))
                    .singleElement()
                    .asString()
                    .contains("not_from_here");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_statement_tells_what_was_begun_within_a_time_by_paymes_clock(TestDatabases.Kind kind) {
        try (World world = new World(kind)) {
            long at = world.now();
            world.create(TX);
            String whole = "\"from\":" + at + ",\"to\":" + at;
            JsonNode list = world.call("GetStatement", whole).path("result").path("transactions");
            assertThat(list).hasSize(1);
            assertThat(list.path(0).path("id").asText()).isEqualTo(TX);
            assertThat(list.path(0).path("account").path("payment").asText()).isEqualTo(world.payment.reference());
            String later = "\"from\":" + (at + 1) + ",\"to\":" + (at + 9);
            assertThat(world.call("GetStatement", later).path("result").path("transactions"))
                    .isEmpty();
        }
    }

    @Test
    void whoever_has_not_the_key_of_the_cash_desk_learns_and_changes_nothing() {
        try (World world = new World(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            String body = "{\"id\":1,\"method\":\"CheckPerformTransaction\",\"params\":{" + world.owed(TIYIN) + "}}";
            for (String key : new String[] {null, "", "wrong", KEY + "x"}) {
                assertThat(error(world.raw(body, key))).isEqualTo(-32504);
            }
            assertThat(read(world.door
                                    .answer(world.account.id(), "Basic %%%", body.getBytes(StandardCharsets.UTF_8))
                                    .toString())
                            .path("error")
                            .path("code")
                            .asInt())
                    .isEqualTo(-32504);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-32700 {",
                "-32600 []",
                "-32600 {\"method\":7,\"params\":{}}",
                "-32600 {\"method\":\"CheckTransaction\"}",
                "-32601 {\"method\":\"ChangePassword\",\"params\":{}}",
                "-32600 {\"method\":\"CheckTransaction\",\"params\":{\"id\":7}}",
                "-31003 {\"method\":\"CheckTransaction\",\"params\":{\"id\":\"x\"}}",
                "-31003 {\"method\":\"PerformTransaction\",\"params\":{\"id\":\"x\"}}",
                "-31003 {\"method\":\"CancelTransaction\",\"params\":{\"id\":\"x\",\"reason\":1}}",
                "-31001"
                        + " {\"method\":\"CheckPerformTransaction\",\"params\":{\"amount\":\"5\",\"account\":{\"payment\":\"aa\"}}}",
                "-31001"
                        + " {\"method\":\"CheckPerformTransaction\",\"params\":{\"amount\":1e99,\"account\":{\"payment\":\"aa\"}}}",
                "-31050"
                        + " {\"method\":\"CheckPerformTransaction\",\"params\":{\"amount\":5,\"account\":{\"payment\":\"aa\"}}}",
                "-31050 {\"method\":\"CheckPerformTransaction\",\"params\":{\"amount\":5,\"account\":{}}}",
                "-32600 {\"method\":\"GetStatement\",\"params\":{\"from\":-1,\"to\":5}}",
                "-32600 {\"method\":\"GetStatement\",\"params\":{\"from\":1,\"to\":99999999999999}}"
            })
    void what_is_wrong_is_told_by_its_number(String expected) {
        try (World world = new World(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            String[] parts = expected.split(" ", 2);
            JsonNode answer = world.raw(parts[1], KEY);
            assertThat(error(answer)).isEqualTo(Integer.parseInt(parts[0]));
            assertThat(answer.path("error").path("message").path("ru").asText()).isNotEmpty();
        }
    }

    @Test
    void another_amount_than_the_payments_is_refused() {
        try (World world = new World(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            assertThat(error(world.call("CheckPerformTransaction", world.owed(TIYIN - 1))))
                    .isEqualTo(-31001);
            assertThat(error(world.call(
                            "CreateTransaction", id(TX) + ",\"time\":" + world.now() + "," + world.owed(TIYIN + 1))))
                    .isEqualTo(-31001);
        }
    }
}
