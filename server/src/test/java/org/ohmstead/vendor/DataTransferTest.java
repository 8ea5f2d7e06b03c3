package org.ohmstead.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.v16.DataTransfer;
import org.ohmstead.ocpp.v2.DataTransfer.DataTransferStatus;
import org.ohmstead.stations.Caller;
import org.ohmstead.stations.StationRef;
import org.ohmstead.vendor.ocpp16.DataTransfer16;
import org.ohmstead.vendor.ocpp2.DataTransfer2;

class DataTransferTest {
    private final List<VendorMessage> got = new ArrayList<>();

    /** What a vendor would write. */
    private final class Sample implements VendorHandler {
        private final Set<String> messages;
        private final Function<VendorMessage, VendorAnswer> rule;

        Sample(Function<VendorMessage, VendorAnswer> rule, String... messages) {
            this.messages = Set.of(messages);
            this.rule = rule;
        }

        @Override
        public String vendorId() {
            return "com.Example";
        }

        @Override
        public Set<String> messageIds() {
            return messages;
        }

        @Override
        public VendorAnswer handle(VendorMessage message) {
            got.add(message);
            return rule.apply(message);
        }
    }

    private static Caller caller(OcppVersion version) {
        return new Caller(new StationRef(1, 7, "CP-7"), version, 1, "m-1", Instant.EPOCH, ZoneOffset.UTC, List.of());
    }

    private static DataTransfer.Response send16(DataTransfers transfers, String vendor, String message, String data) {
        var answer = new DataTransfer16(transfers, TransferKeeper.NONE)
                .handle(caller(OcppVersion.V16), new DataTransfer.Request(vendor, message, data));
        assertThat(RecordCodec.of(DataTransfer.Response.class, OcppVersion.V16).check(answer))
                .isEmpty();
        return answer;
    }

    private static org.ohmstead.ocpp.v2.DataTransfer.Response send2(
            DataTransfers transfers, String vendor, String message, JsonNode data) {
        var answer = new DataTransfer2(transfers, TransferKeeper.NONE)
                .handle(caller(OcppVersion.V201), new org.ohmstead.ocpp.v2.DataTransfer.Request(vendor, message, data));
        assertThat(RecordCodec.of(org.ohmstead.ocpp.v2.DataTransfer.Response.class, OcppVersion.V201)
                        .check(answer))
                .isEmpty();
        return answer;
    }

    private DataTransfers with(Function<VendorMessage, VendorAnswer> rule, String... messages) {
        return new DataTransfers(List.of(new Sample(rule, messages)));
    }

    @Test
    void a_vendor_that_nobody_serves_is_unknown_and_gets_no_data() {
        var none = new DataTransfers(List.of());
        assertThat(send16(none, "net.other", "Hello", "x"))
                .isEqualTo(new DataTransfer.Response(DataTransfer.Status.UnknownVendorId));
        var answer = send2(none, "net.other", "Hello", TextNode.valueOf("x"));
        assertThat(answer.status()).isEqualTo(DataTransferStatus.UnknownVendorId);
        assertThat(answer.data()).isNull();
    }

    @Test
    void a_known_vendors_other_message_or_one_without_an_id_is_unknown() {
        var hello = with(message -> VendorAnswer.accepted(), "Hello");
        assertThat(send16(hello, "com.example", "Bye", null).status()).isEqualTo(DataTransfer.Status.UnknownMessageId);
        assertThat(send16(hello, "com.example", null, null).status()).isEqualTo(DataTransfer.Status.UnknownMessageId);
        assertThat(send2(hello, "com.example", null, null).status()).isEqualTo(DataTransferStatus.UnknownMessageId);
        assertThat(got).isEmpty();
    }

    @Test
    void vendor_and_message_are_found_in_any_case_and_a_message_may_have_no_id() {
        var any = with(message -> VendorAnswer.accepted(), "Hello", VendorHandler.NO_MESSAGE_ID);
        assertThat(send16(any, "COM.EXAMPLE ", "hELLO", null).status()).isEqualTo(DataTransfer.Status.Accepted);
        assertThat(send2(any, "com.example", null, null).status()).isEqualTo(DataTransferStatus.Accepted);
        assertThat(got).extracting(VendorMessage::messageId).containsExactly("hELLO", "");
    }

    @Test
    void json_in_a_text_reaches_the_handler_as_json_and_beside_it_as_it_came() throws JsonProcessingException {
        var hello = with(message -> VendorAnswer.accepted(message.data()), "Hello");
        String text = " {\"price\": 0.300, \"list\":[1]}";
        assertThat(send16(hello, "com.example", "Hello", text).data()).isEqualTo("{\"price\":0.300,\"list\":[1]}");
        assertThat(got.getFirst().data()).isEqualTo(Json.TREES.readTree(text));
        assertThat(got.getFirst().sent()).isEqualTo(TextNode.valueOf(text));
        send2(hello, "com.example", "Hello", TextNode.valueOf(text));
        send2(hello, "com.example", "Hello", Json.TREES.readTree(text));
        assertThat(got).extracting(VendorMessage::data).containsOnly(Json.TREES.readTree(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "5", "true", "plain", "{broken", "[1,"})
    void a_text_that_is_no_json_stays_a_text(String text) {
        var hello = with(message -> VendorAnswer.accepted(message.data()), "Hello");
        assertThat(send16(hello, "com.example", "Hello", text).data()).isEqualTo(text);
        assertThat(got.getFirst().data()).isEqualTo(TextNode.valueOf(text));
    }

    @Test
    void a_text_of_ten_thousand_brackets_stays_a_text() {
        var hello = with(message -> VendorAnswer.accepted(message.data()), "Hello");
        String deep = "[".repeat(10_000);
        assertThat(send16(hello, "com.example", "Hello", deep).data()).isEqualTo(deep);
    }

    @Test
    void a_handler_that_fails_or_answers_nothing_costs_a_rejection_and_no_error() {
        var failing = with(
                message -> {
                    throw new IllegalStateException("my fault");
                },
                "Hello");
        var linked = with(
                message -> {
                    throw new NoSuchMethodError("built for another release");
                },
                "Hello");
        var silent = with(message -> null, "Hello");
        for (DataTransfers transfers : List.of(failing, linked, silent)) {
            assertThat(send16(transfers, "com.example", "Hello", "x"))
                    .isEqualTo(new DataTransfer.Response(DataTransfer.Status.Rejected));
            assertThat(send2(transfers, "com.example", "Hello", null).status()).isEqualTo(DataTransferStatus.Rejected);
        }
    }

    @Test
    void a_reason_goes_to_2x_stations_and_is_cut_to_what_they_take() {
        var strict = with(message -> VendorAnswer.rejected("no".repeat(1000)), "Hello");
        var answer = send2(strict, "com.example", "Hello", null);
        assertThat(answer.status()).isEqualTo(DataTransferStatus.Rejected);
        assertThat(answer.statusInfo().additionalInfo()).hasSize(512);
    }

    @Test
    void two_handlers_of_one_message_stop_the_start_and_are_named() {
        assertThatThrownBy(() -> new DataTransfers(List.of(
                        new Sample(message -> VendorAnswer.accepted(), "Hello"),
                        new Sample(message -> VendorAnswer.accepted(), "hello"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'hello' of vendor 'com.Example' has two handlers");
    }

    @Test
    void an_echo_comes_back_as_it_was_sent() throws JsonProcessingException {
        var transfers = new DataTransfers(List.of(new Echo()));
        assertThat(send16(transfers, "org.ohmstead", "Echo", "{ \"a\" :1}").data())
                .isEqualTo("{ \"a\" :1}");
        assertThat(send16(transfers, "org.ohmstead", "Echo", null).data()).isNull();
        JsonNode data = Json.TREES.readTree("{\"a\":[1,null,\"x\"]}");
        assertThat(send2(transfers, "org.ohmstead", "Echo", data).data()).isEqualTo(data);
    }

    @Test
    void a_handler_that_never_answers_holds_nobody_up_and_is_interrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        DataTransfers transfers = new DataTransfers(
                List.of(new Sample(
                        message -> {
                            try {
                                new CountDownLatch(1).await();
                            } catch (InterruptedException e) {
                                interrupted.countDown();
                            }
                            return VendorAnswer.accepted();
                        },
                        "Slow")),
                Duration.ofMillis(50));
        assertThat(send16(transfers, "com.example", "Slow", null).status()).isEqualTo(DataTransfer.Status.Rejected);
        assertThat(interrupted.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void nor_does_one_that_computes_for_ever_and_hears_no_interruption() {
        AtomicBoolean stop = new AtomicBoolean();
        DataTransfers transfers = new DataTransfers(
                List.of(new Sample(
                        message -> {
                            while (!stop.get()) {
                                Thread.onSpinWait();
                            }
                            return VendorAnswer.accepted();
                        },
                        "Busy")),
                Duration.ofMillis(50));
        var answer = send2(transfers, "com.example", "Busy", null);
        stop.set(true);
        assertThat(answer.status()).isEqualTo(DataTransferStatus.Rejected);
        assertThat(answer.statusInfo().additionalInfo()).contains("no answer in time");
    }
}
