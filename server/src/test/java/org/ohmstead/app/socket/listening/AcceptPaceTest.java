package org.ohmstead.app.socket.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AcceptPaceTest {
    private final EmbeddedChannel port = new EmbeddedChannel(new AcceptPace(100)); // two in a fiftieth of a second

    @Test
    void who_comes_too_fast_waits_outside_until_the_next_window() {
        port.writeInbound("first");
        assertThat(port.config().isAutoRead()).isTrue();
        port.writeInbound("second");
        assertThat(port.config().isAutoRead()).isFalse();

        nextWindow();
        assertThat(port.config().isAutoRead()).isTrue();
        port.writeInbound("third", "fourth");
        assertThat(port.config().isAutoRead()).isFalse();
        assertThat(port.inboundMessages()).hasSize(4);
    }

    @Test
    void who_comes_now_and_then_never_waits() {
        for (int i = 0; i < 10; i++) {
            port.writeInbound("one");
            assertThat(port.config().isAutoRead()).isTrue();
            nextWindow();
        }
    }

    @Test
    void a_pace_that_is_no_multiple_of_the_windows_is_kept_too() {
        assertThat(inASecond(75)).isBetween(75, 76);
        assertThat(inASecond(30)).isBetween(30, 31);
        assertThat(inASecond(1)).isBetween(1, 2);
    }

    /** How many come in while as many as may are at the door. */
    private static int inASecond(int pace) {
        EmbeddedChannel door = new EmbeddedChannel(new AcceptPace(pace));
        int in = 0;
        for (int window = 0; window < 50; window++) {
            for (; door.config().isAutoRead(); in++) {
                door.writeInbound("one");
            }
            nextWindow(door);
        }
        return in;
    }

    private void nextWindow() {
        nextWindow(port);
    }

    private static void nextWindow(EmbeddedChannel port) {
        port.advanceTimeBy(20, TimeUnit.MILLISECONDS);
        port.runScheduledPendingTasks();
    }
}
