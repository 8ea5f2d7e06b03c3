package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardUidTest {
    @ParameterizedTest
    @CsvSource({
        "04A2B3C4, C4B3A204",
        "04a2B3C4D5E6F7, F7E6D5C4B3a204",
        "00112233445566778899, 99887766554433221100",
        "04A2B3C,", // half a byte is missing
        "04A2B3C4D5,", // five bytes are none of ISO 14443-3
        "04A2B3CX,"
    })
    void the_bytes_of_a_card_are_read_in_the_other_order(String value, @Nullable String reversed) {
        assertThat(CardUid.reversed(value).orElse(null)).isEqualTo(reversed);
    }

    @ParameterizedTest
    @CsvSource({
        "04a2b3c4, 04a2b3c4",
        "04a2b3c4d5e6, 04a2b3c4d5e6",
        "04a2b3c4d5e6f7, 04a2b3c4d5e6",
        "04a2b3,", // too short to tell cards apart
        "04a2b3c4d,",
        "vid04a2b3c4,"
    })
    void the_first_six_bytes_are_all_that_some_readers_know(String key, @Nullable String first) {
        assertThat(CardUid.firstBytes(key).orElse(null)).isEqualTo(first);
    }
}
