package org.ohmstead.bench.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class AcknowledgedFactsTest {
    private final AcknowledgedFacts ledger = new AcknowledgedFacts();

    @Test
    void what_was_acknowledged_and_is_stored_once_is_in_order() {
        ledger.started("CP-1", "m0", "77");
        ledger.read("CP-1", "m0", 20);
        ledger.ended("CP-1", "m0", 30);
        Stored stored =
                new Stored(Map.of("CP-1/m0", new Stored.Session("77", true, 30, 1)), Map.of("CP-1/20", reading(1)));

        assertThat(ledger.size()).isEqualTo(3);
        assertThat(ledger.missing(stored)).isEmpty();
        assertThat(stored.doubled()).isEmpty();
    }

    @Test
    void each_fact_that_is_not_stored_is_named() {
        ledger.started("CP-1", "m0", "77");
        ledger.started("CP-2", "tx-1", "");
        ledger.read("CP-1", "m0", 20);
        ledger.ended("CP-2", "tx-1", -1);
        Stored stored =
                new Stored(Map.of("CP-2/tx-1", new Stored.Session("5", false, -1, 1)), Map.of("CP-1/40", reading(1)));

        assertThat(ledger.missing(stored))
                .containsExactlyInAnyOrder("the start of CP-1/m0", "the reading CP-1/20", "the end of CP-2/tx-1");
    }

    @Test
    void a_session_under_another_number_than_the_station_was_told_is_a_lie() {
        ledger.started("CP-1", "m0", "77");
        Stored stored = new Stored(Map.of("CP-1/m0", new Stored.Session("78", false, -1, 1)), Map.of());

        assertThat(ledger.missing(stored)).containsExactly("the start of CP-1/m0 was answered 77 and is stored as 78");
    }

    @Test
    void what_is_stored_twice_is_named() {
        Stored stored =
                new Stored(Map.of("CP-1/m0", new Stored.Session("77", true, 30, 2)), Map.of("CP-1/20", reading(3)));

        assertThat(stored.doubled()).containsExactlyInAnyOrder("the session CP-1/m0", "the reading CP-1/20");
    }

    @Test
    void money_depends_on_the_session_of_a_reading_and_on_the_meter_at_the_end() {
        ledger.read("CP-1", "m20", 40);
        ledger.ended("CP-1", "m0", 31);
        Stored stored =
                new Stored(Map.of("CP-1/m0", new Stored.Session("77", true, 30, 1)), Map.of("CP-1/40", reading(1)));

        assertThat(ledger.missing(stored))
                .containsExactly(
                        "the reading CP-1/40 of CP-1/m20 is stored with CP-1/m0",
                        "the end of CP-1/m0 at 31 Wh is stored with 30");
    }

    private static Stored.Reading reading(int times) {
        return new Stored.Reading("CP-1/m0", times);
    }
}
