package org.ohmstead.charging.readings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** These numbers stand in databases: mend the code and not the expectation. */
class TextDigestTest {
    @Test
    void a_text_has_the_number_that_it_always_had() {
        assertThat(TextDigest.of("")).isEqualTo(-2039914840885289964L);
        assertThat(TextDigest.of("Grüße")).isEqualTo(-559005354142841542L);
        assertThat(TextDigest.of("said/1|action=4:Stop")).isEqualTo(3702913296445938676L);
    }
}
