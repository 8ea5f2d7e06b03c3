package org.ohmstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of a body that is too large. */
class ProblemTest {
    @ParameterizedTest
    @CsvSource({"8192, 8 KiB", "1048576, 1 MiB", "20971520, 20 MiB"})
    void how_much_is_allowed_is_told_in_a_unit_that_shows_it(int largest, String told) {
        assertThat(Problem.tooLarge(largest).detail()).endsWith("allowed is " + told + ".");
    }
}
