package org.ohmstead.stations.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.ohmstead.stations.StationRef;

/** A message that can never be accepted and always comes again has to be told to people. */
class LargeMessagesTest {
    private static final StationRef CP7 = new StationRef(1, 7, "CP-7");
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final LargeMessages messages = new LargeMessages();

    private void refused(String action) {
        messages.refused(CP7, action, 20_000_000, 16_777_216, "max-message-size", NOW);
    }

    @Test
    void the_second_time_in_a_row_is_a_warning_that_says_what_how_large_and_which_setting() {
        refused("StopTransaction");
        assertThat(messages.warning(CP7)).isEmpty();
        refused("StopTransaction");
        assertThat(messages.warning(CP7).orElseThrow())
                .contains("StopTransaction", "2 times", "20000000", "16777216", "max-message-size", "2026-05-01");
        assertThat(messages.warning(new StationRef(1, 8, "CP-8"))).isEmpty();
    }

    @Test
    void other_messages_do_not_end_it_and_one_of_the_kind_that_comes_through_does() {
        refused("StopTransaction");
        messages.served(CP7, "BootNotification");
        refused("StopTransaction");
        messages.served(CP7, "Heartbeat");
        assertThat(messages.warning(CP7)).isPresent();
        messages.served(CP7, "StopTransaction");
        assertThat(messages.warning(CP7)).isEmpty();
    }

    @Test
    void two_that_differ_are_not_two_in_a_row() {
        refused("StopTransaction");
        refused("NotifyReport");
        assertThat(messages.warning(CP7)).isEmpty();
    }
}
