package org.ohmstead.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** These numbers stand in databases: mend the code and not the expectation. */
class PartsDigestTest {
    @Test
    void parts_have_the_number_that_they_always_had() {
        assertThat(PartsDigest.of("")).isEqualTo(-2360060374177730597L);
        assertThat(PartsDigest.of("Grüße")).isEqualTo(-5756527261601849672L);
        assertThat(PartsDigest.of("InvalidMessages", "x")).isEqualTo(5585709687866321278L);
    }

    @Test
    void where_a_part_ends_counts() {
        assertThat(PartsDigest.of("ab", "c")).isEqualTo(-967254053323610693L);
        assertThat(PartsDigest.of("a", "bc")).isEqualTo(-5389456257275098314L);
        assertThat(PartsDigest.of("InvalidMessages", "", "x")).isEqualTo(-3159322024922613882L);
    }
}
