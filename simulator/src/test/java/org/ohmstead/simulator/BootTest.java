package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.ocpp.v2.BootNotification;
import org.ohmstead.ocpp.v2.Reset;
import org.ohmstead.ocpp.v2.TransactionEvent;
import org.ohmstead.ocpp.v2.TransactionEvent.TriggerReason;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.Registration;
import org.ohmstead.simulator.station.StationOptions;
import org.ohmstead.simulator.station.time.ManualTime;

class BootTest {
    private final TinyCsms csms = new TinyCsms();
    private final Simulators simulators = new Simulators();
    private final ManualTime time = new ManualTime(Instant.parse("2026-03-01T12:00:00Z"));

    @AfterEach
    void end() {
        simulators.close();
        csms.close();
    }

    private SimStation station(OcppVersion version) {
        return simulators.station(new StationOptions("CP1")
                .url(csms.url())
                .version(version)
                .time(time)
                .strict(true));
    }

    @ParameterizedTest
    @EnumSource
    void a_pending_station_says_nothing_but_boots_again_after_the_interval(OcppVersion version) {
        AtomicReference<String> status = new AtomicReference<>("Pending");
        csms.answer(
                "BootNotification",
                request -> "{\"status\":\"" + status.get()
                        + "\",\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":30}");
        SimStation station = station(version);
        assertThat(station.connect()).isEqualTo(Registration.Status.PENDING);
        station.plugIn(1);
        time.advance(Duration.ofSeconds(29));
        assertThat(csms.actions()).containsExactly("BootNotification");
        status.set("Accepted");
        time.advance(Duration.ofSeconds(1));
        station.awaitReady();
        TinyCsms.await("the status", () -> csms.actions().size() > 2);
        assertThat(csms.actions()).startsWith("BootNotification", "BootNotification");
    }

    @Test
    void a_rejected_station_asks_again_after_its_own_time_when_none_is_given() {
        csms.answer(
                "BootNotification",
                request -> "{\"status\":\"Rejected\",\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":0}");
        SimStation station = station(OcppVersion.V201);
        assertThat(station.connect()).isEqualTo(Registration.Status.REJECTED);
        time.advance(Duration.ofSeconds(10));
        TinyCsms.await("second boot", () -> csms.actions().size() == 2);
        assertThat(csms.actions()).containsOnly("BootNotification");
    }

    @Test
    void a_pending_station_sends_what_it_is_asked_for() {
        csms.answer(
                "BootNotification",
                request -> "{\"status\":\"Pending\",\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":3600}");
        SimStation station = station(OcppVersion.V16);
        station.connect();
        csms.answered("CP1", station.samples().toStation("TriggerMessage"));
        TinyCsms.await("Heartbeat", () -> csms.actions().contains("Heartbeat"));
    }

    @Test
    void heartbeats_follow_the_interval_of_the_boot_answer() {
        csms.answer(
                "BootNotification",
                request -> "{\"status\":\"Accepted\",\"currentTime\":\"2026-03-01T12:00:00Z\",\"interval\":60}");
        SimStation station = station(OcppVersion.V16);
        station.connect();
        time.advance(Duration.ofSeconds(59));
        assertThat(csms.actions()).doesNotContain("Heartbeat");
        time.advance(Duration.ofSeconds(601));
        TinyCsms.await(
                "11 heartbeats", () -> csms.heard(Heartbeat.Request.class).size() == 11);
    }

    @Test
    void a_refused_handshake_is_told_with_its_reason() {
        SimStation station = simulators.station(new StationOptions("CP1").url("ws://127.0.0.1:1/ocpp"));
        assertThatThrownBy(station::connect).hasMessageContaining("CP1: no connection to ws://127.0.0.1:1/ocpp");
    }

    @ParameterizedTest
    @EnumSource
    void a_reset_ends_the_transaction_and_boots_again(OcppVersion version) {
        SimStation station = station(version);
        station.connect();
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        Outcome<?> answer = csms.call(
                "CP1",
                version.isV2()
                        ? new Reset.Request(Reset.ResetKind.Immediate)
                        : station.samples().toStation("Reset"));
        assertThat(answer).isInstanceOf(Outcome.Answered.class);
        TinyCsms.await("down", () -> !station.isConnected());
        assertThat(station.transaction(1)).isEmpty();
        TinyCsms.await("up", () -> {
            time.advance(Duration.ofSeconds(1));
            return station.isReady();
        });
        TinyCsms.await(
                "second boot",
                () -> csms.actions().stream().filter("BootNotification"::equals).count() == 2);
        assertThat(station.deliveries().acknowledged().getLast().action()).isIn("StopTransaction", "TransactionEvent");
    }

    @Test
    void after_a_reset_with_resume_the_transaction_goes_on() {
        SimStation station = station(OcppVersion.V21);
        station.connect();
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        time.advance(Duration.ofMinutes(1));
        csms.answered("CP1", new Reset.Request(Reset.ResetKind.ImmediateAndResume));
        TinyCsms.await("down", () -> !station.isConnected());
        TinyCsms.await("up", () -> {
            time.advance(Duration.ofSeconds(1));
            return station.isReady();
        });
        time.advance(Duration.ofMinutes(1));
        station.stop(1);
        station.awaitDelivered();
        List<TransactionEvent.Request> events = csms.heard(TransactionEvent.Request.class);
        assertThat(events).extracting(TransactionEvent.Request::triggerReason).contains(TriggerReason.TxResumed);
        assertThat(events)
                .extracting(event -> event.transactionInfo().transactionId())
                .containsOnly(events.getFirst().transactionInfo().transactionId());
        for (int i = 0; i < events.size(); i++) {
            assertThat(events.get(i).seqNo()).isEqualTo(i);
        }
        assertThat(csms.heard(BootNotification.Request.class).getLast().reason())
                .isEqualTo(BootNotification.BootReason.RemoteReset);
    }
}
