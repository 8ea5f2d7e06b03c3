package org.ohmstead.charging.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.clocks.StationClocks;

/** Each limit of what is believed, on both of its sides. */
class StationClockTest {
    private static final Duration TOLERANCE = ChargingSettings.defaults().clockError();
    private static final Duration QUEUED = ChargingSettings.defaults().offlineAfter();
    private static final Duration MOST = ChargingSettings.defaults().offlineMost();
    private static final Duration MILLI = Duration.ofMillis(1);

    private final ChargingSite site = new ChargingSite(TestDatabases.sqlite(), ChargingSettings.defaults());
    private final StationClock clock = new StationClock(ChargingSettings.defaults(), site.clocks);

    @AfterEach
    void close() {
        site.close();
    }

    private EventTime believe(@Nullable Instant said, @Nullable Boolean offline) {
        return clock.believe(site.caller(CP7, OcppVersion.V16, List.of()), said, offline);
    }

    private EventTime ahead(Duration some) {
        return believe(NOW.plus(some), null);
    }

    private EventTime ago(Duration some) {
        return believe(NOW.minus(some), null);
    }

    private void isOff(Duration ahead) {
        site.clocks.heardLive(
                site.caller(CP7, OcppVersion.V201, List.of()), site.now.plus(ahead), StationClocks.Kind.STATUS);
        assertThat(site.clocks.of(CP7).ahead()).isEqualTo(ahead);
    }

    @Test
    void without_a_time_it_is_our_arrival_and_the_stations_word_for_offline_stays() {
        assertThat(believe(null, true)).isEqualTo(new EventTime(NOW, null, true, Set.of(Suspicion.TIME_MISSING)));
        assertThat(believe(null, null).offline()).isFalse();
        assertThat(believe(null, false).offline()).isFalse();
    }

    @Test
    void what_was_before_any_charger_was_built_is_no_time_even_from_a_queue() {
        Instant first = Instant.parse("2020-01-01T00:00:00Z");
        assertThat(believe(first.minus(MILLI), true))
                .isEqualTo(new EventTime(NOW, first.minus(MILLI), true, Set.of(Suspicion.CLOCK_ABSURD)));
        assertThat(believe(first, true)).isEqualTo(new EventTime(first, first, true, Set.of()));
    }

    @Test
    void what_comes_from_the_future_beyond_the_tolerance_is_of_now() {
        assertThat(ahead(TOLERANCE).at()).isEqualTo(NOW.plus(TOLERANCE));
        assertThat(ahead(TOLERANCE).doubts()).isEmpty();
        EventTime beyond = ahead(TOLERANCE.plus(MILLI));
        assertThat(beyond.at()).isEqualTo(NOW);
        assertThat(beyond.station()).isEqualTo(NOW.plus(TOLERANCE).plus(MILLI));
        assertThat(beyond.offline()).isFalse();
        assertThat(beyond.doubts()).containsExactly(Suspicion.CLOCK_OFF);
    }

    @Test
    void more_than_a_day_is_no_time_zone_but_absurd() {
        assertThat(ahead(Duration.ofDays(1)).doubts()).containsExactly(Suspicion.CLOCK_OFF);
        assertThat(ahead(Duration.ofDays(1).plus(MILLI)).doubts()).containsExactly(Suspicion.CLOCK_ABSURD);
    }

    @Test
    void an_old_message_was_queued_and_a_very_old_one_only_if_its_station_says_so() {
        assertThat(ago(QUEUED).offline()).isFalse();
        assertThat(ago(QUEUED.plus(MILLI)).offline()).isTrue();
        assertThat(believe(NOW.minus(QUEUED).minus(MILLI), false).offline()).isFalse();
        assertThat(believe(NOW, true).offline()).isTrue();
        assertThat(ago(MOST)).isEqualTo(new EventTime(NOW.minus(MOST), NOW.minus(MOST), true, Set.of()));
        Instant older = NOW.minus(MOST).minus(MILLI);
        assertThat(believe(older, null)).isEqualTo(new EventTime(NOW, older, false, Set.of(Suspicion.CLOCK_ABSURD)));
        assertThat(believe(older, false).doubts()).containsExactly(Suspicion.CLOCK_ABSURD);
        assertThat(believe(older, true)).isEqualTo(new EventTime(older, older, true, Set.of()));
    }

    @Test
    void a_clock_is_corrected_when_it_is_off_by_more_than_the_tolerance() {
        isOff(TOLERANCE.negated());
        assertThat(ago(TOLERANCE).at()).isEqualTo(NOW.minus(TOLERANCE));
        assertThat(ago(TOLERANCE).doubts()).isEmpty();
    }

    @Test
    void what_a_wrong_clock_says_is_corrected_by_what_it_is_off_back_to_when_that_was_known() {
        Duration behind = TOLERANCE.plusSeconds(1);
        isOff(behind.negated());
        assertThat(ago(behind)).isEqualTo(new EventTime(NOW, NOW.minus(behind), false, Set.of(Suspicion.CLOCK_OFF)));
        Duration earlier = behind.plusMinutes(1);
        assertThat(ago(earlier).at()).as("networks take a minute").isEqualTo(NOW.minusSeconds(60));
        EventTime before = ago(earlier.plus(MILLI));
        assertThat(before.at()).as("from before that, as it was said").isEqualTo(before.station());
        assertThat(before.doubts()).containsExactly(Suspicion.CLOCK_OFF);
    }

    @Test
    void a_start_that_was_live_by_a_slow_clock_is_seen_to_be_live_once_the_clock_is_known() {
        ChargingSession live = began(Duration.ofHours(1));
        isOff(Duration.ofHours(-1));
        ChargingSession again = reconsidered(live);
        assertThat(again.times().startedAt()).isEqualTo(NOW);
        assertThat(again.times().stationStartedAt()).isEqualTo(NOW.minus(Duration.ofHours(1)));
        assertThat(again.offline()).isFalse();
        assertThat(again.suspicions()).containsExactly(Suspicion.CLOCK_OFF);
        assertThat(reconsidered(again)).as("once").isSameAs(again);
    }

    @Test
    void a_minute_on_its_way_is_live_and_more_is_not() {
        ChargingSession minute = began(Duration.ofMinutes(61));
        ChargingSession more = began(Duration.ofMinutes(61).plus(MILLI));
        ChargingSession early = began(Duration.ofMinutes(59));
        ChargingSession earlier = began(Duration.ofMinutes(59).minus(MILLI));
        site.now = NOW.minusSeconds(30);
        isOff(Duration.ofHours(-1));
        site.now = NOW;
        assertThat(reconsidered(minute).offline()).isFalse();
        assertThat(reconsidered(more)).isSameAs(more);
        assertThat(reconsidered(early).offline()).isFalse();
        assertThat(reconsidered(earlier)).isSameAs(earlier);
    }

    @Test
    void a_start_is_left_alone_where_the_clock_is_right_or_said_nothing_or_was_corrected_already() {
        ChargingSession live = began(Duration.ofHours(1));
        assertThat(reconsidered(live)).isSameAs(live);
        isOff(Duration.ofHours(-1));
        ChargingSession silent = live.with(new SessionTimes(live.times().startedAt(), null, null, null, NOW, NOW));
        assertThat(reconsidered(silent)).isSameAs(silent);
        ChargingSession queued = began(Duration.ofHours(3));
        assertThat(reconsidered(queued)).isSameAs(queued);
    }

    /** As it looks while nothing is known of the clock: from a queue. */
    private ChargingSession began(Duration ago) {
        Instant said = NOW.minus(ago);
        return ChargingSession.fresh(
                        new Origin(CP7, OcppVersion.V16, "key", null, 0, null, null),
                        SessionTimes.began(new EventTime(said, said, true, Set.of()), NOW))
                .orOffline(true);
    }

    private ChargingSession reconsidered(ChargingSession session) {
        return clock.reconsidered(session, site.caller(CP7, OcppVersion.V16, List.of()));
    }
}
