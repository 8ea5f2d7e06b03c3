package org.ohmstead.iso15118;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptTest {
    private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

    @Test
    void what_is_small_takes_room_as_well_so_that_there_is_an_end_of_them() {
        Kept<Integer, String> kept = new Kept<>(10_000);
        for (int i = 0; i < 1000; i++) {
            kept.put(i, "", 0, NOW.plusSeconds(60));
        }
        assertThat(kept.get(0, NOW)).isNull();
        assertThat(kept.get(999, NOW)).isNotNull();
    }

    @Test
    void the_one_that_was_asked_for_longest_ago_goes() {
        Kept<String, String> kept = new Kept<>(2_000);
        kept.put("a", "A", 600, NOW.plusSeconds(60));
        kept.put("b", "B", 600, NOW.plusSeconds(60));
        assertThat(kept.get("a", NOW)).isEqualTo("A");
        kept.put("c", "C", 600, NOW.plusSeconds(60));
        assertThat(kept.get("a", NOW)).isEqualTo("A");
        assertThat(kept.get("b", NOW)).isNull();
        assertThat(kept.get("a", NOW.plusSeconds(61))).isNull();
    }
}
