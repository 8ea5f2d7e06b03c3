package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.ohmstead.Await;
import org.ohmstead.tokens.Turns.Turn;

@Timeout(30)
class TurnsTest {
    private static final Duration FOR_EVER = Duration.ofDays(1);

    @Test
    void the_second_waits_until_the_first_is_done() throws InterruptedException {
        Turns<String> turns = new Turns<>(FOR_EVER);
        List<String> order = new CopyOnWriteArrayList<>();
        Thread second;
        try (Turn first = turns.take("A")) {
            second = Thread.ofPlatform().start(() -> {
                try (Turn turn = turns.take("A")) {
                    order.add("second");
                }
            });
            Await.until(() -> second.getState() == Thread.State.TIMED_WAITING || !second.isAlive());
            order.add("first");
        }
        second.join();
        assertThat(order).containsExactly("first", "second");
    }

    @Test
    void another_thing_is_not_waited_for_and_the_same_one_is_free_again_afterwards() {
        Turns<String> turns = new Turns<>(FOR_EVER);
        try (Turn a = turns.take("A");
                Turn b = turns.take("B")) {
            assertThat(a).isNotSameAs(b);
        }
        turns.take("A").close();
        turns.take("B").close();
    }

    @Test
    void nobody_is_waited_for_longer_than_the_patience() {
        Turns<String> turns = new Turns<>(Duration.ofMillis(1));
        Turn slow = turns.take("A");
        Turn impatient = turns.take("A");
        impatient.close();
        turns.take("A").close(); // the slow one still has its turn, and still nobody waits for ever
        slow.close();
    }
}
