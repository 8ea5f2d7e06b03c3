package org.ohmstead.securityupgrades;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ohmstead.ocpp.OcppVersion.V16;
import static org.ohmstead.ocpp.OcppVersion.V201;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.configuration.ConfigurationWorld;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.networkprofiles.NetworkSwitch;
import org.ohmstead.networkprofiles.TestNetworks;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.ChangeConfiguration;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.ocpp.v2.GetVariables;
import org.ohmstead.ocpp.v2.GetVariables.GetVariableStatus;
import org.ohmstead.ocpp.v2.Reset;
import org.ohmstead.ocpp.v2.SetNetworkProfile;
import org.ohmstead.ocpp.v2.SetVariables;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Needed;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.credentials.PasswordForm;
import org.ohmstead.stations.securityprofiles.Contact;
import org.ohmstead.stations.securityprofiles.Proof;
import org.ohmstead.stations.securityprofiles.SecurityProfiles.Decision;
import org.ohmstead.stations.securityprofiles.SecurityUpgrade;
import org.ohmstead.stations.securityprofiles.SecurityUpgrade.State;

/** The way to a higher security profile (A05). */
class SecurityUpgradesTest {
    private static final Contact TLS = new Contact(2, Proof.PASSWORD, true, PasswordForm.TEXT, null);
    private static final Contact PLAIN = new Contact(1, Proof.PASSWORD, false, PasswordForm.TEXT, null);

    private final ConfigurationWorld base = new ConfigurationWorld(TestDatabases.sqlite());
    private final TestNetworks networks = new TestNetworks(base);
    private final CredentialPolicy settings =
            new CredentialPolicy(Needed.OPTIONAL, EnumSet.allOf(Way.class), "acme", "");
    private final StationsOwnCertificates certificates = new StationsOwnCertificates(base.stations);
    private final SecurityUpgrades upgrades = new SecurityUpgrades(
            base.stations.security,
            new Prerequisites(base.reading, base.model, settings, certificates.issued, base.stations.clock),
            new SlotUpgrade(networks.profiles, networks.switching),
            base.verbs);
    private final List<OcppCall<?>> told = new ArrayList<>();
    private final Map<String, String> variables = new HashMap<>();
    private Outcome<?> answer =
            ConfigurationWorld.answer(new ChangeConfiguration.Response(ChangeConfiguration.Status.Accepted));

    /** While a station of 1.6 is asked, and while it is told. */
    private Runnable whenAsked = () -> {};

    private Runnable meanwhile = () -> {};

    @AfterEach
    void close() {
        base.close();
    }

    @Test
    void a_station_of_1_6_is_told_its_profile_and_the_old_one_counts_until_it_comes_by_the_new_one() {
        connect16();
        assertThat(begin(2).state()).isEqualTo(State.PENDING);
        assertThat(told).singleElement().satisfies(call -> {
            ChangeConfiguration.Request change = (ChangeConfiguration.Request) call;
            assertThat(change.key()).isEqualTo("SecurityProfile");
            assertThat(change.value()).isEqualTo("2");
        });
        base.stations.security.connected(base.cp7, PLAIN);
        assertThat(standing().state()).isEqualTo(State.PENDING);
        base.stations.security.connected(base.cp7, TLS);
        assertThat(standing().state()).isEqualTo(State.CONNECTED);
        assertThatThrownBy(() -> begin(1)).isInstanceOf(Refused.class).hasMessageContaining("profile");
    }

    @ParameterizedTest
    @CsvSource({"Accepted, PENDING", "RebootRequired, PENDING", "Rejected, FAILED", "NotSupported, FAILED"})
    void what_becomes_of_it_is_as_the_station_answers(ChangeConfiguration.Status status, State state) {
        connect16();
        answer = ConfigurationWorld.answer(new ChangeConfiguration.Response(status));
        assertThat(begin(2).state()).isEqualTo(state);
    }

    @Test
    void a_station_that_does_not_answer_may_come_by_either() {
        connect16();
        answer = new Outcome.TimedOut<>(Duration.ofSeconds(30));
        SecurityUpgrade upgrade = begin(2);
        assertThat(upgrade.state()).isEqualTo(State.PENDING);
        assertThat(upgrade.reason()).contains("not answered");
        assertThatThrownBy(() -> begin(3)).hasMessageContaining("on its way");
        assertThat(upgrades.cancel(Actor.LOCAL, base.cp7).state()).isEqualTo(State.CANCELLED);
        assertThatThrownBy(() -> upgrades.cancel(Actor.LOCAL, base.cp7)).hasMessageContaining("not on its way");
    }

    @Test
    void what_is_missing_is_said_before_anything_is_sent() {
        connect16();
        base.stations.stations.removePassword(Actor.LOCAL, base.cp7, any -> {});
        assertThatThrownBy(() -> begin(2)).hasMessageContaining("password");
        assertThatThrownBy(() -> begin(3)).hasMessageContaining("CpoName").hasMessageContaining("not set");
        variables.put("CpoName", "Other");
        assertThatThrownBy(() -> begin(3)).hasMessageContaining("'Other'").hasMessageContaining("'acme'");
        assertThatThrownBy(() -> begin(3))
                .hasMessageContaining("PATCH /api/v1/stations/CP-7/configuration")
                .hasMessageContaining("{\"settings\":[{\"key\":\"CpoName\",\"value\":\"acme\"}]}");
        assertThatThrownBy(() -> begin(4)).hasMessageContaining("1, 2 and 3");
        assertThat(told).isEmpty();
        variables.put("CpoName", "Acme Ltd");
        base.pass();
        certificates.taken(base.cp7, SignedFor.STATION);
        assertThat(begin(3).state()).isEqualTo(State.PENDING);
    }

    @Test
    void a_station_without_a_certificate_of_its_own_is_not_told_to_come_by_one() {
        connect16();
        variables.put("CpoName", "Acme Ltd");
        certificates.taken(base.cp7, SignedFor.V2G);
        certificates.issued(base.cp7, SignedFor.STATION); // on its way
        certificates.revoked(base.cp7);
        assertThatThrownBy(() -> begin(3))
                .hasMessageContaining("allowOtherCertificate")
                .hasMessageContaining("SignChargingStationCertificate");
        assertThat(told).isEmpty();
        assertThat(upgrades.begin(Actor.LOCAL, "CP-7", new UpgradeWish(3, null, null, null, true))
                        .state())
                .isEqualTo(State.PENDING);
    }

    @Test
    void a_certificate_that_a_station_has_shown_will_do_whoever_has_signed_it() {
        connect16();
        variables.put("CpoName", "Acme Ltd");
        Instant until = base.stations.clock.instant().plus(Duration.ofDays(1));
        base.stations.security.connected(
                base.cp7,
                new Contact(3, Proof.CERTIFICATE, true, null, new Contact.Certificate("CN=CP-7", "CP-7", until)));
        base.stations.security.decide(Actor.LOCAL, base.stations.now(base.cp7), new Decision(1, true, false, null));
        assertThat(begin(3).state()).isEqualTo(State.PENDING);
    }

    @Test
    void a_station_of_2_x_gets_a_slot_with_the_profile_and_boots_into_it() {
        connect2();
        assertThatThrownBy(() -> begin(2)).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field())
                .isEqualTo("url"));
        SecurityUpgrade upgrade = upgrades.begin(
                Actor.LOCAL, "CP-7", new UpgradeWish(2, null, "wss://csms.example.com/ocpp", null, false));
        assertThat(upgrade.state()).isEqualTo(State.PENDING);
        assertThat(upgrade.slot()).isEqualTo(2);
        assertThat(told)
                .hasSize(3)
                .satisfiesExactly(
                        call -> assertThat(((SetNetworkProfile.Request) call)
                                        .connectionData()
                                        .securityProfile())
                                .isEqualTo(2),
                        call -> assertThat(variables).containsEntry("NetworkConfigurationPriority", "2,1"),
                        call -> assertThat(call).isInstanceOf(Reset.Request.class));
        upgrades.fellBack(Actor.LOCAL, base.cp7, 2, "It is connected with slot 1.");
        assertThat(standing().state()).isEqualTo(State.FAILED);
    }

    @Test
    void the_answer_to_one_way_says_nothing_of_the_next() {
        connect16();
        variables.put("CpoName", "Acme Ltd");
        answer = ConfigurationWorld.answer(new ChangeConfiguration.Response(ChangeConfiguration.Status.Rejected));
        meanwhile = () -> {
            upgrades.cancel(Actor.LOCAL, base.cp7);
            base.stations.clock.advance(Duration.ofSeconds(1));
            Instant now = base.stations.security.now();
            base.stations.security.begin(
                    Actor.LOCAL,
                    base.cp7,
                    new SecurityUpgrade(3, 1, null, State.PENDING, null, "somebody else", now, now));
        };
        begin(2);
        assertThat(standing().profile()).isEqualTo(3);
        assertThat(standing().state()).isEqualTo(State.PENDING);
    }

    @Test
    void of_two_that_begin_at_once_one_is_refused() {
        connect16();
        variables.put("CpoName", "Acme Ltd");
        Instant now = base.stations.security.now();
        certificates.taken(base.cp7, SignedFor.STATION);
        whenAsked = () -> base.stations.security.begin(
                Actor.LOCAL, base.cp7, new SecurityUpgrade(2, 1, null, State.PENDING, null, "somebody else", now, now));
        assertThatThrownBy(() -> begin(3)).hasMessageContaining("on its way");
        assertThat(standing().by()).isEqualTo("somebody else");
        assertThat(told).isEmpty();
    }

    @Test
    void where_the_server_fails_in_between_the_station_may_come_by_either() {
        connect16();
        meanwhile = () -> {
            throw new IllegalStateException("out of order");
        };
        assertThatThrownBy(() -> begin(2)).isInstanceOf(IllegalStateException.class);
        assertThat(standing().state()).isEqualTo(State.PENDING);
    }

    @Test
    void one_that_a_server_left_behind_that_died_goes_on_when_the_station_is_back() {
        connect16();
        Instant now = base.stations.security.now();
        base.stations.security.begin(
                Actor.LOCAL, base.cp7, new SecurityUpgrade(2, 1, null, State.TELLING, null, "server", now, now));
        base.stations.security.connected(base.cp7, PLAIN);
        assertThat(standing().state()).as("it may be told at this moment").isEqualTo(State.TELLING);
        base.stations.clock.advance(Duration.ofHours(2));
        base.stations.security.connected(base.cp7, PLAIN);
        assertThat(standing().state()).isEqualTo(State.PENDING);
        assertThat(standing().reason()).contains("profile 1");
    }

    @Test
    void a_fall_back_from_another_slot_ends_nothing() {
        connect2();
        upgrades.begin(Actor.LOCAL, "CP-7", new UpgradeWish(2, null, "wss://csms.example.com/ocpp", null, false));
        UpgradeWatch watch = new UpgradeWatch(upgrades);
        watch.on(fellBack(3));
        assertThat(standing().state()).isEqualTo(State.PENDING);
        watch.on(fellBack(2));
        assertThat(standing().state()).isEqualTo(State.FAILED);
    }

    private StoredEvent fellBack(int slot) {
        return new StoredEvent(
                1,
                base.cp7.tenant(),
                "network-profile.switched",
                base.cp7.id(),
                Words.newPayload()
                        .put("identity", "CP-7")
                        .put("slot", slot)
                        .put("state", NetworkSwitch.State.FELL_BACK.word())
                        .put("reason", "It is connected with slot 1."),
                base.stations.clock.instant());
    }

    private void connect16() {
        base.connect(V16, call -> {
            if (call instanceof GetConfiguration.Request) {
                whenAsked.run();
                String name = variables.get("CpoName");
                return ConfigurationWorld.answer(
                        name == null
                                ? new GetConfiguration.Response(List.of(), List.of("CpoName"))
                                : new GetConfiguration.Response(
                                        List.of(new GetConfiguration.KeyValue("CpoName", false, name)), List.of()));
            }
            told.add(call);
            meanwhile.run();
            return answer;
        });
        base.boot(V16);
        password();
        base.stations.security.decide(Actor.LOCAL, base.stations.now(base.cp7), new Decision(1, false, false, null));
    }

    private void connect2() {
        variables.put("NetworkConfigurationPriority", "1");
        variables.put("ActiveNetworkProfile", "1");
        base.connect(V201, this::answer2);
        base.boot(V201);
        password();
    }

    private Outcome<?> answer2(OcppCall<?> call) {
        if (!(call instanceof GetVariables.Request)) {
            told.add(call);
        }
        return switch (call) {
            case GetVariables.Request get ->
                ConfigurationWorld.answer(new GetVariables.Response(get.getVariableData().stream()
                        .map(each -> new GetVariables.GetVariableResult(
                                variables.containsKey(each.variable().name())
                                        ? GetVariableStatus.Accepted
                                        : GetVariableStatus.UnknownVariable,
                                each.component(),
                                each.variable(),
                                null,
                                null,
                                variables.get(each.variable().name())))
                        .toList()));
            case SetVariables.Request set ->
                ConfigurationWorld.answer(new SetVariables.Response(set.setVariableData().stream()
                        .map(each -> {
                            variables.put(each.variable().name(), each.attributeValue());
                            return new SetVariables.SetVariableResult(
                                    SetVariables.SetVariableStatus.Accepted, each.component(), each.variable());
                        })
                        .toList()));
            case SetNetworkProfile.Request _ ->
                ConfigurationWorld.answer(
                        new SetNetworkProfile.Response(SetNetworkProfile.SetNetworkProfileStatus.Accepted, null));
            case Reset.Request _ -> ConfigurationWorld.answer(new Reset.Response(Reset.ResetStatus.Accepted));
            default -> new Outcome.NotSupported<>("no " + call);
        };
    }

    private void password() {
        base.stations.stations.setPassword(Actor.LOCAL, base.cp7, "a password of CP-7", false, any -> {});
    }

    private SecurityUpgrade begin(int profile) {
        return upgrades.begin(Actor.LOCAL, "CP-7", new UpgradeWish(profile, null, null, null, false));
    }

    private SecurityUpgrade standing() {
        return Objects.requireNonNull(base.stations.security.of(base.cp7).upgrade());
    }
}
