package org.ohmstead.ocpp.rpc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.LinkObserver.Dropped;

/** The same message again: behaviour 2.2 and 5.9, field notes 32 and 98. */
class RepeatedMessagesTest {
    private final FakeWire wire = new FakeWire();
    private final Seen seen = new Seen();
    private final ManualWorkers workers = new ManualWorkers();
    private final TestStation station = new TestStation();
    private final OcppLink<String> link = link();

    private OcppLink<String> link() {
        return new OcppLink<>(
                CallerOf.always("CP7"),
                station.routes(OcppVersion.V16),
                LinkSettings.DEFAULT,
                wire,
                new LinkEngine(workers, new ManualTimers()),
                seen);
    }

    private static String start(String id, int meter) {
        return "[2,\"" + id + "\",\"StartTransaction\",{\"connectorId\":1,\"idTag\":\"A\",\"meterStart\":" + meter
                + ",\"timestamp\":\"2026-03-01T11:00:00Z\"}]";
    }

    private static String status(String status) {
        return "[2,\"1\",\"StatusNotification\",{\"connectorId\":1,\"errorCode\":\"NoError\",\"status\":\"" + status
                + "\"}]";
    }

    @Test
    void a_repetition_while_the_first_waits_is_answered_once() {
        link.received(start("1", 5));
        link.received(start("1", 5));
        workers.run();
        assertThat(station.served).hasSize(1);
        assertThat(wire.sent()).hasSize(1);
        assertThat(seen.dropped).containsExactly(Dropped.REPEATED_CALL);
    }

    @Test // field note 32: a station that numbers all alike may read the answer and say the same before the worker is
    // done
    void the_same_words_after_the_answer_has_left_are_answered_too() {
        wire.whenSent(() -> link.received(status("Available")));
        link.received(status("Available"));
        workers.run();
        assertThat(wire.sent()).hasSize(2);
        assertThat(seen.dropped).isEmpty();
    }

    @Test
    void a_repetition_after_the_answer_gets_the_same_answer() {
        link.received(start("1", 5));
        workers.run();
        link.received(start("1", 5));
        workers.run();
        assertThat(station.served).hasSize(1);
        assertThat(wire.sent()).hasSize(2);
        assertThat(wire.last()).isEqualTo(wire.sent().getFirst());
        assertThat(seen.repeated).containsExactly("StartTransaction 1");
    }

    @Test
    void a_repetition_over_the_next_link_gets_the_same_answer() {
        link.received(start("1", 5));
        workers.run();
        link.closed("gone");
        OcppLink<String> next = link();
        next.resume(link.replies());
        next.received(start("1", 5));
        workers.run();
        assertThat(station.served).hasSize(1);
        assertThat(wire.last()).isEqualTo(wire.sent().getFirst());
    }

    @Test
    void the_same_id_with_another_payload_is_another_message() {
        link.received(start("1", 5));
        link.received(start("1", 6));
        workers.run();
        link.received(start("1", 7));
        workers.run();
        assertThat(station.served).hasSize(3);
        assertThat(wire.sent()).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void the_same_payload_with_another_id_is_another_message() {
        link.received(start("1", 5));
        workers.run();
        link.received(start("2", 5));
        workers.run();
        assertThat(station.served).hasSize(2);
    }

    @Test
    void a_status_that_comes_back_is_news_even_when_all_ids_are_alike() {
        link.received(status("Available"));
        link.received(status("Preparing"));
        link.received(status("Available"));
        workers.run();
        link.received(status("Available"));
        workers.run();
        assertThat(station.served).hasSize(4);
        assertThat(wire.sent()).hasSize(4);
    }

    @Test
    void an_error_is_not_remembered_so_that_a_repetition_is_a_new_try() {
        String stop =
                "[2,\"1\",\"StopTransaction\",{\"meterStop\":1,\"timestamp\":\"2026-03-01T11:00:00Z\",\"transactionId\":1}]";
        link.received(stop);
        workers.run();
        link.received(stop);
        workers.run();
        assertThat(seen.served).hasSize(2).allMatch(one -> one.endsWith("InternalError"));
        assertThat(seen.repeated).isEmpty();
    }

    @Test
    void a_hundred_answers_are_remembered() {
        for (int i = 0; i < 101; i++) {
            link.received(start("id" + i, i));
            workers.run();
        }
        link.received(start("id1", 1));
        link.received(start("id100", 100));
        workers.run();
        assertThat(seen.repeated).containsExactly("StartTransaction id1", "StartTransaction id100");
        link.received(start("id0", 0));
        workers.run();
        assertThat(seen.repeated).hasSize(2);
        assertThat(station.served).hasSize(102);
    }
}
