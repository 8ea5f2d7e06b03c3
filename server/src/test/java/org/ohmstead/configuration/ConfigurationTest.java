package org.ohmstead.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.configuration.ConfigurationWorld.answer;
import static org.ohmstead.configuration.ConfigurationWorld.key;
import static org.ohmstead.configuration.ConfigurationWorld.variable;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.VariableDifferenceView;
import org.ohmstead.devicemodel.VariableView;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v2.Attribute;
import org.ohmstead.ocpp.v2.Component;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.GetVariables.GetVariableStatus;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.ocpp.v2.SetVariables.SetVariableStatus;
import org.ohmstead.ocpp.v2.Variable;
import org.ohmstead.stations.StationRef;

class ConfigurationTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_of_1_6_leaves_out_is_asked_for_by_name_in_portions_that_it_takes(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            ConfigurationWorld.Keys keys = new ConfigurationWorld.Keys();
            StandardKeys.REQUIRED.forEach(each -> keys.values.put(each, "1"));
            keys.values.put("getconfigurationmaxkeys", "3");
            keys.values.remove("GetConfigurationMaxKeys");
            keys.values.remove("ResetRetries");
            keys.most = 6;
            ScriptedLink link = world.connect(V16, keys);
            world.askAll();

            assertThat(link.sent.getFirst()).isEqualTo(new GetConfiguration.Request());
            assertThat(link.sent.stream().skip(1))
                    .allSatisfy(each ->
                            assertThat(((GetConfiguration.Request) each).key()).hasSizeBetween(1, 4));
            assertThat(world.shown().keySet()).containsExactlyInAnyOrderElementsOf(keys.values.keySet());
            keys.values.remove("NumberOfConnectors");
            world.ask(ReadingWish.of(List.of(Address.ofKey("numberOFconnectors"))));
            assertThat(world.shown()).doesNotContainKey("NumberOfConnectors");
            assertThat(world.history()).contains("NumberOfConnectors: 1 -> gone");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void keys_are_changed_one_by_one_and_each_has_its_result(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            ConfigurationWorld.Keys keys = new ConfigurationWorld.Keys();
            keys.values.put("HeartbeatInterval", "300");
            keys.values.put("SecurityProfile", "0");
            keys.says.put("SecurityProfile", ChangeConfiguration.Status.RebootRequired);
            keys.says.put("NumberOfConnectors", ChangeConfiguration.Status.Rejected);
            keys.says.put("Nonsense", ChangeConfiguration.Status.NotSupported);
            world.connect(V16, keys);
            world.boot(V16);
            world.ask(ReadingWish.of(List.of(Address.ofKey("heartbeatinterval"), Address.ofKey("SecurityProfile"))));

            List<SettingResult> results = world.write(
                    key("heartbeatInterval", "60"),
                    key("SecurityProfile", "1"),
                    key("NumberOfConnectors", "9"),
                    key("Nonsense", "x"));
            assertThat(results)
                    .extracting(SettingResult::result)
                    .containsExactly("Accepted", "RebootRequired", "Rejected", "NotSupported");
            VariableView interval = world.shown().get("HeartbeatInterval");
            assertThat(interval.value()).isEqualTo("60");
            assertThat(interval.known()).isEqualTo("written");
            assertThat(interval.mutability()).isEqualTo("ReadWrite");
            assertThat(interval.rebootPending()).isFalse();
            VariableView profile = world.shown().get("SecurityProfile");
            assertThat(profile.value()).isEqualTo("0");
            assertThat(profile.rebootPending()).isTrue();
            assertThat(world.view
                            .list("CP-7", null, null, null, "true", null, null)
                            .items())
                    .extracting(VariableView::name)
                    .containsExactly("SecurityProfile");
            assertThat(world.history()).containsExactly("HeartbeatInterval: 300 -> 60 by local");
            assertThat(world.stations.events("configuration.changed"))
                    .singleElement()
                    .asString()
                    .contains("\"before\":\"300\",\"after\":\"60\"");

            world.boot(V16);
            assertThat(world.shown().get("SecurityProfile").rebootPending()).isFalse();
            assertThat(world.model.unsettled(world.cp7)).containsExactly(Address.ofKey("SecurityProfile"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void one_measurand_that_a_station_does_not_know_costs_none_of_the_others(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            List<String> tried = new ArrayList<>();
            world.connect(V16, call -> {
                ChangeConfiguration.Request set = (ChangeConfiguration.Request) call;
                tried.add(set.value());
                return answer(new ChangeConfiguration.Response(
                        set.value().contains("SoC")
                                ? ChangeConfiguration.Status.Rejected
                                : ChangeConfiguration.Status.Accepted));
            });
            SettingResult result = world.write(key("meterValuesSampledData", "Energy, SoC,Power"))
                    .getFirst();
            assertThat(tried).containsExactly("Energy, SoC,Power", "Energy", "Energy,SoC", "Energy,Power");
            assertThat(result.result()).isEqualTo("Accepted");
            assertThat(result.reason()).isEqualTo("The station does not take SoC; it is set to Energy,Power.");
            assertThat(world.shown().get("meterValuesSampledData").value()).isEqualTo("Energy,Power");
            tried.clear();
            assertThat(world.write(key("StopTxnSampledData", "SoC,SoC2"))
                            .getFirst()
                            .result())
                    .isEqualTo("Rejected");
            assertThat(world.write(key("Other", "SoC,Power")).getFirst().result())
                    .isEqualTo("Rejected");
            assertThat(tried).containsExactly("SoC,SoC2", "SoC", "SoC2", "SoC,Power");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void variables_go_in_messages_that_the_station_takes_and_results_are_found_by_their_names(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            List<Integer> sizes = new ArrayList<>();
            world.connect(V201, call -> {
                SetVariables.Request set = (SetVariables.Request) call;
                sizes.add(set.setVariableData().size());
                if (set.setVariableData().size() > 2) {
                    return new Outcome.Refused<>(ErrorCode.OccurrenceConstraintViolation, "", "", null);
                }
                List<SetVariables.SetVariableResult> results = new ArrayList<>(set.setVariableData().stream()
                        .map(each -> new SetVariables.SetVariableResult(
                                each.variable().name().equals("V3")
                                        ? SetVariableStatus.Rejected
                                        : SetVariableStatus.Accepted,
                                new Component(each.component().name().toUpperCase()),
                                each.variable(),
                                each.attributeType(),
                                null))
                        .toList());
                Collections.reverse(results);
                return answer(new SetVariables.Response(results));
            });
            List<SettingResult> results = world.write(
                    variable("Ctrlr", "V1", "1"),
                    variable("Ctrlr", "V2", "2"),
                    variable("Ctrlr", "V3", "3"),
                    new Setting(Address.of("Ctrlr", "V1").with("Target"), "4"));
            assertThat(sizes).containsExactly(4, 2, 2);
            assertThat(results)
                    .extracting(SettingResult::result)
                    .containsExactly("Accepted", "Accepted", "Rejected", "Accepted");
            assertThat(world.shown()).containsOnlyKeys("Ctrlr.V1", "Ctrlr.V2", "Ctrlr.V1 (Target)");
        }
    }

    @Test
    void a_limit_that_the_station_has_told_is_kept_and_behind_one_without_an_answer_nothing_is_sent() {
        try (ConfigurationWorld world = new ConfigurationWorld(TestDatabases.sqlite())) {
            new StationLimits(new SqlLimitStore(world.stations.database, world.stations.commits), world.stations.clock)
                    .answered(
                            world.cp7,
                            new GetVariables.Response(List.of(new GetVariables.GetVariableResult(
                                    GetVariableStatus.Accepted,
                                    new Component("DeviceDataCtrlr"),
                                    new Variable("ItemsPerMessage", "SetVariables"),
                                    null,
                                    Attribute.Actual,
                                    "2"))));
            ScriptedLink link = world.connect(V201, call -> new Outcome.TimedOut<>(Duration.ofSeconds(30)));
            List<SettingResult> results =
                    world.write(variable("C", "V1", "1"), variable("C", "V2", "2"), variable("C", "V3", "3"));
            assertThat(results)
                    .extracting(SettingResult::result)
                    .containsExactly("timedOut", "timedOut", SettingResult.NOT_SENT);
            assertThat(link.sent).hasSize(1);
            assertThat(world.model.lastWrite(world.cp7, Address.of("c", "v1")))
                    .hasValueSatisfying(write -> assertThat(write.result()).isEqualTo("timedOut"));
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_variables_a_station_does_not_know_are_gone_and_one_not_for_reading_stays(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            world.connect(V201, call -> said(call, GetVariableStatus.Accepted, "10"));
            world.ask(ReadingWish.of(List.of(
                    Address.of("TxCtrlr", "Limit"),
                    Address.of("TxCtrlr", "Limit").with("MinSet"))));
            assertThat(world.shown()).containsOnlyKeys("TxCtrlr.Limit", "TxCtrlr.Limit (MinSet)");
            world.connect(V201, call -> said(call, GetVariableStatus.Rejected, null));
            world.ask(ReadingWish.of(List.of(Address.of("TXCTRLR", "LIMIT"))));
            assertThat(world.shown().get("TxCtrlr.Limit").value()).isEqualTo("10");
            world.connect(V201, call -> said(call, GetVariableStatus.UnknownVariable, null));
            world.ask(ReadingWish.of(List.of(Address.of("TXCTRLR", "LIMIT"))));
            assertThat(world.shown()).containsOnlyKeys("TxCtrlr.Limit (MinSet)");
        }
    }

    private static Outcome<?> said(OcppCall<?> call, GetVariableStatus status, String value) {
        return answer(new GetVariables.Response(((GetVariables.Request) call)
                .getVariableData().stream()
                        .map(each -> new GetVariables.GetVariableResult(
                                status, each.component(), each.variable(), null, each.attributeType(), value))
                        .toList()));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_password_is_sent_and_never_kept(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            ConfigurationWorld.Keys keys = new ConfigurationWorld.Keys();
            keys.values.put("AuthorizationKey", "");
            ScriptedLink link = world.connect(V16, keys);
            world.write(key("AuthorizationKey", "a very secret password"));
            assertThat(link.sent)
                    .containsExactly(new ChangeConfiguration.Request("AuthorizationKey", "a very secret password"));
            world.ask(ReadingWish.of(List.of(Address.ofKey("AuthorizationKey"))));
            VariableView view = world.shown().get("AuthorizationKey");
            assertThat(view.secret()).isTrue();
            assertThat(view.value()).isNull();
            for (String table : List.of(
                    "station_variable", "station_variable_change", "station_variable_write", "command", "outbox")) {
                assertThat(world.stations.database.rows(
                                Scope.everywhere(),
                                "select count(*) from " + table + " where " + columns(table) + " like '%very secret%'",
                                row -> row.number(1)))
                        .as(table)
                        .containsExactly(0L);
            }
        }
    }

    private static String columns(String table) {
        return switch (table) {
            case "command" -> "payload_json || coalesce(result_json, '')";
            case "outbox" -> "events_json";
            case "station_variable_change" -> "coalesce(value_before, '') || coalesce(value_after, '')";
            default -> "coalesce(value, '')";
        };
    }

    @Test
    void names_of_another_version_are_refused() {
        try (ConfigurationWorld world = new ConfigurationWorld(TestDatabases.sqlite())) {
            ScriptedLink link = world.connect(V16, new ConfigurationWorld.Keys());
            assertThatThrownBy(() -> world.write(key("A", "1"), variable("C", "V", "1")))
                    .isInstanceOfSatisfying(Refused.class, refused -> {
                        assertThat(refused.field()).isEqualTo("settings[1].component");
                        assertThat(refused.detail()).contains("OCPP 1.6");
                    });
            assertThat(link.sent).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void two_stations_and_two_times_are_compared(TestDatabases.Kind kind) {
        try (ConfigurationWorld world = new ConfigurationWorld(kind.open())) {
            StationRef other = world.stations.station("CP-8");
            ConfigurationWorld.Keys keys = new ConfigurationWorld.Keys();
            world.connect(V16, keys);
            keys.values.put("Flag", "true");
            keys.values.put("Interval", "10");
            keys.values.put("OnlyHere", "x");
            world.ask(ReadingWish.of(
                    List.of(Address.ofKey("Flag"), Address.ofKey("Interval"), Address.ofKey("OnlyHere"))));
            Instant then = world.stations.clock.instant();
            keys.values.remove("OnlyHere");
            keys.values.put("New", "n");
            world.write(key("Interval", "20"));
            world.write(key("Interval", "30"));
            world.ask(ReadingWish.of(List.of(Address.ofKey("OnlyHere"), Address.ofKey("New"))));

            assertThat(world.view
                            .diff("CP-7", null, then.toString(), null, null, null)
                            .items())
                    .extracting(
                            VariableDifferenceView::name,
                            VariableDifferenceView::where,
                            VariableDifferenceView::here,
                            VariableDifferenceView::there)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("Interval", "both", "10", "30"),
                            org.assertj.core.groups.Tuple.tuple("New", "onlyThere", null, "n"),
                            org.assertj.core.groups.Tuple.tuple("OnlyHere", "onlyHere", "x", null));

            world.stations.links.put(new ScriptedLink(
                    other,
                    V16,
                    call -> answer(new GetConfiguration.Response(
                            List.of(
                                    new GetConfiguration.KeyValue("FLAG", false, "TRUE"),
                                    new GetConfiguration.KeyValue("interval", false, "31")),
                            null))));
            world.reading.ask(
                    org.ohmstead.access.Actor.LOCAL,
                    "CP-8",
                    ReadingWish.of(List.of(Address.ofKey("Flag"))),
                    org.ohmstead.commands.verbs.SendOptions.USUAL);
            assertThat(world.view.diff("CP-7", "CP-8", null, null, null, null).items())
                    .extracting(VariableDifferenceView::name)
                    .containsExactly("Interval", "New");
        }
    }
}
