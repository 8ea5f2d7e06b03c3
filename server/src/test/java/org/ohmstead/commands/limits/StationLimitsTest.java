package org.ohmstead.commands.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.Commands;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.Sending;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v16.GetConfiguration.KeyValue;
import org.ohmstead.ocpp.v16.SendLocalList;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.NotifyReport;
import org.ohmstead.ocpp.v2.NotifyReport.ReportData;
import org.ohmstead.ocpp.v2.NotifyReport.VariableAttribute;
import org.ohmstead.ocpp.v2.NotifyReport.VariableCharacteristics;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;

/** A station has told its limits: nothing leaves that breaks them. */
class StationLimitsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestStations world = new TestStations();
    private final StationRef cp7 = world.station("CP-7");
    private final SqlLimitStore store = new SqlLimitStore(world.database, world.commits);
    private final StationLimits limits = new StationLimits(store, world.clock);
    private final Commands commands = new Commands(
            world.stations,
            world.links,
            world.gate,
            new Sending(world.passwordChanges, limits),
            TestCommands.records(world),
            world.clock);
    private SendLocalList.Status answer = SendLocalList.Status.Accepted;

    @AfterEach
    void close() {
        world.close();
    }

    private ScriptedLink connected(OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
        ScriptedLink link = new ScriptedLink(cp7, version, says);
        world.links.put(link);
        return link;
    }

    private CommandResult send(String action, String payload) {
        try {
            return commands.send(
                    Actor.LOCAL, new Command("CP-7", action, JSON.readTree(payload), Duration.ofSeconds(1)));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private Refused problem(String action, String payload) {
        return catchThrowableOfType(Refused.class, () -> send(action, payload));
    }

    /** A charger of 1.6 that has told its configuration. */
    private ScriptedLink told(String... keysAndValues) {
        List<KeyValue> configuration = new ArrayList<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            configuration.add(new KeyValue(keysAndValues[i], true, keysAndValues[i + 1]));
        }
        ScriptedLink link = connected(OcppVersion.V16, call -> switch (call) {
            case GetConfiguration.Request get -> answered(new GetConfiguration.Response(configuration, List.of()));
            default -> answered(new SendLocalList.Response(answer));
        });
        send("GetConfiguration", "{}");
        link.sent.clear();
        return link;
    }

    private static <R extends org.ohmstead.ocpp.OcppResult> Outcome<R> answered(R response) {
        return new Outcome.Answered<>(response, Duration.ZERO, List.of());
    }

    private static String list(int version, String type, int entries) {
        return "{\"listVersion\":" + version + ",\"updateType\":\"" + type + "\",\"localAuthorizationList\":["
                + IntStream.range(0, entries)
                        .mapToObj(i -> "{\"idTag\":\"CARD" + i + "\",\"idTagInfo\":{\"status\":\"Accepted\"}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String said(OcppCall<?> call) {
        SendLocalList.Request list = (SendLocalList.Request) call;
        List<?> entries = list.localAuthorizationList();
        return list.updateType() + " " + list.listVersion() + " " + (entries == null ? 0 : entries.size());
    }

    @Test
    void a_list_larger_than_the_station_takes_is_a_conflict_that_names_both_numbers() {
        ScriptedLink link = told("SendLocalListMaxLength", "8", "LocalAuthListMaxLength", "16");
        Refused problem = problem("SendLocalList", list(5, "Full", 30));
        assertThat(problem.kind()).isEqualTo(Refused.Kind.CONFLICT);
        assertThat(problem.field()).isEqualTo("payload.localAuthorizationList");
        assertThat(problem.detail()).contains("30", "16", "LocalAuthListMaxLength", "GetConfiguration");
        assertThat(link.sent).isEmpty();
    }

    @Test
    void one_that_fits_but_not_into_one_message_goes_as_full_and_differential_with_rising_versions() {
        ScriptedLink link = told("SendLocalListMaxLength", "8", "LocalAuthListMaxLength", "16");
        CommandResult result = send("SendLocalList", list(5, "Full", 12));
        assertThat(link.sent).map(StationLimitsTest::said).containsExactly("Full 5 8", "Differential 6 4");
        assertThat(result.note()).contains("2 messages", "version 6");
        link.sent.clear();
        send("SendLocalList", list(7, "Differential", 16));
        assertThat(link.sent).map(StationLimitsTest::said).containsExactly("Differential 7 8", "Differential 8 8");
    }

    @Test
    void what_is_behind_a_part_that_was_not_taken_is_not_sent() {
        ScriptedLink link = told("SendLocalListMaxLength", "4");
        answer = SendLocalList.Status.Failed;
        CommandResult result = send("SendLocalList", list(5, "Full", 12));
        assertThat(link.sent).map(StationLimitsTest::said).containsExactly("Full 5 4");
        assertThat(String.valueOf(result.response())).contains("Failed");
        assertThat(result.note()).contains("Message 1", "version 5", "was not taken");
    }

    @Test
    void a_list_of_which_a_part_was_taken_never_counts_as_unsent() {
        for (Outcome<SendLocalList.Response> end : List.<Outcome<SendLocalList.Response>>of(
                new Outcome.NotConnected<>("the line is lost"), new Outcome.Busy<>("32 CALLs wait already"))) {
            ScriptedLink link = told("SendLocalListMaxLength", "4");
            link.sent.clear();
            ScriptedLink half = new ScriptedLink(
                    cp7,
                    OcppVersion.V16,
                    call -> said(call).startsWith("Full")
                            ? answered(new SendLocalList.Response(SendLocalList.Status.Accepted))
                            : end);
            world.links.put(half);
            CommandResult result = send("SendLocalList", list(5, "Full", 12));
            assertThat(half.sent).hasSize(2);
            assertThat(result.sent()).isTrue();
            assertThat(result.note()).contains("Message 2", "version 6", "was not taken");
        }
    }

    @Test
    void a_station_that_has_told_nothing_gets_what_was_meant() {
        ScriptedLink link = told();
        assertThat(send("SendLocalList", list(5, "Full", 20_000)).note()).isNull();
        assertThat(link.sent).map(StationLimitsTest::said).containsExactly("Full 5 20000");
    }

    @Test
    void zero_and_nonsense_are_no_limits_and_a_new_one_replaces_the_old_one() {
        told("LocalAuthListMaxLength", "0", "SendLocalListMaxLength", "many");
        assertThat(limits.of(cp7, StationLimit.LOCAL_LIST_ENTRIES)).isEmpty();
        told("locallist", "3", "localauthlistmaxlength", "16");
        told("LocalAuthListMaxLength", "32");
        assertThat(limits.of(cp7, StationLimit.LOCAL_LIST_ENTRIES).orElseThrow().most())
                .isEqualTo(32);
        assertThat(new StationLimits(store, world.clock)
                        .of(cp7, StationLimit.LOCAL_LIST_ENTRIES)
                        .orElseThrow()
                        .most())
                .as("also after a restart")
                .isEqualTo(32);
    }

    @Test
    void keys_of_a_configuration_periods_and_stack_levels_have_limits_too() {
        ScriptedLink link = told(
                "GetConfigurationMaxKeys", "2", "ChargingScheduleMaxPeriods", "2", "ChargeProfileMaxStackLevel", "0");
        assertThat(problem("GetConfiguration", "{\"key\":[\"a\",\"b\",\"c\"]}").detail())
                .contains("3", "2", "GetConfigurationMaxKeys");
        String profile =
                "{\"chargingProfileId\":1,\"stackLevel\":%d,\"chargingProfilePurpose\":\"TxDefaultProfile\",\"chargingProfileKind\":\"Absolute\",\"chargingSchedule\":{\"chargingRateUnit\":\"A\",\"chargingSchedulePeriod\":[%s]}}";
        String three =
                "{\"startPeriod\":0,\"limit\":1},{\"startPeriod\":60,\"limit\":1},{\"startPeriod\":90,\"limit\":1}";
        assertThat(problem(
                                "SetChargingProfile",
                                "{\"connectorId\":1,\"csChargingProfiles\":" + profile.formatted(0, three) + "}")
                        .detail())
                .contains("ChargingScheduleMaxPeriods");
        assertThat(problem(
                                "RemoteStartTransaction",
                                "{\"idTag\":\"CARD1\",\"chargingProfile\":"
                                        + profile.formatted(3, "{\"startPeriod\":0,\"limit\":1}") + "}")
                        .detail())
                .contains("ChargeProfileMaxStackLevel", "3");
        assertThat(link.sent).isEmpty();
    }

    @Test
    void version_2_tells_its_limits_in_reports() {
        ScriptedLink link = connected(OcppVersion.V201, call -> new Outcome.TimedOut<>(Duration.ofSeconds(1)));
        limits.reported(
                cp7,
                new NotifyReport.Request(
                        1,
                        world.clock.instant(),
                        0,
                        List.of(
                                data("DeviceDataCtrlr", "ItemsPerMessage", "GetVariables", "1", null),
                                data("DeviceDataCtrlr", "BytesPerMessage", "SetVariables", "80", null),
                                data("LocalAuthListCtrlr", "Entries", null, "3", BigDecimal.valueOf(2))),
                        false,
                        null));
        String variable = "{\"component\":{\"name\":\"ClockCtrlr\"},\"variable\":{\"name\":\"DateTime\"}}";
        assertThat(problem("GetVariables", "{\"getVariableData\":[" + variable + "," + variable + "]}")
                        .detail())
                .contains("ItemsPerMessage[GetVariables]", "2", "1");
        assertThat(problem(
                                "SetVariables",
                                "{\"setVariableData\":[{\"attributeValue\":\"" + "x".repeat(80) + "\","
                                        + variable.substring(1) + "]}")
                        .detail())
                .contains("BytesPerMessage[SetVariables]", "80");
        String token =
                "{\"idToken\":{\"idToken\":\"%s\",\"type\":\"Central\"},\"idTokenInfo\":{\"status\":\"Accepted\"}}";
        assertThat(problem(
                                "SendLocalList",
                                "{\"versionNumber\":1,\"updateType\":\"Full\",\"localAuthorizationList\":["
                                        + token.formatted("A") + "," + token.formatted("B") + ","
                                        + token.formatted("C") + "]}")
                        .detail())
                .contains("LocalAuthListCtrlr.Entries", "3", "2");
        assertThat(link.sent).isEmpty();
    }

    @Test
    void a_list_of_version_2_is_split_by_items_and_by_bytes() {
        ScriptedLink link = connected(
                OcppVersion.V201,
                call -> answered(new org.ohmstead.ocpp.v2.SendLocalList.Response(
                        org.ohmstead.ocpp.v2.SendLocalList.SendLocalListStatus.Accepted)));
        limits.reported(
                cp7,
                new NotifyReport.Request(
                        1,
                        world.clock.instant(),
                        0,
                        List.of(data("LocalAuthListCtrlr", "BytesPerMessage", null, "400", null)),
                        false,
                        null));
        String list = IntStream.range(0, 10)
                .mapToObj(i -> "{\"idToken\":{\"idToken\":\"CARD" + i
                        + "\",\"type\":\"Central\"},\"idTokenInfo\":{\"status\":\"Accepted\"}}")
                .collect(Collectors.joining(","));
        send(
                "SendLocalList",
                "{\"versionNumber\":1,\"updateType\":\"Full\",\"localAuthorizationList\":[" + list + "]}");
        assertThat(link.sent).hasSizeGreaterThan(2);
        var codec = org.ohmstead.ocpp.codec.RecordCodec.of(
                org.ohmstead.ocpp.v2.SendLocalList.Request.class, OcppVersion.V201);
        assertThat(link.sent)
                .allSatisfy(part -> assertThat(codec.write((org.ohmstead.ocpp.v2.SendLocalList.Request) part))
                        .hasSizeLessThanOrEqualTo(400));
    }

    private static ReportData data(
            String component, String variable, @Nullable String instance, String value, @Nullable BigDecimal most) {
        return new ReportData(
                new Component(component),
                new Variable(variable, instance),
                List.of(new VariableAttribute(null, value, null, null, null, null)),
                most == null
                        ? null
                        : new VariableCharacteristics(
                                NotifyReport.Data.integer, false, null, null, most, null, null, null),
                null);
    }
}
