package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.availability.ConnectorReport;

/** Stations whose clocks are off: time goes on here, and they say what they believe it to be. */
class ClocksTest {
    private final ChargingSite site = new ChargingSite(TestDatabases.sqlite(), ChargingSettings.defaults());

    @AfterEach
    void close() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {3600, 72_000})
    void a_session_of_a_fast_clock_was_when_its_messages_came_and_says_that_the_clock_is_off(long ahead) {
        long number = start(1000, ahead);
        later(60);
        meter(number, 1100, ahead);
        later(60);
        stop(number, 1200, ahead);
        ChargingSession session = site.session(number);
        assertThat(session.times().startedAt()).isEqualTo(NOW);
        assertThat(session.times().endedAt()).isEqualTo(NOW.plusSeconds(120));
        assertThat(session.times().stationStartedAt()).isEqualTo(NOW.plusSeconds(ahead));
        assertThat(session.times().stationEndedAt()).isEqualTo(NOW.plusSeconds(120 + ahead));
        assertThat(session.suspicions()).containsExactly(Suspicion.CLOCK_OFF);
        assertThat(session.offline()).isFalse();
        assertThat(session.meter().energyWh()).isEqualByComparingTo("200");
        assertThat(session.meter().lastAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void a_session_of_a_slow_clock_that_is_known_by_then_is_live() {
        status(-3600);
        later(40);
        meter(null, 900, -3600);
        later(40);
        status(-3600);
        later(10);
        long number = start(1000, -3600);
        later(60);
        meter(number, 1100, -3600);
        later(60);
        stop(number, 1200, -3600);
        ChargingSession session = site.session(number);
        assertThat(session.times().startedAt()).isEqualTo(NOW.plusSeconds(90));
        assertThat(session.times().endedAt()).isEqualTo(NOW.plusSeconds(210));
        assertThat(session.offline()).isFalse();
        assertThat(session.suspicions()).containsExactly(Suspicion.CLOCK_OFF);
    }

    @Test
    void the_start_of_a_slow_clock_that_shows_only_later_moves_with_the_stop() {
        status(-3600);
        long number = start(1000, -3600);
        assertThat(site.session(number).offline()).isTrue(); // for all that anybody can know
        later(2);
        meter(number, 1100, -3600);
        later(2);
        stop(number, 1200, -3600);
        ChargingSession session = site.session(number);
        assertThat(session.times().startedAt()).isEqualTo(NOW);
        assertThat(session.times().stationStartedAt()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(session.times().endedAt()).isEqualTo(NOW.plusSeconds(4));
        assertThat(session.offline()).isFalse();
        assertThat(session.suspicions()).contains(Suspicion.CLOCK_OFF);
        assertThat(session.meter().energyWh()).isEqualByComparingTo("200");
    }

    @Test
    void a_queue_of_a_right_clock_keeps_its_times() {
        status(0);
        long number = start(1000, -7200);
        meter(number, 1100, -5400);
        stop(number, 1200, -3600);
        ChargingSession session = site.session(number);
        assertThat(session.times().startedAt()).isEqualTo(NOW.minusSeconds(7200));
        assertThat(session.times().endedAt()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(session.offline()).isTrue();
        assertThat(session.suspicions()).isEmpty();
        assertThat(session.ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_queue_of_a_clock_that_was_off_before_and_after_is_corrected_by_that() {
        status(3600);
        later(7200);
        status(3600);
        long number = start(1000, 3600 - 1800); // half an hour ago by a clock that is an hour fast
        stop(number, 1200, 3600 - 900);
        ChargingSession session = site.session(number);
        assertThat(session.times().startedAt()).isEqualTo(site.now.minusSeconds(1800));
        assertThat(session.times().endedAt()).isEqualTo(site.now.minusSeconds(900));
        assertThat(session.offline()).isTrue();
        assertThat(session.suspicions()).containsExactly(Suspicion.CLOCK_OFF);
    }

    @Test
    void a_queue_from_before_the_clock_was_known_keeps_its_times_with_a_mark() {
        status(3600);
        long number = start(1000, -90_000);
        assertThat(site.session(number).times().startedAt()).isEqualTo(NOW.minusSeconds(90_000));
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.CLOCK_OFF);
        assertThat(site.session(number).offline()).isTrue();
    }

    @Test
    void a_repeated_start_is_the_same_one_also_when_more_is_known_of_the_clock() {
        Instant said = site.now.minusSeconds(3600);
        long number = start(1000, -3600);
        status(-3600);
        later(61);
        meter(number, 1000, -3600);
        status(-3600);
        assertThat(startAt(1000, said)).isEqualTo(number);
        assertThat(site.all()).hasSize(1);
    }

    @Test
    void a_clock_that_is_a_minute_or_two_off_marks_nothing() {
        long number = start(1000, 120);
        stop(number, 1200, 120);
        assertThat(site.session(number).suspicions()).isEmpty();
        assertThat(site.session(number).times().startedAt()).isEqualTo(NOW.plusSeconds(120));
    }

    @ParameterizedTest
    @ValueSource(longs = {3600, -3600})
    void an_event_of_2_x_that_is_not_offline_is_live_however_its_clock_goes(long ahead) {
        event("Started", 0, ahead, "'evse':{'id':1}");
        later(60);
        event("Ended", 1, ahead, "'evse':{'id':1}");
        ChargingSession session = site.session();
        assertThat(session.times().startedAt()).isEqualTo(NOW);
        assertThat(session.times().endedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(session.suspicions()).contains(Suspicion.CLOCK_OFF);
    }

    @Test
    void an_event_of_2_x_that_was_sent_again_and_again_keeps_its_time() {
        status(0);
        event("Started", 0, -3600, "'evse':{'id':1}");
        assertThat(site.session().times().startedAt()).isEqualTo(NOW.minusSeconds(3600));
        assertThat(site.session().suspicions()).doesNotContain(Suspicion.CLOCK_OFF);
    }

    private void later(long seconds) {
        site.now = site.now.plus(Duration.ofSeconds(seconds));
    }

    private void status(long ahead) {
        site.connectors.report(
                site.caller(CP7, OcppVersion.V16, List.of()),
                ConnectorReport.of(1, 1, "Available", site.now.plusSeconds(ahead)));
    }

    private long start(long meterWh, long ahead) {
        return startAt(meterWh, site.now.plusSeconds(ahead));
    }

    private long startAt(long meterWh, Instant said) {
        return site.start(
                        CP7,
                        "{'connectorId':1,'idTag':'FRIEND','meterStart':%d,'timestamp':'%s'}".formatted(meterWh, said))
                .transactionId();
    }

    private void meter(Long number, long wh, long ahead) {
        site.meter(
                CP7,
                "{'connectorId':1,%s'meterValue':[{'timestamp':'%s','sampledValue':[{'value':'%d'}]}]}"
                        .formatted(
                                number == null ? "" : "'transactionId':" + number + ",",
                                site.now.plusSeconds(ahead),
                                wh));
    }

    private void stop(long number, long meterWh, long ahead) {
        site.stop(
                CP7,
                "{'transactionId':%d,'meterStop':%d,'timestamp':'%s'}"
                        .formatted(number, meterWh, site.now.plusSeconds(ahead)));
    }

    private void event(String type, int seqNo, long ahead, String more) {
        site.event(
                CP7,
                OcppVersion.V201,
                "{'eventType':'%s','timestamp':'%s','triggerReason':'CablePluggedIn','seqNo':%d,%s,%s}"
                        .formatted(
                                type,
                                site.now.plusSeconds(ahead),
                                seqNo,
                                "'transactionInfo':{'transactionId':'TX'}",
                                more));
    }

    @Test
    void a_start_that_comes_again_when_the_clock_was_set_right_meanwhile_is_the_same_one() {
        for (long ahead : new long[] {-259_200, 259_200}) {
            status(ahead);
            later(30);
            meter(null, 1000, ahead);
            later(40);
            status(ahead);
            Instant said = site.now.plusSeconds(ahead);
            long number = startAt(1000, said);
            later(60);
            site.boot(CP7);
            status(0);
            assertThat(startAt(1000, said)).isEqualTo(number);
            site.stop(number, 1000, 1);
            later(60);
        }
        assertThat(site.all()).hasSize(2);
    }
}
