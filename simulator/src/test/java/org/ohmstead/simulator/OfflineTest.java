package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.MeterValues;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.ocpp.v16.StopTransaction;
import org.ohmstead.ocpp.v2.BootNotification;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.time.ManualTime;

class OfflineTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    /** No other timer of a station is set to a multiple of this. */
    private static final Duration RETRY = Duration.ofSeconds(77);

    private final TinyCsms csms = new TinyCsms();
    private final Simulators simulators = new Simulators();
    private final ManualTime time = new ManualTime(NOON);

    @AfterEach
    void end() {
        simulators.close();
        csms.close();
    }

    private SimStation station(OcppVersion version) {
        SimStation station = simulators.station(new StationOptions("CP1")
                .url(csms.url())
                .version(version)
                .time(time)
                .retryInterval(RETRY)
                .strict(true)
                .reconnects(false));
        station.connect();
        return station;
    }

    private void chargeOffline(SimStation station) {
        station.loseConnection();
        station.plugIn(1);
        assertThat(station.authorize("TAG").accepted()).isTrue();
        station.start(1);
        time.advance(Duration.ofMinutes(3));
        station.stop(1);
        station.unplug(1);
    }

    @Test
    void a_session_of_1_6_without_a_connection_is_told_afterwards_in_its_order_with_its_times() {
        SimStation station = station(OcppVersion.V16);
        chargeOffline(station);
        time.advance(Duration.ofHours(2));
        station.reconnect();
        station.awaitDelivered();
        List<String> told = csms.actions().stream()
                .filter(action -> action.endsWith("Transaction") || action.equals("MeterValues"))
                .toList();
        assertThat(told)
                .containsExactly("StartTransaction", "MeterValues", "MeterValues", "MeterValues", "StopTransaction");
        assertThat(csms.heard(StartTransaction.Request.class).getFirst().timestamp())
                .isEqualTo(NOON);
        assertThat(csms.heard(StopTransaction.Request.class).getFirst().timestamp())
                .isEqualTo(NOON.plusSeconds(180));
        // The number that the late StartTransaction was given stands in what was queued behind it.
        assertThat(csms.heard(MeterValues.Request.class)).allMatch(values -> values.transactionId() == 101);
        assertThat(csms.heard(StopTransaction.Request.class).getFirst().transactionId())
                .isEqualTo(101);
        assertThat(csms.deviations()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"V201", "V21"})
    void a_session_of_2_without_a_connection_says_that_it_was_offline(OcppVersion version) {
        SimStation station = station(version);
        chargeOffline(station);
        station.reconnect();
        station.awaitDelivered();
        List<TransactionEvent.Request> events = csms.heard(TransactionEvent.Request.class);
        assertThat(events).hasSize(6).allMatch(event -> Boolean.TRUE.equals(event.offline()));
        assertThat(events).extracting(TransactionEvent.Request::seqNo).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(events.getFirst().timestamp()).isEqualTo(NOON);
        assertThat(events.getLast().timestamp()).isEqualTo(NOON.plusSeconds(180));
        assertThat(csms.heard(BootNotification.Request.class)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void a_message_whose_answer_was_lost_with_the_connection_comes_again_with_the_same_content(OcppVersion version) {
        SimStation station = station(version);
        String action = version.isV2() ? "TransactionEvent" : "StartTransaction";
        station.mischief().losesAnswer(action);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        TinyCsms.await("the break", () -> !station.isConnected());
        station.reconnect();
        station.awaitDelivered();
        List<Record> starts = csms.heard().stream()
                .filter(one -> one.action().equals(action))
                .map(TinyCsms.Heard::message)
                .limit(2)
                .toList();
        assertThat(starts.get(0)).isEqualTo(starts.get(1));
        assertThat(station.deliveries().acknowledged().getFirst().request()).isEqualTo(starts.get(0));
    }

    @ParameterizedTest
    @EnumSource
    void a_connection_that_breaks_in_the_middle_of_a_call_costs_nothing(OcppVersion version) {
        SimStation station = station(version);
        String action = version.isV2() ? "TransactionEvent" : "StartTransaction";
        station.mischief().breaksAfter(action);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        TinyCsms.await("the break", () -> !station.isConnected());
        station.reconnect();
        station.awaitDelivered();
        assertThat(station.deliveries().acknowledged().getFirst().action()).isEqualTo(action);
        assertThat(station.deliveries().discarded()).isEmpty();
    }

    @Test
    void what_is_refused_is_sent_again_after_the_interval_with_the_same_content() {
        AtomicInteger tries = new AtomicInteger();
        csms.answer(
                "StartTransaction",
                request -> tries.incrementAndGet() < 3
                        ? new CallRefused(ErrorCode.InternalError, "the store is away")
                        : "{\"idTagInfo\":{\"status\":\"Accepted\"},\"transactionId\":7}");
        SimStation station = station(OcppVersion.V16);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        untilJustBeforeRetry(RETRY);
        assertThat(tries).hasValue(1);
        time.advance(Duration.ofSeconds(1));
        // The second interval is twice as long (1.6 §3.7.1).
        untilJustBeforeRetry(RETRY.multipliedBy(2));
        assertThat(tries).hasValue(2);
        time.advance(Duration.ofSeconds(1));
        TinyCsms.await("third try", () -> tries.get() == 3);
        station.awaitDelivered();
        assertThat(csms.heard(StartTransaction.Request.class))
                .hasSize(3)
                .containsOnly(csms.heard(StartTransaction.Request.class).getFirst());
        assertThat(csms.heard(MeterValues.Request.class)).allMatch(values -> values.transactionId() == 7);
    }

    @Test
    void what_is_refused_to_the_last_attempt_is_given_up_and_the_rest_goes_on_with_an_unknown_transaction() {
        csms.answer("StartTransaction", request -> new CallRefused(ErrorCode.InternalError, "never"));
        SimStation station = station(OcppVersion.V16);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        for (int refused = 1; refused < 3; refused++) {
            untilJustBeforeRetry(RETRY.multipliedBy(refused));
            time.advance(Duration.ofSeconds(1));
        }
        TinyCsms.await(
                "third try", () -> csms.heard(StartTransaction.Request.class).size() == 3);
        station.stop(1);
        station.awaitDelivered();
        assertThat(station.deliveries().discarded()).singleElement().satisfies(fact -> assertThat(fact.action())
                .isEqualTo("StartTransaction"));
        // Erratum 3.18.
        assertThat(csms.heard(StopTransaction.Request.class).getFirst().transactionId())
                .isEqualTo(-1);
    }

    @Test
    void a_lost_connection_is_dialled_again() {
        SimStation station =
                simulators.station(new StationOptions("CP2").url(csms.url()).reconnectAfter(Duration.ofMillis(20)));
        station.connect();
        csms.kick("CP2");
        TinyCsms.await("gone", () -> !station.isConnected());
        station.awaitReady();
        assertThat(csms.heard(BootNotification.Request.class)).hasSize(1);
    }

    /** Waits until a refusal has set the timer of the next try, and lets all but a second of it pass. */
    private void untilJustBeforeRetry(Duration interval) {
        Instant due = time.now().plus(interval);
        TinyCsms.await("the timer of the next try", () -> time.isAwaited(due));
        time.advance(interval.minusSeconds(1));
    }
}
