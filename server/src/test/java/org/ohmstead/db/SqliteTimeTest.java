package org.ohmstead.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqliteTimeTest {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T09:05:00Z,           2026-01-31 09:05:00+00:00",
        "2026-01-31T09:05:00.250Z,       2026-01-31 09:05:00.25+00:00",
        "2026-01-31T09:05:00.000000005Z, 2026-01-31 09:05:00.000000005+00:00",
        "1969-12-31T23:59:59.999Z,       1969-12-31 23:59:59.999+00:00",
        "0007-01-01T00:00:00Z,           0007-01-01 00:00:00+00:00",
    })
    void an_instant_is_written_as_jooq_writes_it(Instant at, String text) {
        assertThat(SqliteTime.text(at)).isEqualTo(text);
        assertThat(SqliteTime.parse(text)).isEqualTo(at);
    }

    @Test
    void years_that_no_clock_should_show_are_written_too() {
        assertThat(SqliteTime.text(Instant.parse("+20000-01-01T00:00:00Z"))).isEqualTo("+20000-01-01 00:00:00+00:00");
    }

    @Test
    void the_texts_sort_as_the_instants_do() {
        Random random = new Random(4);
        List<Instant> instants = Stream.generate(() -> Instant.ofEpochSecond(
                        1_700_000_000L + random.nextInt(3), random.nextInt(4) * 250_000_000L + random.nextInt(2)))
                .limit(200)
                .toList();
        assertThat(instants.stream().sorted().map(SqliteTime::text)).isSorted();
    }
}
