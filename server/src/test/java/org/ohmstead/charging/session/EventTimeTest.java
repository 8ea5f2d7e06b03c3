package org.ohmstead.charging.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.at;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** What tells two messages apart must be the same for both deliveries of one. */
class EventTimeTest {
    @Test
    void the_key_is_the_stations_own_time_also_where_ours_was_corrected() {
        EventTime corrected = new EventTime(at(5), at(65), false, Set.of(Suspicion.CLOCK_OFF));
        assertThat(corrected.isStations()).isTrue();
        assertThat(corrected.key()).isEqualTo(at(65));
    }

    @Test
    void a_time_that_is_absurd_or_missing_tells_nothing_apart() {
        EventTime absurd = new EventTime(at(5), at(-900_000), false, Set.of(Suspicion.CLOCK_ABSURD));
        assertThat(absurd.isStations()).isFalse();
        assertThat(absurd.key()).isEqualTo(at(5));
        EventTime missing = new EventTime(at(5), null, false, Set.of(Suspicion.TIME_MISSING));
        assertThat(missing.isStations()).isFalse();
        assertThat(missing.key()).isEqualTo(at(5));
    }
}
