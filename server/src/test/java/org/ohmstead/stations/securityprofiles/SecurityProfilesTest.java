package org.ohmstead.stations.securityprofiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.credentials.PasswordForm;
import org.ohmstead.stations.securityprofiles.SecurityProfiles.Decision;
import org.ohmstead.stations.securityprofiles.SecurityUpgrade.State;

class SecurityProfilesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Contact PLAIN = Contact.secret(1, Proof.PASSWORD, PasswordForm.BYTES);
    private static final Contact TLS = Contact.secret(2, Proof.PASSWORD, PasswordForm.TEXT);

    @ParameterizedTest
    @MethodSource(EACH)
    void what_was_decided_and_how_it_came_is_there_after_a_restart(TestDatabases.Kind kind) {
        try (TestStations world = new TestStations(kind.open())) {
            StationRef cp7 = world.station("CP-7");
            assertThat(world.security.of(cp7)).isEqualTo(StationSecurity.NONE);
            world.security.decide(Actor.LOCAL, world.now(cp7), new Decision(3, false, true, null));
            world.security.token(Actor.LOCAL, cp7, world.passwords.hash("a-token-of-24-characters", false));
            Instant until = Instant.parse("2027-01-01T00:00:00Z");
            Contact contact = new Contact(
                    3, Proof.CERTIFICATE, true, null, new Contact.Certificate("CN=SN1,O=Acme", "SN1", until));
            world.security.connected(cp7, contact);
            StationSecurity before = world.security.of(cp7);
            assertThat(before.last()).isEqualTo(contact);
            assertThat(before.certificateName()).isEqualTo("SN1");
            assertThat(before.highest()).isEqualTo(3);
            assertThat(restarted(world).of(cp7)).isEqualTo(before);
            world.security.token(Actor.LOCAL, cp7, null);
            assertThat(restarted(world).of(cp7).token()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_lower_profile_is_refused_unless_somebody_says_so_and_that_is_recorded(TestDatabases.Kind kind) {
        try (TestStations world = new TestStations(kind.open())) {
            StationRef cp7 = world.station("CP-7");
            world.stations.setPassword(Actor.LOCAL, cp7, "a password of CP-7", false, any -> {});
            decide(world, cp7, 2, false);
            assertThatThrownBy(() -> decide(world, cp7, 1, false)).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.field()).isEqualTo("profile");
                assertThat(refused.detail()).contains("allowLower");
            });
            assertThatThrownBy(() -> decide(world, cp7, null, false)).isInstanceOf(Refused.class);
            assertThatThrownBy(() -> decide(world, cp7, 4, true)).hasMessageContaining("0, 1, 2 and 3");
            decide(world, cp7, 1, true);
            assertThat(world.security.of(cp7).profile()).isEqualTo(1);
            decide(world, cp7, 2, false);
            world.security.connected(cp7, TLS);
            decide(world, cp7, null, true);
            assertThat(world.security.of(cp7).floor()).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_profile_by_password_needs_one(TestDatabases.Kind kind) {
        try (TestStations world = new TestStations(kind.open())) {
            StationRef cp7 = world.station("CP-7");
            assertThatThrownBy(() -> decide(world, cp7, 2, false)).hasMessageContaining("password");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void both_profiles_count_until_the_station_has_come_by_the_new_one(TestDatabases.Kind kind) {
        try (TestStations world = new TestStations(kind.open())) {
            StationRef cp7 = world.station("CP-7");
            world.stations.setPassword(Actor.LOCAL, cp7, "a password of CP-7", false, any -> {});
            decide(world, cp7, 1, false);
            Instant now = world.security.now();
            world.security.begin(
                    Actor.LOCAL, cp7, new SecurityUpgrade(2, 1, null, State.TELLING, null, "server", now, now));
            world.security.upgrade(Actor.LOCAL, cp7, it -> it.with(State.PENDING, null, now), null);
            world.security.connected(cp7, PLAIN);
            assertThat(upgrade(world, cp7).state()).isEqualTo(State.PENDING);
            assertThat(upgrade(world, cp7).reason()).contains("profile 1");
            assertThat(restarted(world).of(cp7).pending()).as("after a restart").isEqualTo(2);

            world.security.connected(cp7, TLS);
            assertThat(upgrade(world, cp7).state()).isEqualTo(State.CONNECTED);
            assertThat(world.security.of(cp7).profile()).isEqualTo(2);
            assertThat(world.security.of(cp7).pending()).isNull();
            world.security.upgrade(Actor.LOCAL, cp7, it -> it.with(State.FAILED, "too late", now), null);
            assertThat(upgrade(world, cp7).state()).as("what has ended stands").isEqualTo(State.CONNECTED);
            assertThat(world.events("station.security-upgrade"))
                    .extracting(each -> each.replaceAll(".*\"state\":\"(\\w+)\".*", "$1"))
                    .containsExactly("telling", "pending", "pending", "connected");
        }
    }

    private static void decide(TestStations world, StationRef station, @Nullable Integer profile, boolean lower) {
        world.security.decide(Actor.LOCAL, world.now(station), new Decision(profile, lower, false, null));
    }

    private static SecurityUpgrade upgrade(TestStations world, StationRef station) {
        return Objects.requireNonNull(world.security.of(station).upgrade());
    }

    private static SecurityProfiles restarted(TestStations world) {
        return new SecurityProfiles(
                new SqlStationSecurityStore(world.database, world.commits, new Outbox(world.clock)),
                world.audit,
                world.clock);
    }
}
