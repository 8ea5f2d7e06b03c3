package org.ohmstead.pricing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {
    private static List<BigDecimal> amounts(String... amounts) {
        return Arrays.stream(amounts).map(BigDecimal::new).toList();
    }

    private static List<BigDecimal> spread(String total, String... amounts) {
        return LargestRemainder.spread(amounts(amounts), new BigDecimal(total));
    }

    @Test
    void what_loses_most_is_rounded_up() {
        assertThat(spread("1.00", "0.333", "0.336", "0.331")).isEqualTo(amounts("0.33", "0.34", "0.33"));
        assertThat(spread("1.00", "0.331", "0.333", "0.336")).isEqualTo(amounts("0.33", "0.33", "0.34"));
    }

    @Test
    void of_those_that_lose_the_same_the_first_is_rounded_up() {
        assertThat(spread("1", "0.25", "0.25", "0.25", "0.25")).isEqualTo(amounts("1", "0", "0", "0"));
    }

    @Test
    void what_is_taken_off_is_spread_too() {
        assertThat(spread("9.50", "12.005", "-2.505")).isEqualTo(amounts("12.01", "-2.51"));
    }

    @Test
    void nothing_is_spread_over_nothing() {
        assertThat(spread("0.00")).isEmpty();
    }
}
