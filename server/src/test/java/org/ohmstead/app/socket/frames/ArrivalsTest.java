package org.ohmstead.app.socket.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The large messages of one connection. */
class ArrivalsTest {
    private static final long LATE = Arrivals.PATIENCE.toNanos() + 2;

    private final AtomicLong nanos = new AtomicLong();
    private final LargeMessageRoom room = new LargeMessageRoom(10);
    private final Arrivals arrivals = new Arrivals(new MessageLimit(10, "max-message-size"), room, nanos::get);

    @Test
    void only_a_message_whose_room_others_want_can_be_too_slow() {
        assertThat(arrivals.begins(3, 10, () -> {})).isTrue();
        assertThat(arrivals.isTooSlow(LATE)).isFalse();
        LargeMessageRoom.Allocation other = room.ask(1, () -> {});
        assertThat(arrivals.isTooSlow(LATE - 2)).isFalse();
        assertThat(arrivals.isTooSlow(LATE)).isTrue();
        arrivals.end();
        assertThat(other.isHeld()).isTrue();
        assertThat(arrivals.isTooSlow(LATE)).isFalse();
    }

    @Test
    void who_waits_for_room_is_not_slow_and_its_time_begins_when_there_is_room() {
        LargeMessageRoom.Allocation other = room.ask(10, () -> {});
        assertThat(arrivals.begins(1, 10, () -> {})).isFalse();
        assertThat(arrivals.isTooSlow(LATE)).isFalse();
        other.giveBack();
        nanos.set(LATE);
        assertThat(arrivals.mayCome()).isTrue();
        room.ask(1, () -> {});
        assertThat(arrivals.isTooSlow(LATE + 10)).isFalse();
    }

    @Test
    void what_comes_of_it_gives_it_time_and_never_more_than_for_one_pause_nor_for_more_than_it_may_have() {
        int second = 28 << 10; // bytes
        LargeMessageRoom large = new LargeMessageRoom(2 * second);
        Arrivals some = new Arrivals(new MessageLimit(2 * second, "max-message-size"), large, nanos::get);
        some.begins(1, 2 * second, () -> {});
        large.ask(1, () -> {});
        some.arrived(second);
        assertThat(some.isTooSlow(LATE)).as("nothing is saved up").isTrue();
        nanos.set(LATE / 2);
        some.arrived(second);
        assertThat(some.isTooSlow(LATE)).isFalse();
        assertThat(some.isTooSlow(LATE + 900_000_000L)).isFalse();
        assertThat(some.isTooSlow(LATE + 1_100_000_000L)).isTrue();
        some.arrived(10 * second);
        assertThat(some.isTooSlow(LATE + 1_100_000_000L))
                .as("it has no more to come")
                .isTrue();
    }

    @Test
    void becoming_larger_bit_by_bit_gives_no_time() {
        arrivals.begins(1, 2, () -> {});
        nanos.set(LATE - 10);
        assertThat(arrivals.begins(1, 4, () -> {})).isTrue();
        LargeMessageRoom.Allocation other = room.ask(6, () -> {});
        room.ask(1, () -> {});
        assertThat(arrivals.isTooSlow(LATE)).isTrue();
        assertThat(other.isHeld()).isTrue();
        assertThat(arrivals.begins(1, 2, () -> {})).isTrue();
        assertThat(room.isWanted()).as("what it does not need is given back").isFalse();
    }

    @Test
    void its_time_stands_still_while_the_socket_is_not_read() {
        arrivals.begins(1, 10, () -> {});
        room.ask(1, () -> {});
        nanos.set(LATE - 10);
        arrivals.paused();
        nanos.set(LATE * 2);
        assertThat(arrivals.isTooSlow(LATE * 2)).isFalse();
        arrivals.goesOn();
        assertThat(arrivals.isTooSlow(LATE * 2)).isFalse();
        assertThat(arrivals.isTooSlow(LATE * 2 + 11)).isTrue();
    }

    @Test
    void a_place_goes_with_the_message_that_has_it() {
        arrivals.begins(2, 6, () -> {});
        arrivals.begins(4, 4, () -> {});
        assertThat(arrivals.handsOn(20_000)).isNull();
        LargeMessageRoom.Allocation second = arrivals.handsOn(20_000);
        assertThat(second).isNotNull();
        assertThat(arrivals.handsOn(20_000)).isNull();
        assertThat(arrivals.handsOn(20_000)).isNotNull().isNotSameAs(second);
        assertThat(arrivals.handsOn(20_000)).isNull();
    }

    @Test
    void what_begins_when_all_is_over_takes_no_room() {
        arrivals.end();
        assertThat(arrivals.begins(1, 10, () -> {})).isFalse();
        assertThat(arrivals.mayCome()).isFalse();
        assertThat(room.ask(10, () -> {}).isHeld()).isTrue();
    }

    @Test
    void what_comes_for_a_link_that_will_never_stand_gives_its_room_back() {
        EarlyMessages early = new EarlyMessages();
        early.add("before", room.ask(4, () -> {}));
        early.giveUp();
        early.add("after", room.ask(6, () -> {}));
        assertThat(room.ask(10, () -> {}).isHeld()).isTrue();
    }
}
