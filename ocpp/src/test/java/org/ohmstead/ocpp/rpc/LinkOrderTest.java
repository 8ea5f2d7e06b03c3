package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;

/** What a station says over one connection after the other: nothing is lost between them, and the order stays. */
class LinkOrderTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Seen seen = new Seen();
    private final ManualTimers timers = new ManualTimers();
    private final ManualWorkers workers = new ManualWorkers();
    private final ManualWorkers otherWorkers = new ManualWorkers();
    private final TestStation station = new TestStation();
    private final FakeWire wire = new FakeWire();
    private final OcppLink<String> old = link(workers);
    private final OcppLink<String> young = link(otherWorkers);

    private OcppLink<String> link(ManualWorkers on) {
        return new OcppLink<>(
                CallerOf.always("CP7"),
                station.routes(OcppVersion.V16),
                LinkSettings.DEFAULT.withQueues(4, 4),
                wire,
                new LinkEngine(on, timers),
                seen);
    }

    private static String status(String word) {
        return "[2,\"" + word + "\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\""
                + word + "\"}]";
    }

    private static String served(Seen seen) {
        return String.join(
                " ", seen.served.stream().map(line -> line.split(" ")[1]).toList());
    }

    @Test
    void a_message_behind_which_the_socket_was_closed_comes_before_those_of_the_next_connection() {
        old.received(status("Charging"));
        old.received(status("Finishing"));
        old.closed("the station closed the socket");
        young.follow(old, PATIENCE);
        young.received(status("Available"));
        otherWorkers.run();
        assertThat(served(seen)).isEmpty();
        workers.run();
        otherWorkers.run();
        assertThat(served(seen)).isEqualTo("Charging Finishing Available");
        assertThat(timers.pending()).isZero();
    }

    @Test
    void a_connection_that_is_about_to_be_closed_is_waited_for_too() {
        young.follow(old, PATIENCE);
        young.received(status("Available"));
        old.received(status("Charging"));
        workers.run();
        otherWorkers.run();
        assertThat(served(seen)).isEqualTo("Charging");
        old.closed("replaced");
        otherWorkers.run();
        assertThat(served(seen)).isEqualTo("Charging Available");
    }

    @Test
    void three_connections_in_a_row_keep_their_order_though_the_second_ends_first() {
        OcppLink<String> youngest = link(otherWorkers);
        old.received(status("Charging"));
        old.closed("gone");
        young.follow(old, PATIENCE);
        young.closed("gone too");
        youngest.follow(young, PATIENCE);
        youngest.received(status("Available"));
        otherWorkers.run();
        assertThat(served(seen)).isEmpty();
        workers.run();
        otherWorkers.run();
        assertThat(served(seen)).isEqualTo("Charging Available");
    }

    @Test
    void a_handler_that_hangs_does_not_lock_the_station_out() {
        old.received(status("Charging"));
        old.closed("gone");
        young.follow(old, PATIENCE);
        young.received(status("Available"));
        timers.advance(PATIENCE);
        otherWorkers.run();
        assertThat(served(seen)).isEqualTo("Available");
    }

    @Test
    void a_held_connection_stops_its_socket_like_any_other_and_a_shut_down_waits_for_it() throws InterruptedException {
        young.follow(old, PATIENCE);
        for (String word : new String[] {"Available", "Preparing", "Charging", "Finishing"}) {
            young.received(status(word));
        }
        assertThat(wire.flow()).containsExactly("pause");
        assertThat(young.drain(Duration.ofMillis(1))).isFalse();
        old.closed("replaced");
        otherWorkers.run();
        assertThat(wire.flow()).containsExactly("pause", "resume");
        assertThat(young.drain(Duration.ofMillis(1))).isTrue();
    }

    @Test
    void a_few_large_messages_stop_the_socket_as_many_small_ones_do() {
        old.received(status("Charging") + " ".repeat(3 << 18));
        assertThat(wire.flow()).isEmpty();
        old.received(status("Finishing") + " ".repeat(3 << 18));
        assertThat(wire.flow()).containsExactly("pause");
        workers.run();
        assertThat(wire.flow()).containsExactly("pause", "resume");
    }
}
