package org.ohmstead.ocpp.codec.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {
    @ParameterizedTest
    @CsvSource({
        "2025-03-04T05:06:07Z,                    2025-03-04T05:06:07Z",
        "2025-03-04T05:06:07.5Z,                  2025-03-04T05:06:07.5Z",
        "2025-03-04T05:06:07.1234567891Z,         2025-03-04T05:06:07.123456789Z",
        "2025-03-04T05:06:07+05:30,               2025-03-03T23:36:07Z",
        "2025-03-04T05:06:07-00:00,               2025-03-04T05:06:07Z",
        "2024-02-29T23:59:59-23:59,               2024-03-01T23:58:59Z",
        "2016-12-31T23:59:60Z,                    2017-01-01T00:00:00Z",
        "2017-01-01T00:59:60+01:00,               2017-01-01T00:00:00Z",
        "0000-01-01T00:00:00Z,                    0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59.999Z,                9999-12-31T23:59:59.999Z",
    })
    void what_RFC_3339_allows_is_read(String text, Instant moment) {
        assertThat(Timestamps.parse(text)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "2025-03-04T05:06:07",
                "2025-03-04 05:06:07Z",
                "2025-03-04t05:06:07Z",
                "2025-03-04T05:06:07z",
                "2025-03-04T05:06:07Z ",
                "2025-03-04T05:06:07,5Z",
                "2025-03-04T05:06:07.Z",
                "2025-03-04T05:06:07.5",
                "2025-03-04T05:06:07+01",
                "2025-03-04T05:06:07+0100",
                "2025-03-04T05:06:07+01:60",
                "2025-03-04T05:06:07+24:00",
                "2025-03-04T05:06:07ZZ",
                "2025-03-04T05:06Z",
                "2025-02-29T05:06:07Z",
                "2025-00-04T05:06:07Z",
                "2025-03-00T05:06:07Z",
                "2025-03-04T24:00:00Z",
                "2025-03-04T05:06:60Z",
                "2025-03-04T05:06:61Z",
                "+025-03-04T05:06:07Z",
                "2025-03-04T05:06:0\u0667Z",
            })
    void nothing_else_is_strictly_a_timestamp(String text) {
        assertThat(Timestamps.parse(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-07-04T12:00:00,             2025-07-04T10:00:00Z",
        "2025-01-04T12:00:00.25,          2025-01-04T11:00:00.25Z",
        "2025-07-04 12:00:00,             2025-07-04T10:00:00Z",
        "2025-07-04T12:00,                2025-07-04T10:00:00Z",
        "2025-07-04,                      2025-07-03T22:00:00Z",
        "2025/07/04 12:00:00Z,            2025-07-04T12:00:00Z",
        "2025-07-04t12:00:00z,            2025-07-04T12:00:00Z",
        "2025-07-04T12:00Z,               2025-07-04T12:00:00Z",
        "2025-07-04T12:00:00+03,          2025-07-04T09:00:00Z",
        "2025-07-04T12:00:00-0330,        2025-07-04T15:30:00Z",
        "2025-07-04T12:00:00 +03:00,      2025-07-04T09:00:00Z",
        "2025-07-04T12:00:00 UTC,         2025-07-04T12:00:00Z",
        "'2025-07-04T12:00:00,1234567890Z', 2025-07-04T12:00:00.123456789Z",
        "2025-07-04T24:00:00Z,            2025-07-05T00:00:00Z",
        "2025-03-30T02:30:00,             2025-03-30T01:30:00Z",
        "1741064767,                      2025-03-04T05:06:07Z",
        "1741064767.5,                    2025-03-04T05:06:07.5Z",
        "1741064767123,                   2025-03-04T05:06:07.123Z",
        "1.741064767E12,                  2025-03-04T05:06:07Z",
        "0,                               1970-01-01T00:00:00Z",
    })
    void what_careless_senders_mean_is_guessed(String text, Instant moment) {
        assertThat(Timestamps.guess(text, ZoneId.of("Europe/Berlin"))).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "now",
                "12:00",
                "20250704",
                "2025-07-04T",
                "2025-07-04T25:00:00Z",
                "2025-07-04T24:30:00Z",
                "2025-07-04T12:00:00+3",
                "2025-07-04T12:00:00+03:",
                "2025-07-04T12:00:00+",
                "2025-07-04T12:00:00 Berlin",
                "2025-13-04T12:00:00",
                "-1741064767",
                "99999999999999999999",
                "1e999999999",
            })
    void what_nobody_can_understand_is_not_guessed(String text) {
        assertThat(Timestamps.guess(text, ZoneId.of("Europe/Berlin"))).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-04T05:06:07Z,           2025-03-04T05:06:07Z",
        "2025-03-04T05:06:07.000999999Z, 2025-03-04T05:06:07Z",
        "2025-03-04T05:06:07.1Z,         2025-03-04T05:06:07.100Z",
        "2025-03-04T05:06:07.012999999Z, 2025-03-04T05:06:07.012Z",
        "0099-01-01T00:00:00Z,           0099-01-01T00:00:00Z",
        "1969-12-31T23:59:59.999Z,       1969-12-31T23:59:59.999Z",
    })
    void a_moment_is_written_with_three_digits_of_a_fraction_or_none(Instant moment, String text) {
        assertThat(Timestamps.write(moment)).isEqualTo(text);
    }

    @Test
    void a_year_of_five_digits_is_not_writable() {
        assertThat(Timestamps.isWritable(Instant.parse("+10000-01-01T00:00:00Z")))
                .isFalse();
        assertThat(Timestamps.isWritable(Instant.parse("9999-12-31T23:59:59Z"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "0,                               1970-01-01T00:00:00Z",
        "100000000,                       1973-03-03T09:46:40Z",
        "99999999999,                     5138-11-16T09:46:39Z",
        "100000000000,                    1973-03-03T09:46:40Z",
        "253402300799999,                 9999-12-31T23:59:59.999Z",
        "2025-07-04T24:00:00Z,            2025-07-05T00:00:00Z",
        "2025-07-04T12:59:60Z,            2025-07-04T13:00:00Z",
        "2025-07-04T00:00Z,               2025-07-04T00:00:00Z",
        "2025-07-04T12:59Z,               2025-07-04T12:59:00Z",
        "2025-07-04T12:00:00+2359,        2025-07-03T12:01:00Z",
        "2025-07-04T12:00:00-23:59,       2025-07-05T11:59:00Z",
        "2025-07-04T12:00:00+00,          2025-07-04T12:00:00Z",
    })
    void a_careless_time_at_the_edge_of_what_is_one_is_read(String text, Instant moment) {
        assertThat(Timestamps.guess(text, ZoneId.of("Europe/Berlin"))).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1",
                "10000000",
                "253402300800000",
                "2025-07-04T24:00:01Z",
                "2025-07-04T12:60:00Z",
                "2025-07-04T12:00:61Z",
                "2025-07-04T12:00:00+2400",
                "2025-07-04T12:00:00+0160",
                "2025-07-04T12:00:00+01:",
                "2025-07-04T12:00:00+",
                "2025-07-04T12:",
                "2025-07-04T",
            })
    void beyond_that_edge_it_is_none(String text) {
        assertThat(Timestamps.guess(text, ZoneId.of("Europe/Berlin"))).isNull();
    }
}
