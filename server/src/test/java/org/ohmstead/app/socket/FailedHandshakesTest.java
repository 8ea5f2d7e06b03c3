package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class FailedHandshakesTest {
    private final AtomicLong now = new AtomicLong();

    @Test
    void an_address_that_fails_too_often_waits_for_the_next_minute_and_no_other_does() {
        FailedHandshakes failures = new FailedHandshakes(3, now::get);

        assertThat(failures.failed("a")).isFalse();
        assertThat(failures.failed("a")).isFalse();
        assertThat(failures.isBlocked("a")).isFalse();
        assertThat(failures.failed("a")).isTrue();
        assertThat(failures.isBlocked("a")).isTrue();
        assertThat(failures.isBlocked("b")).isFalse();

        now.addAndGet(TimeUnit.MINUTES.toNanos(1));
        assertThat(failures.isBlocked("a")).isFalse();
    }

    @Test
    void it_can_be_switched_off() {
        FailedHandshakes failures = new FailedHandshakes(0, now::get);

        failures.failed("a");
        assertThat(failures.isBlocked("a")).isFalse();
    }
}
