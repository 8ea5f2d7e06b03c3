package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;

class UnreadWordsTest {
    @Test
    void an_explicit_null_and_a_missing_field_are_no_words() {
        var words = new UnreadWords(List.of(
                new Deviation("phase", Rule.TYPE, "null", "one of L1, L2, L3"),
                new Deviation("timestamp", Rule.REQUIRED, "nothing", "a time"),
                new Deviation("measurand", Rule.VALUE, "Energy.Vendor", "a value of the enum")));
        assertThat(words.word(null, "phase")).isNull();
        assertThat(words.text("timestamp")).isNull();
        assertThat(words.word(null, "measurand")).isEqualTo("Energy.Vendor");
    }

    @Test
    void an_element_that_is_none_still_counts_as_a_position() {
        var words = new UnreadWords(List.of(new Deviation("meterValue[0]", Rule.TYPE, "null", "an object")));
        assertThat(words.element("meterValue", 0)).isEqualTo("meterValue[1]");
    }
}
