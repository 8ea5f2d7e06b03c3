package org.ohmstead.commands.passwords;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.Commands;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.Sending;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.passwords.PasswordRotation.Rotated;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.ocpp.v2.SetVariables.SetVariableStatus;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.credentials.PasswordChanges.InForce;

/** A password that is changed over OCPP locks nobody out, whatever the station says or does not say (A01). */
class PasswordRotationTest {
    private static final String OLD = "00112233445566778899aabbccddeeff00112233";
    private static final String NEW = "ffeeddccbbaa99887766554433221100ffeeddcc";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final TestStations world = new TestStations();
    private final StationRef cp7 = world.station("CP-7");
    private final Sending sending = new Sending(
            world.passwordChanges, new StationLimits(new SqlLimitStore(world.database, world.commits), world.clock));
    private final Commands commands =
            new Commands(world.stations, world.links, world.gate, sending, TestCommands.records(world), world.clock);
    private final PasswordRotation rotation =
            new PasswordRotation(world.stations, world.links, commands, world.passwordChanges);

    PasswordRotationTest() {
        world.stations.setPassword(Actor.LOCAL, cp7, OLD, false, any -> {});
    }

    @AfterEach
    void close() {
        world.close();
    }

    private ScriptedLink connected(OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
        ScriptedLink link = new ScriptedLink(cp7, version, says);
        world.links.put(link);
        return link;
    }

    private void saying(ChangeConfiguration.Status status) {
        connected(
                OcppVersion.V16,
                call -> new Outcome.Answered<>(new ChangeConfiguration.Response(status), Duration.ZERO, List.of()));
    }

    private Rotated rotate(@Nullable String password) {
        return rotation.rotate(Actor.LOCAL, "cp-7", password, PATIENCE);
    }

    private boolean letsIn(String password) {
        String credentials = "CP-7:" + password;
        return world.refusal(
                        world.now(cp7),
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    @Test
    void both_count_while_the_command_is_under_way_and_the_new_one_when_it_is_accepted() {
        ScriptedLink link = connected(OcppVersion.V16, call -> {
            assertThat(letsIn(OLD)).isTrue();
            assertThat(letsIn(OLD))
                    .as("signing in with the old one decides nothing yet")
                    .isTrue();
            return new Outcome.Answered<>(
                    new ChangeConfiguration.Response(ChangeConfiguration.Status.Accepted), Duration.ZERO, List.of());
        });
        Rotated done = rotate(NEW);
        assertThat(link.sent).containsExactly(new ChangeConfiguration.Request("AuthorizationKey", NEW));
        assertThat(done.inForce()).isEqualTo(InForce.NEW);
        assertThat(done.shown()).as("the operator knows it").isNull();
        assertThat(letsIn(NEW)).isTrue();
        assertThat(letsIn(OLD)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"Rejected", "NotSupported"})
    void the_old_one_stays_when_the_station_does_not_take_it(ChangeConfiguration.Status status) {
        saying(status);
        assertThat(rotate(NEW).inForce()).isEqualTo(InForce.OLD);
        assertThat(letsIn(NEW)).isFalse();
        assertThat(letsIn(OLD)).isTrue();
    }

    @Test
    void so_it_does_when_the_station_answers_an_error_or_nothing_was_sent() {
        connected(
                OcppVersion.V16,
                call -> new Outcome.Refused<>(ErrorCode.InternalError, "InternalError", "no memory", null));
        assertThat(rotate(NEW).inForce()).isEqualTo(InForce.OLD);
        connected(OcppVersion.V16, call -> new Outcome.NotConnected<>("gone"));
        assertThat(rotate(NEW).inForce()).isEqualTo(InForce.OLD);
        assertThat(letsIn(NEW)).isFalse();
    }

    @Test
    void after_reboot_required_both_count_until_the_station_comes_with_the_new_one() {
        saying(ChangeConfiguration.Status.RebootRequired);
        assertThat(rotate(NEW).inForce()).isEqualTo(InForce.BOTH);
        assertThat(letsIn(OLD)).as("the line was lost before it booted").isTrue();
        assertThat(letsIn(NEW)).isTrue();
        assertThat(letsIn(OLD)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"timedOut,true", "timedOut,false", "lost,true", "lost,false", "unreadable,true", "unreadable,false"})
    void without_an_answer_both_count_until_the_station_has_signed_in_with_one(String how, boolean tookIt) {
        connected(OcppVersion.V16, call -> switch (how) {
            case "timedOut" -> new Outcome.TimedOut<>(PATIENCE);
            case "lost" -> new Outcome.ConnectionLost<>("1006");
            default -> new Outcome.Unreadable<>(List.of(), "{}", Duration.ZERO);
        });
        assertThat(rotate(NEW).inForce()).isEqualTo(InForce.BOTH);
        assertThat(letsIn("somebody else's word")).isFalse();
        assertThat(letsIn(tookIt ? NEW : OLD)).isTrue();
        assertThat(letsIn(tookIt ? OLD : NEW)).isFalse();
        assertThat(letsIn(tookIt ? NEW : OLD)).isTrue();
    }

    @Test
    void a_second_try_after_silence_forgets_none_of_those_that_the_station_may_have() {
        connected(OcppVersion.V16, call -> new Outcome.TimedOut<>(PATIENCE));
        String other = "abcdefabcdefabcdefabcdefabcdefabcdefabcd";
        rotate(NEW);
        rotate(other);
        assertThat(letsIn(NEW)).isTrue();
        assertThat(letsIn(other)).isFalse();
        assertThat(letsIn(OLD)).isFalse();
    }

    @Test
    void too_many_unsettled_ones_are_a_conflict_and_one_that_the_operator_sets_voids_them() {
        connected(OcppVersion.V16, call -> new Outcome.TimedOut<>(PATIENCE));
        for (int i = 0; i < 4; i++) {
            rotate(null);
        }
        assertThat(catchThrowableOfType(Refused.class, () -> rotate(NEW)).kind())
                .isEqualTo(Refused.Kind.CONFLICT);
        String mine = "1234567890123456789012345678901234567890";
        world.stations.setPassword(Actor.LOCAL, cp7, mine, false, any -> {});
        assertThat(rotate(NEW).inForce()).isEqualTo(InForce.BOTH);
        assertThat(letsIn(mine)).isTrue();
        assertThat(letsIn(NEW)).isFalse();
    }

    @Test
    void the_same_command_through_the_door_for_commands_is_treated_alike() throws Exception {
        saying(ChangeConfiguration.Status.Accepted);
        commands.send(
                Actor.LOCAL,
                new Command(
                        "CP-7",
                        "ChangeConfiguration",
                        JSON.readTree("{\"key\":\"authorizationkey\",\"value\":\"" + NEW + "\"}"),
                        PATIENCE));
        assertThat(letsIn(NEW)).isTrue();
        assertThat(letsIn(OLD)).isFalse();
        commands.send(
                Actor.LOCAL,
                new Command(
                        "CP-7",
                        "ChangeConfiguration",
                        JSON.readTree("{\"key\":\"HeartbeatInterval\",\"value\":\"300\"}"),
                        PATIENCE));
        assertThat(letsIn(NEW)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Accepted,NEW", "RebootRequired,BOTH", "Rejected,OLD", "UnknownVariable,OLD"})
    void version_2_is_told_its_variable(SetVariableStatus status, InForce inForce) {
        ScriptedLink link = connected(OcppVersion.V201, call -> {
            var one = ((SetVariables.Request) call).setVariableData().getFirst();
            return new Outcome.Answered<>(
                    new SetVariables.Response(
                            List.of(new SetVariables.SetVariableResult(status, one.component(), one.variable()))),
                    Duration.ZERO,
                    List.of());
        });
        Rotated done = rotate(null);
        assertThat(done.inForce()).isEqualTo(inForce);
        String sent = ((SetVariables.Request) link.sent.getFirst())
                .setVariableData()
                .getFirst()
                .attributeValue();
        assertThat(sent).matches("[A-Za-z0-9]{40}");
        assertThat(done.shown()).isEqualTo(inForce == InForce.OLD ? null : sent);
        assertThat(letsIn(sent)).isEqualTo(inForce != InForce.OLD);
    }

    @Test
    void one_made_at_random_is_another_each_time_and_never_in_a_log() {
        saying(ChangeConfiguration.Status.Accepted);
        Rotated one = rotate(null);
        assertThat(one.shown()).matches("[0-9a-f]{40}");
        assertThat(rotate(null).shown()).isNotEqualTo(one.shown());
        assertThat(one.toString()).doesNotContain(String.valueOf(one.shown()));
    }

    @ParameterizedTest
    @CsvSource({"V16,correct horse", "V16,00112233445566778899", "V201,short", "V201,with a blank in it", "V21,''"})
    void one_that_the_version_does_not_allow_is_refused_and_not_repeated(OcppVersion version, String password) {
        ScriptedLink link = connected(version, call -> new Outcome.TimedOut<>(PATIENCE));
        Refused problem = catchThrowableOfType(Refused.class, () -> rotate(password));
        assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
        assertThat(problem.field()).isEqualTo("password");
        assertThat(problem.detail()).contains(version.number());
        assertThat(password.isEmpty() || !problem.detail().contains(password)).isTrue();
        assertThat(link.sent).isEmpty();
    }

    @Test
    void a_station_that_is_away_keeps_its_password() {
        Refused never = catchThrowableOfType(Refused.class, () -> rotate(null));
        assertThat(never.kind()).isEqualTo(Refused.Kind.CONFLICT);
        assertThat(letsIn(OLD)).isTrue();
    }

    @Test
    void whoever_changes_a_password_is_on_record_and_the_password_is_not() {
        saying(ChangeConfiguration.Status.Accepted);
        rotate(NEW);
        saying(ChangeConfiguration.Status.RebootRequired);
        rotate(OLD);
        letsIn(OLD);
        letsIn(OLD);
        List<String> lines = RecordedLines.of(world.database, world.commits);
        assertThat(lines)
                .filteredOn(line -> line.contains("password"))
                .containsExactly(
                        "local station CP-7 password-set",
                        "local station CP-7 password-changed",
                        "station:CP-7 station CP-7 password-changed");
        assertThat(lines).noneMatch(line -> line.contains(NEW) || line.contains(OLD));
    }
}
