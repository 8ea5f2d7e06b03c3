package org.ohmstead.stations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;

class StationLinksTest {
    private final StationLinks links = new StationLinks();
    private final StationRef cp7 = new StationRef(1, 7, "CP-7");
    private final FakeLink old = new FakeLink(cp7, OcppVersion.V16, Instant.EPOCH, 7, 3);
    private final FakeLink young = new FakeLink(cp7, OcppVersion.V16, Instant.EPOCH, 6, 4); // its row was written first

    @Test // field note 13
    void the_newest_connection_wins_and_the_one_it_replaced_is_handed_back() {
        assertThat(links.put(old)).isNull();
        assertThat(links.put(young)).isSameAs(old);
        assertThat(links.of(cp7)).containsSame(young);
        assertThat(links.all()).hasSize(1);
    }

    @Test
    void a_connection_that_is_ready_later_than_a_newer_one_does_not_win() {
        assertThat(links.put(young)).isNull();
        assertThat(links.put(old)).isSameAs(old);
        assertThat(links.of(cp7)).containsSame(young);
        assertThat(links.remove(old)).isFalse();
    }

    @Test // field note 14
    void the_late_close_of_an_old_connection_changes_nothing() {
        links.put(old);
        links.put(young);
        assertThat(links.remove(old)).isFalse();
        assertThat(links.isConnected(cp7)).isTrue();
        assertThat(links.remove(young)).isTrue();
        assertThat(links.of(cp7)).isEmpty();
    }
}
