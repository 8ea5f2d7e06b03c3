package org.ohmstead.app.socket.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AcceptPaceTest {
    private final AtomicLong nanos = new AtomicLong();
    private final EmbeddedChannel port = port(100); // two in a fiftieth of a second

    private EmbeddedChannel port(int pace) {
        EmbeddedChannel channel = new EmbeddedChannel(new AcceptPace(pace, nanos::get));
        channel.freezeTime();
        return channel;
    }

    private void pass(EmbeddedChannel channel, int millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
        channel.advanceTimeBy(millis, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();
    }

    @Test
    void who_comes_too_fast_waits_outside_until_there_is_room() {
        port.writeInbound("first");
        assertThat(port.config().isAutoRead()).isTrue();
        port.writeInbound("second", "third"); // one had been read before it stopped
        assertThat(port.config().isAutoRead()).isFalse();
        pass(port, 19);
        assertThat(port.config().isAutoRead()).isFalse();
        pass(port, 2);
        assertThat(port.config().isAutoRead()).isTrue();
        assertThat(port.inboundMessages()).hasSize(3);
    }

    @Test
    void who_comes_now_and_then_never_waits() {
        for (int i = 0; i < 10; i++) {
            port.writeInbound("one");
            assertThat(port.config().isAutoRead()).isTrue();
            pass(port, 20);
        }
    }

    @Test
    void any_pace_is_kept() {
        assertThat(inASecond(75)).isBetween(70, 77);
        assertThat(inASecond(30)).isBetween(28, 32);
        assertThat(inASecond(1)).isBetween(1, 2);
    }

    /** How many come in while as many as may are at the door. */
    private int inASecond(int pace) {
        EmbeddedChannel door = port(pace);
        int in = 0;
        for (int millis = 0; millis < 1000; millis++) {
            for (; door.config().isAutoRead(); in++) {
                door.writeInbound("one");
            }
            pass(door, 1);
        }
        return in;
    }
}
