package org.ohmstead.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.monitoring.streams.EventStreams;
import org.ohmstead.notices.NoticesFixture;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.rpc.CallerOf;
import org.ohmstead.ocpp.rpc.LinkEngine;
import org.ohmstead.ocpp.rpc.LinkObserver;
import org.ohmstead.ocpp.rpc.LinkSettings;
import org.ohmstead.ocpp.rpc.OcppLink;
import org.ohmstead.ocpp.rpc.Timers;
import org.ohmstead.ocpp.rpc.Wire;
import org.ohmstead.ocpp.rpc.routing.Routes;
import org.ohmstead.stations.Caller;

/** Whatever a station may send is answered, and the answer keeps to the schema of its version: the link sees to that. */
class EveryMessageIsAnsweredTest {
    private final NoticesFixture fixture = new NoticesFixture();
    private final HandlersByHand handlers = new HandlersByHand(fixture.database, fixture.commits);

    @AfterEach
    void close() {
        fixture.close();
    }

    private Routes<Caller> routes(OcppVersion version) {
        return switch (version) {
            case V16 -> Ocpp16Routes.v16(handlers).build();
            case V201 -> Ocpp2Routes.v201(handlers).build();
            case V21 -> Ocpp2Routes.v21(handlers).build();
        };
    }

    @ParameterizedTest
    @EnumSource(OcppVersion.class)
    void every_action_that_a_station_may_send_has_an_example(OcppVersion version) {
        Set<String> sent = Catalogue.of(version).stream()
                .filter(action -> action.direction().fromStation())
                .map(Action::name)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(FromStation.of(version)).extracting(FromStation::action).containsExactlyInAnyOrderElementsOf(sent);
    }

    static List<FromStation> calls() {
        return FromStation.all().stream()
                .filter(call -> !call.action().equals("NotifyPeriodicEventStream"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void every_example_is_answered_and_so_is_its_repetition(FromStation call) {
        List<String> answers = new ArrayList<>();
        OcppLink<Caller> link = link(call.version(), answers);
        link.received("[2,\"1\",\"" + call.action() + "\"," + call.payload() + "]");
        link.received("[2,\"2\",\"" + call.action() + "\"," + call.payload() + "]");
        assertThat(answers).hasSize(2);
        assertThat(answers.get(0)).startsWith("[3,\"1\",{");
        assertThat(answers.get(1)).startsWith("[3,\"2\",{");
    }

    @ParameterizedTest
    @EnumSource(names = "V21")
    void the_values_of_a_stream_that_nobody_accepted_are_counted_and_not_answered(OcppVersion version) {
        FromStation values = FromStation.of(version).stream()
                .filter(message -> message.action().equals("NotifyPeriodicEventStream"))
                .findFirst()
                .orElseThrow();
        List<String> answers = new ArrayList<>();
        link(version, answers).received("[6,\"1\",\"" + values.action() + "\"," + values.payload() + "]");
        assertThat(answers).isEmpty();
        assertThat(handlers.get(EventStreams.class).unknown()).isEqualTo(1);
    }

    private OcppLink<Caller> link(OcppVersion version, List<String> answers) {
        Executor here = Runnable::run;
        Timers none = new Timers() {
            @Override
            public long nanos() {
                return 0;
            }

            @Override
            public Alarm after(Duration delay, Runnable action) {
                return () -> {};
            }
        };
        return new OcppLink<>(
                CallerOf.always(fixture.caller(version)),
                routes(version),
                LinkSettings.DEFAULT,
                new Recorder(answers),
                new LinkEngine(here, none),
                LinkObserver.NONE);
    }

    private record Recorder(List<String> answers) implements Wire {
        @Override
        public void send(String text) {
            answers.add(text);
        }

        @Override
        public void close(int code, String reason) {
            throw new AssertionError("closed with " + code + " " + reason);
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}
    }
}
