package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.ocpp.OcppVersion;

/** Several messages in one text, as firmware writes that keeps its queue in one buffer, and strangers who mean harm. */
class FurtherMessagesTest {
    private final FakeWire wire = new FakeWire();
    private final ManualWorkers workers = new ManualWorkers();
    private final Seen seen = new Seen();
    private final OcppLink<String> link = new OcppLink<>(
            CallerOf.always("CP7"),
            new TestStation().routes(OcppVersion.V16),
            LinkSettings.DEFAULT,
            wire,
            new LinkEngine(workers, new ManualTimers()),
            seen);

    @ParameterizedTest
    @ValueSource(strings = {"[2,\"1\",\"Heartbeat\",{}]", "[2,\"1\",\"Heartbeat\",{},]"})
    void a_thousand_messages_before_a_long_text_cost_no_thousand_copies_of_it(String message) {
        String text = message.repeat(1000) + "[2,\"2\",\"" + "x".repeat(4_000_000) + "\",{}]";
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        link.received(text);
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(40L * text.length());
    }

    @Test
    void a_broken_message_behind_another_is_mended_and_tells_its_place_within_itself() {
        link.received("[2,\"1\",\"Heartbeat\",{}]\n[2,\"2\",\"Heartbeat\",{},] [2,\"3\",\"Heartbeat\",{}]");
        workers.run();
        assertThat(wire.sent()).map(text -> text.substring(0, 6)).containsExactly("[3,\"1\"", "[3,\"2\"", "[3,\"3\"");
        assertThat(seen.deviations)
                .map(one -> one.found())
                .contains("a comma without a value at character 22")
                .doesNotContain("a comma without a value at character 44");
    }

    @Test
    void the_same_id_twice_in_a_text_is_two_messages_unless_all_of_it_is_the_same() {
        link.received("[2,\"1\",\"Heartbeat\",{}][2,\"1\",\"Heartbeat\",{ }][2,\"1\",\"Heartbeat\",{}]");
        workers.run();
        assertThat(wire.sent()).hasSize(3);
        link.received("[2,\"9\",\"Heartbeat\",{}][2,\"9\",\"Heartbeat\",{}]");
        workers.run();
        assertThat(wire.sent()).hasSize(4);
    }
}
