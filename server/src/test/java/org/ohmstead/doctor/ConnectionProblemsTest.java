package org.ohmstead.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Admission;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.connections.AttemptHint;
import org.ohmstead.stations.groups.StationGroup;

/** How refused attempts become problems, and how they are solved; the same on SQLite and on PostgreSQL. */
class ConnectionProblemsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Scope SCOPE = Scope.tenant(1);

    @ParameterizedTest
    @MethodSource(EACH)
    void attempts_of_one_identity_for_one_reason_are_one_problem_with_how_often_and_since_when(
            TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            refuse(slice, "10.0.0.1", "CP-7", Reason.UNKNOWN_IDENTITY);
            slice.clock.advance(Duration.ofMinutes(5));
            refuse(slice, "10.0.0.2", "cp-7", Reason.UNKNOWN_IDENTITY);
            refuse(slice, "10.0.0.2", "cp-7", Reason.UNKNOWN_IDENTITY);
            refuse(slice, "10.0.0.2", "CP-7", Reason.NO_COMMON_SUBPROTOCOL);
            refuse(slice, "10.0.0.3", null, Reason.TLS_ON_PLAIN_PORT);
            refuse(slice, "10.0.0.4", null, Reason.TLS_ON_PLAIN_PORT);
            List<ConnectionProblemView> found = all(slice);
            assertThat(found).hasSize(4);
            ConnectionProblemView unknown = of(found, Reason.UNKNOWN_IDENTITY);
            assertThat(unknown.occurred()).isEqualTo(3);
            assertThat(unknown.remoteAddress()).isEqualTo("10.0.0.2");
            assertThat(Duration.between(unknown.firstAt(), unknown.lastAt())).isEqualTo(Duration.ofMinutes(5));
            assertThat(unknown.hint()).isEqualTo("similar_identity");
            assertThat(unknown.hintSentence()).isEqualTo("Registered are similar ones: CP-07.");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void it_goes_on_is_quiet_or_is_solved(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            refuse(slice, "10.0.0.1", "cp-7", Reason.WRONG_PASSWORD);
            assertThat(all(slice)).extracting(ConnectionProblemView::state).containsExactly("ongoing");
            slice.clock.advance(Duration.ofMinutes(3));
            assertThat(all(slice)).extracting(ConnectionProblemView::state).containsExactly("quiet");
            slice.connections.opened(cp7, OcppVersion.V16, "10.0.0.1", "/ocpp/CP-7");
            assertThat(all(slice)).singleElement().satisfies(solved -> {
                assertThat(solved.state()).isEqualTo("solved");
                assertThat(solved.station()).isEqualTo("CP-7");
                assertThat(solved.connectedAt()).isEqualTo(slice.clock.instant());
                assertThat(solved.actions()).isEmpty();
            });
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_unknown_station_is_registered_with_one_call_and_only_once(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            refuse(slice, "10.0.0.1", "NEW-1", Reason.UNKNOWN_IDENTITY);
            ConnectionProblems problems = TestProblems.of(slice);
            ConnectionProblemView problem = all(slice).getFirst();
            assertThat(problem.actions()).containsExactly("create_station");
            assertThatThrownBy(() -> problems.resolve(Actor.LOCAL, problem.id(), "forget"))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
                        assertThat(refused.detail()).contains("'forget'", "create_station");
                    });
            ConnectionProblemView after = problems.resolve(Actor.LOCAL, problem.id(), "create_station");
            assertThat(after.station()).isEqualTo("NEW-1");
            assertThat(after.actions()).isEmpty();
            assertThat(slice.stations.find(SCOPE, "NEW-1").orElseThrow().admission())
                    .isEqualTo(Admission.ACCEPTED);
            assertThatThrownBy(() -> problems.resolve(Actor.LOCAL, problem.id(), "create_station"))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.CONFLICT));
            assertThatThrownBy(() -> problems.resolve(Actor.LOCAL, 4711, "create_station"))
                    .isInstanceOfSatisfying(
                            Refused.class, refused -> assertThat(refused.kind()).isEqualTo(Refused.Kind.NOT_FOUND));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void pages_follow_each_other_and_old_ones_are_left_out(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            refuse(slice, "10.0.0.1", "OLD", Reason.UNKNOWN_IDENTITY);
            slice.clock.advance(Duration.ofHours(25));
            for (int i = 0; i < 3; i++) {
                refuse(slice, "10.0.0.1", "X" + i + "-" + i * 7919, Reason.UNKNOWN_IDENTITY);
            }
            ConnectionProblems problems = TestProblems.of(slice);
            Page<ConnectionProblemView> first = problems.page(SCOPE, null, null, new Limit(2), null);
            assertThat(first.items())
                    .extracting(ConnectionProblemView::identity)
                    .containsExactly("X2-15838", "X1-7919");
            Page<ConnectionProblemView> second =
                    problems.page(SCOPE, null, null, new Limit(2), Cursor.of(first.next()));
            assertThat(second.items())
                    .extracting(ConnectionProblemView::identity)
                    .containsExactly("X0-0");
            assertThat(second.next()).isNull();
            assertThat(problems.page(SCOPE, "x1-7919", null, Limit.USUAL, null).items())
                    .hasSize(1);
            assertThat(problems.page(Scope.tenant(2), null, null, Limit.USUAL, null)
                            .items())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void who_sees_some_stations_hears_of_no_other_one_from_a_hint(TestDatabases.Kind kind) {
        try (TestStations slice = new TestStations(kind.open())) {
            StationRef cp7 = slice.station("CP-7");
            long group = slice.groups
                    .create(Actor.LOCAL, new StationGroup.Label("Car park", null))
                    .id();
            slice.members.add(Actor.LOCAL, group, cp7);
            for (AttemptHint.Kind each : AttemptHint.Kind.values()) {
                slice.connections.refused(
                        new Attempt(
                                1,
                                slice.clock.instant(),
                                "10.0.0." + each.ordinal(),
                                "/ocpp/CP-7",
                                "CP-7",
                                "ocpp1.6",
                                Reason.WRONG_PASSWORD,
                                "in detail"),
                        () -> Optional.of(new AttemptHint(each, "OUTSIDE")));
                slice.attempts.flush();
                slice.clock.advance(Duration.ofHours(1));
                ConnectionProblems problems = TestProblems.of(slice);
                Scope limited = SCOPE.within(Set.of(group));
                List<ConnectionProblemView> found =
                        problems.page(limited, null, null, Limit.USUAL, null).items();
                assertThat(found).singleElement().satisfies(problem -> {
                    assertThat(problem.hint()).isEqualTo(each.word());
                    if (each == AttemptHint.Kind.SIMILAR_IDENTITY
                            || each == AttemptHint.Kind.PASSWORD_OF_OTHER_STATION) {
                        assertThat(problem.hintSentence()).doesNotContain("OUTSIDE");
                        assertThat(problems.get(limited, problem.id()).hintSentence())
                                .doesNotContain("OUTSIDE");
                    }
                });
            }
        }
    }

    private static void refuse(TestStations slice, String address, String identity, Reason reason) {
        Attempt attempt = new Attempt(
                1, slice.clock.instant(), address, "/ocpp/" + identity, identity, "ocpp1.6", reason, "in detail");
        boolean isSimilar = "cp-7".equalsIgnoreCase(identity);
        slice.connections.refused(
                attempt,
                () -> isSimilar
                        ? Optional.of(new AttemptHint(AttemptHint.Kind.SIMILAR_IDENTITY, "CP-07"))
                        : Optional.empty());
        slice.attempts.flush();
    }

    private static List<ConnectionProblemView> all(TestStations slice) {
        return TestProblems.of(slice).page(SCOPE, null, null, Limit.USUAL, null).items();
    }

    private static ConnectionProblemView of(List<ConnectionProblemView> all, Reason reason) {
        return all.stream()
                .filter(each -> each.reason().equals(reason.word()))
                .findFirst()
                .orElseThrow();
    }
}
