package org.ohmstead.notices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What is written here stands in databases as a digest: mend the code and not the expectation. */
class CanonicalJsonTest {
    private static String canonical(String json) {
        return CanonicalJson.of(StoredJson.read(json));
    }

    @Test
    void names_are_in_order_and_numbers_count_by_value() {
        assertThat(canonical("{\"b\":[1.0,true,null],\"a\":{\"x\":\"y\"}}"))
                .isEqualTo("{\"1:a{\"1:x\"1:y}\"1:b[#1e0;tn]}")
                .isEqualTo(canonical("{ \"a\" : {\"x\":\"y\"}, \"b\" : [1, true, null] }"));
        assertThat(canonical("[1200,0.00,-0.5]")).isEqualTo("[#12e2;#0e0;#-5e-1;]");
    }

    @Test
    void digests_stay_what_they_are() {
        assertThat(PartsDigest.of(canonical("{\"eventId\":1,\"actualValue\":\"31.5\"}")))
                .isEqualTo(-3669539525427930508L);
        assertThat(PartsDigest.of("InvalidMessages", "x")).isEqualTo(5585709687866321278L);
    }
}
