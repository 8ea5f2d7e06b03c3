package org.ohmstead.ocpp.codec.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Decoded;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Reading;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.v2.MeterValues;

class DecimalsTest {
    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.5", " 12.30 ", "1e3", "1E-400", "9e399"})
    void a_number_that_is_measured_keeps_its_digits(String text) {
        assertThat(Decimals.read(text)).isEqualTo(new BigDecimal(text.strip()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "1,5",
                "0x10",
                "1e2147483648",
                "1e-2147483648",
                "1e2147483647",
                "1e401",
                "1e-401",
                "1e99999999999"
            })
    void what_cannot_be_computed_with_is_no_number(String text) {
        assertThat(Decimals.read(text)).isNull();
    }

    @Test
    void a_million_digits_are_not_even_begun() {
        assertThat(Decimals.read("9".repeat(1_000_000))).isNull();
        assertThat(Decimals.read("9".repeat(400))).isNotNull();
        assertThat(Decimals.read("9".repeat(401))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e2147483648", "1e-2147483648", "1e999999999", "1e401"})
    void a_tree_does_not_hold_a_number_that_is_too_large(String number) {
        assertThatThrownBy(() -> Json.tree("{\"a\":[" + number + "]}")).isInstanceOf(JsonParseException.class);
    }

    @Test
    void a_tree_keeps_the_digits_of_others() throws JsonProcessingException {
        assertThat(Json.tree("{\"a\":[8.10,1e3,12345678901234567890]}"))
                .hasToString("{\"a\":[8.10,1E+3,12345678901234567890]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1e2147483648", "\"1e2147483648\"", "1e-2147483648", "\"1e-2147483648\"", "\"1e2147483647\""})
    void a_message_with_such_a_number_is_read_up_to_it(String number) {
        Decoded<MeterValues.Request> decoded = RecordCodec.of(MeterValues.Request.class, OcppVersion.V201)
                .read(
                        "{\"evseId\":1,\"meterValue\":[{\"timestamp\":\"2025-03-04T05:06:07Z\",\"sampledValue\":[{\"value\":"
                                + number + "}]}]}",
                        Reading.LENIENT);
        assertThat(Stream.concat(decoded.tolerated().stream(), decoded.fatal().stream()))
                .extracting(Deviation::path)
                .contains("meterValue[0].sampledValue[0].value");
    }
}
