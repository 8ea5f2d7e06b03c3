package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvenTimeTest {
    @ParameterizedTest
    @CsvSource({"0, 100", "1, 99", "99, 1", "100, 100", "101, 99", "250, 50"})
    void an_answer_waits_for_the_next_full_step(long took, long left) {
        assertThat(EvenTime.left(Duration.ofMillis(took).toNanos())).isEqualTo(left);
    }
}
