package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.ClearCache;
import org.ohmstead.ocpp.v16.Heartbeat;
import org.ohmstead.ocpp.v16.StartTransaction;
import org.ohmstead.simulator.fleet.SimStation;
import org.ohmstead.simulator.fleet.Simulators;
import org.ohmstead.simulator.station.StationOptions;

class MischiefTest {
    private final TinyCsms csms = new TinyCsms(false);
    private final Simulators simulators = new Simulators();
    private SimStation station;

    @BeforeEach
    void begin() {
        station = simulators.station(new StationOptions("CP1").url(csms.url()).version(OcppVersion.V16));
        station.connect();
    }

    @AfterEach
    void end() {
        simulators.close();
        csms.close();
    }

    private Outcome<?> clearCache() {
        return csms.call("CP1", new ClearCache.Request(), Duration.ofMillis(700));
    }

    @Test
    void a_station_that_refuses_answers_not_supported() {
        station.mischief().refusesCommands(true);
        assertThat(clearCache()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(ErrorCode.NotSupported));
    }

    @Test
    void a_station_that_refuses_one_action_does_the_others() {
        station.mischief().refuses("ClearCache");
        assertThat(clearCache()).isInstanceOfSatisfying(Outcome.Refused.class, refused -> assertThat(refused.code())
                .isEqualTo(ErrorCode.InternalError));
        station.mischief().refuses("GetConfiguration");
        assertThat(clearCache()).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void a_silent_station_does_not_answer_but_goes_on_talking() {
        station.mischief().silent(true);
        assertThat(clearCache()).isInstanceOf(Outcome.TimedOut.class);
        assertThat(station.send(new Heartbeat.Request())).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void an_answer_comes_twice() {
        station.mischief().answersTwice(true);
        assertThat(clearCache()).isInstanceOf(Outcome.Answered.class);
        TinyCsms.await(
                "the second",
                () -> csms.frames().stream()
                                .filter(one -> one.startsWith("[3,"))
                                .count()
                        == 2);
    }

    @Test
    void an_answer_comes_late() {
        station.mischief().answersLate(Duration.ofMillis(900));
        assertThat(clearCache()).isInstanceOf(Outcome.TimedOut.class);
        TinyCsms.await("the answer", () -> csms.frames().stream().anyMatch(one -> one.startsWith("[3,")));
    }

    @Test
    void ids_can_be_numbers_and_are_understood_when_they_come_back() {
        station.mischief().numericIds(true);
        assertThat(station.send(new Heartbeat.Request())).isInstanceOf(Outcome.Answered.class);
        assertThat(csms.frames().getLast()).matches("\\[2,\\d,\"Heartbeat\",\\{}]");
    }

    @Test
    void broken_json_lacks_its_end() {
        station.mischief().brokenJson(true);
        clearCache();
        assertThat(csms.frames().getLast()).startsWith("[3,").doesNotEndWith("]");
    }

    @Test
    void a_lost_clock_says_1970() {
        station.mischief().lost1970(true);
        station.plugIn(1);
        station.authorize("TAG");
        station.start(1);
        station.awaitDelivered();
        assertThat(csms.heard(StartTransaction.Request.class).getFirst().timestamp())
                .isBefore(Instant.parse("1970-01-02T00:00:00Z"));
    }

    @Test
    void a_call_is_sent_twice_with_one_id() {
        station.mischief().sendsTwice(true);
        station.send(new Heartbeat.Request());
        TinyCsms.await(
                "both",
                () -> csms.frames().stream()
                                .filter(one -> one.contains("Heartbeat"))
                                .count()
                        == 2);
    }

    @Test
    void calls_are_pipelined() throws Exception {
        List<CompletableFuture<String>> answers = station.pipeline(
                List.of("[2,\"a\",\"Heartbeat\",{}]", "[2,\"b\",\"Heartbeat\",{}]", "[2,\"c\",\"Heartbeat\",{}]"));
        for (CompletableFuture<String> answer : answers) {
            assertThat(answer.get(5, TimeUnit.SECONDS)).startsWith("[3,");
        }
    }

    @Test
    void a_station_may_skip_its_boot() {
        SimStation other =
                simulators.station(new StationOptions("CP2").url(csms.url()).skipBoot(true));
        other.connect();
        assertThat(other.isReady()).isTrue();
        TinyCsms.await("status", () -> csms.heard().stream()
                .anyMatch(one -> one.identity().equals("CP2")));
        assertThat(csms.heard())
                .noneMatch(one -> one.identity().equals("CP2") && one.action().equals("BootNotification"));
    }
}
