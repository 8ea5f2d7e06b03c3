package org.ohmstead.ocpp.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;
import static org.ohmstead.ocpp.OcppVersion.V21;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.ocpp.codec.values.Json;
import org.ohmstead.ocpp.v16.Authorize;
import org.ohmstead.ocpp.v16.DataTransfer;
import org.ohmstead.ocpp.v16.FirmwareStatusNotification;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.Measurand;
import org.ohmstead.ocpp.v16.MeterValue;
import org.ohmstead.ocpp.v16.MeterValues;
import org.ohmstead.ocpp.v16.SampledValue;
import org.ohmstead.ocpp.v2.ChargingRateUnit;
import org.ohmstead.ocpp.v2.ChargingSchedule;
import org.ohmstead.ocpp.v2.ChargingSchedulePeriod;
import org.ohmstead.ocpp.v2.Get15118EVCertificate;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.Heartbeat;
import org.ohmstead.ocpp.v2.TransactionEvent;

class RecordCodecTest {
    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    @Test
    void nulls_are_left_out_and_constants_have_the_names_of_the_wire() {
        var values = new MeterValues.Request(
                1,
                List.of(new MeterValue(
                        NOON.plusMillis(50),
                        List.of(new SampledValue(
                                "1", null, null, Measurand.Energy_Active_Import_Register, null, null, "Wh")))),
                null);
        assertThat(RecordCodec.of(MeterValues.Request.class, V16).write(values))
                .isEqualTo(
                        "{\"connectorId\":1,\"meterValue\":[{\"timestamp\":\"2025-03-04T12:00:00.050Z\",\"sampledValue\":"
                                + "[{\"value\":\"1\",\"measurand\":\"Energy.Active.Import.Register\",\"unit\":\"Wh\"}]}]}");
    }

    @Test
    void a_strangers_names_and_values_are_told_without_what_no_log_and_no_database_takes() {
        var decoded = RecordCodec.of(FirmwareStatusNotification.Request.class, V16)
                .read("{\"status\":\"Ver\\u0000ifying\\ud83d \\ud83d\\ude00\",\"ex\\ntra\\u0000\":1}", Reading.LENIENT);
        assertThat(decoded.tolerated())
                .extracting(Deviation::path, Deviation::found)
                .containsExactlyInAnyOrder(
                        tuple("status", "Ver\ufffdifying\ufffd \ud83d\ude00"), tuple("ex\ufffdtra\ufffd", "a number"));
    }

    @Test
    void decimals_are_written_plainly_with_the_digits_they_have() {
        assertThat(written("1E+3")).isEqualTo("1000");
        assertThat(written("8.10")).isEqualTo("8.10");
        assertThat(written("0.0000001")).isEqualTo("0.0000001");
    }

    private static String written(String limit) {
        String json = RecordCodec.of(ChargingSchedulePeriod.class, V201)
                .write(new ChargingSchedulePeriod(0, new BigDecimal(limit)));
        return json.substring("{\"startPeriod\":0,\"limit\":".length(), json.length() - 1);
    }

    @Test
    void what_only_2_1_knows_is_found_before_it_is_sent_to_2_0_1() {
        var schedule = RecordCodec.of(ChargingSchedule.class, V201)
                .read(
                        "{\"id\":1,\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[{\"startPeriod\":0,\"setpoint\":1}],"
                                + "\"useLocalTime\":true}",
                        Reading.LENIENT)
                .value();
        assertThat(RecordCodec.of(ChargingSchedule.class, V201).check(schedule))
                .extracting(each -> each.rule() + " " + each.path())
                .containsExactly(
                        "REQUIRED chargingSchedulePeriod[0].limit",
                        "NEWER chargingSchedulePeriod[0].setpoint",
                        "NEWER useLocalTime");
        assertThat(RecordCodec.of(ChargingSchedule.class, V21).check(schedule)).isEmpty();

        var event = new TransactionEvent.Request(
                TransactionEvent.TransactionEventKind.Updated,
                NOON,
                TransactionEvent.TriggerReason.LimitSet,
                1,
                new TransactionEvent.Transaction("T"));
        assertThat(RecordCodec.of(TransactionEvent.Request.class, V201).check(event))
                .extracting(each -> each.rule() + " " + each.path() + " " + each.found())
                .containsExactly("NEWER triggerReason LimitSet");
        assertThat(RecordCodec.of(TransactionEvent.Request.class, V21).check(event))
                .isEmpty();
    }

    @Test
    void the_check_finds_what_a_careless_caller_left_null() {
        var schedule = new ChargingSchedule(1, (ChargingRateUnit) null, Arrays.asList((ChargingSchedulePeriod) null));
        assertThat(RecordCodec.of(ChargingSchedule.class, V21).check(schedule))
                .extracting(each -> each.rule() + " " + each.path())
                .containsExactly("REQUIRED chargingRateUnit", "TYPE chargingSchedulePeriod[0]");
    }

    @Test
    void a_payload_in_the_middle_of_a_frame_is_read_to_its_end_good_or_bad() throws IOException {
        for (String payload :
                List.of("{\"idTag\":\"A\"}", "{\"idTag\":[1,{\"a\":[]}]}", "{}", "[[1],{\"a\":2}]", "7", "null")) {
            try (JsonParser frame = Json.FACTORY.createParser("[2,\"id\",\"Authorize\"," + payload + ",\"next\"]")) {
                while (frame.nextToken() != JsonToken.VALUE_STRING
                        || !frame.getText().equals("Authorize")) {
                    // up to the payload
                }
                frame.nextToken();
                RecordCodec.of(Authorize.Request.class, V16).read(frame);
                assertThat(frame.nextToken()).as(payload).isEqualTo(JsonToken.VALUE_STRING);
                assertThat(frame.getText()).isEqualTo("next");
            }
        }
    }

    @Test
    void no_payload_at_all_is_no_JSON() {
        assertThatThrownBy(() -> RecordCodec.of(Authorize.Request.class, V16).read(Json.parser("")))
                .isInstanceOf(JsonParseException.class);
    }

    @Test
    void a_deviation_shows_64_characters_and_no_token() {
        var status = RecordCodec.of(DataTransfer.Response.class, V16)
                .read("{\"status\":\"" + "x".repeat(1000) + "\"}", Reading.LENIENT);
        assertThat(status.fatal().getFirst().found()).hasSize(64).startsWith("xxx");

        var authorize = RecordCodec.of(Authorize.Request.class, V16);
        assertThat(authorize
                        .read("{\"idTag\":123456}", Reading.LENIENT)
                        .tolerated()
                        .toString())
                .doesNotContain("123456");
        assertThat(authorize
                        .read("{\"idTag\":\"" + "1234567".repeat(4) + "\"}", Reading.LENIENT)
                        .tolerated()
                        .toString())
                .contains("28 characters")
                .doesNotContain("1234567");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customData\":{\"vendorId\":\"V\",\"a\":NaN}}",
                "{\"customData\":{\"vendorId\":\"V\",\"a\":[,1]}}",
                "{\"customData\":{\"vendorId\":\"V\\u00\"}}",
                "{'customData':1}",
                "{\"customData\" {}}",
                "",
            })
    void broken_JSON_is_told_as_such(String json) {
        var decoded = RecordCodec.of(Heartbeat.Request.class, V21).read(json, Reading.LENIENT);
        assertThat(decoded.value()).isNull();
        assertThat(decoded.fatal()).extracting(Deviation::rule).containsExactly(Rule.SYNTAX);
    }

    @Test
    void a_hundred_levels_are_read_and_a_thousand_are_not() {
        var codec = RecordCodec.of(Heartbeat.Request.class, V21);
        assertThat(codec.read(nested(90), Reading.STRICT).fatal()).isEmpty();
        assertThat(codec.read(nested(1000), Reading.STRICT).fatal())
                .extracting(Deviation::rule)
                .containsExactly(Rule.SYNTAX);
    }

    private static String nested(int levels) {
        return "{\"customData\":{\"vendorId\":\"V\",\"a\":" + "[".repeat(levels) + "]".repeat(levels) + "}}";
    }

    @Test
    void a_second_try_reads_what_is_not_quite_JSON() throws IOException {
        var codec = RecordCodec.of(GetVariables.Response.class, V201);
        String json = "{\"getVariableResult\":[,{\"attributeStatus\":\"Accepted\",\"component\":{\"name\":\"a\nb\"},"
                + "\"variable\":{\"name\":\"V\"},},]}";
        assertThat(codec.read(json, Reading.LENIENT).fatal())
                .extracting(Deviation::rule)
                .containsExactly(Rule.SYNTAX);
        try (JsonParser parser = Json.REPAIRING.createParser(json)) {
            var decoded = codec.read(parser);
            assertThat(decoded.fatal()).isEmpty();
            assertThat(decoded.value().getVariableResult()).hasSize(1);
            assertThat(decoded.value()
                            .getVariableResult()
                            .getFirst()
                            .component()
                            .name())
                    .isEqualTo("a\nb");
        }
    }

    @Test
    void not_a_number_is_no_number() throws IOException {
        try (JsonParser parser = Json.REPAIRING.createParser(
                "{\"evseId\":1,\"meterValue\":[{\"timestamp\":\"2025-03-04T12:00:00Z\",\"sampledValue\":[{\"value\":NaN},{\"value\":-Infinity}]}]}")) {
            var decoded = RecordCodec.of(org.ohmstead.ocpp.v2.MeterValues.Request.class, V201)
                    .read(parser);
            assertThat(decoded.tolerated())
                    .extracting(each -> each.rule() + " " + each.path())
                    .containsExactly(
                            "TYPE meterValue[0].sampledValue[0].value", "TYPE meterValue[0].sampledValue[1].value");
        }
    }

    @Test
    void a_certificate_request_longer_than_the_schema_is_kept_whole() {
        var decoded = RecordCodec.of(Get15118EVCertificate.Request.class, V201)
                .read(
                        "{\"iso15118SchemaVersion\":\"urn\",\"action\":\"Install\",\"exiRequest\":\"" + "x".repeat(7500)
                                + "\"}",
                        Reading.LENIENT);
        assertThat(decoded.value().exiRequest()).hasSize(7500);
        assertThat(decoded.tolerated()).extracting(Deviation::found).containsExactly("7500 characters");
    }

    @Test
    void lists_of_a_record_cannot_be_changed() {
        var decoded = RecordCodec.of(GetConfiguration.Request.class, V16).read("{\"key\":[\"a\"]}", Reading.STRICT);
        assertThatThrownBy(() -> decoded.value().key().add("b")).isInstanceOf(UnsupportedOperationException.class);
    }
}
