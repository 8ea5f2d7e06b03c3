package org.ohmstead.roles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Permissions;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Refused;
import org.ohmstead.apikeys.ApiKeys;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.tenants.Tenant;

class RolesTest {
    private static Role role(String name, String... permissions) {
        return new Role(name, "a note", new Permissions(Set.of(permissions)), Set.of(), null);
    }

    private static Refused.Kind refused(ThrowingCallable what) {
        return catchThrowableOfType(Refused.class, what).kind();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_role_of_ones_own_counts_at_once_and_goes_when_nobody_has_it(TestDatabases.Kind kind) {
        try (AccessWorld world = new AccessWorld(kind.open())) {
            Principal owner = world.as(world.owner());
            world.roles.create(owner, role("night-shift", "station.read", "session.stop"));
            assertThat(refused(() -> world.roles.create(owner, role("night-shift", "station.read"))))
                    .isEqualTo(Refused.Kind.CONFLICT);
            var anna = world.member("anna@example.org", "night-shift");
            assertThat(world.as(anna).permissions().allows("session.stop")).isTrue();
            world.roles.change(owner, "night-shift", before -> role("night-shift", "station.read"));
            assertThat(world.as(anna).permissions().words()).containsExactly("station.read");
            assertThat(refused(() -> world.roles.remove(owner, "night-shift", any -> {})))
                    .isEqualTo(Refused.Kind.CONFLICT);
            world.users.change(owner, anna.id(), user -> user.withRole("viewer"));
            world.roles.remove(owner, "night-shift", any -> {});
            assertThat(world.roles.find(1, "night-shift")).isEmpty();
            assertThat(world.audited("role", "night-shift")).isEqualTo("created changed deleted");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_group_that_a_role_is_limited_to_is_one_and_stays_as_long_as_it_is(TestDatabases.Kind kind) {
        try (AccessWorld world = new AccessWorld(kind.open())) {
            Principal owner = world.as(world.owner());
            long yard = world.group("Yard");
            long gate = world.group("Gate");
            Refused unknown = catchThrowableOfType(
                    Refused.class, () -> world.roles.create(owner, limited("porter", Set.of(yard, 99L))));
            assertThat(unknown.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(unknown.field()).isEqualTo("stationGroups");
            assertThat(unknown.detail()).contains(" 99.");
            world.roles.create(owner, limited("porter", Set.of(yard)));
            assertThat(refused(() -> world.roles.change(owner, "porter", before -> limited("porter", Set.of(99L)))))
                    .isEqualTo(Refused.Kind.INVALID);
            Refused limits =
                    catchThrowableOfType(Refused.class, () -> world.groups.remove(Actor.LOCAL, yard, any -> {}));
            assertThat(limits.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(limits.detail()).contains("the role porter");
            world.roles.change(owner, "porter", before -> limited("porter", Set.of(gate)));
            world.groups.remove(Actor.LOCAL, yard, any -> {});
            Principal porter = world.as(world.member("paul@example.org", "porter"));
            assertThat(porter.stationGroups()).containsExactly(gate);
        }
    }

    private static Role limited(String name, Set<Long> groups) {
        return new Role(name, null, new Permissions(Set.of("station.read")), groups, null);
    }

    @Test
    void whoever_helps_drivers_may_use_the_verbs_for_what_commands_could_do_anyway() {
        Set<String> verbs = Set.of(
                "battery-swap.write",
                "charging-profile.write",
                "configuration.refresh",
                "log.write",
                "reservation.write",
                "session.start");
        assertThat(BuiltInRole.SUPPORT.permissions(verbs, 1).words()).containsExactlyInAnyOrderElementsOf(verbs);
        assertThat(BuiltInRole.OPERATOR.permissions(verbs, 1).words()).containsExactlyInAnyOrderElementsOf(verbs);
        Set<String> setUp = Set.of("certificate.write", "configuration.write", "der-control.write", "firmware.write");
        assertThat(BuiltInRole.SUPPORT.permissions(setUp, 1).words()).isEmpty();
        assertThat(BuiltInRole.VIEWER.permissions(verbs, 1).words()).isEmpty();
    }

    @Test
    void built_in_roles_stay_and_have_what_their_names_say() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            Principal owner = world.as(world.owner());
            assertThat(owner.permissions().words())
                    .contains("user.write", "audit.read", "station.command")
                    .doesNotContain("machine.admin");
            assertThat(BuiltInRole.OPERATOR.permissions(AccessWorld.WORDS, 1).words())
                    .contains("station.write", "token.write", "audit.read")
                    .doesNotContain("user.read", "user.write", "role.write", "api-key.write");
            assertThat(BuiltInRole.SUPPORT.permissions(AccessWorld.WORDS, 1).words())
                    .contains("station.read", "station.command", "session.stop", "token.write")
                    .doesNotContain("station.write", "audit.read", "user.read");
            assertThat(BuiltInRole.VIEWER.permissions(AccessWorld.WORDS, 1).words())
                    .containsExactlyInAnyOrder(
                            "station.read", "session.read", "token.read", "status.read", "organisation.read");
            assertThat(world.roles.all(1))
                    .extracting(Role::name)
                    .containsExactly("owner", "operator", "support", "viewer");
            assertThat(refused(() -> world.roles.change(owner, "viewer", before -> before)))
                    .isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused(() -> world.roles.remove(owner, "viewer", any -> {})))
                    .isEqualTo(Refused.Kind.CONFLICT);
        }
    }

    @Test
    void what_is_of_the_installation_is_in_no_role_or_key_whoever_makes_it() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            Principal machine = AccessWorld.with(AccessWorld.WORDS.toArray(String[]::new));
            for (String word : List.of("tenant.read", "tenant.write", "machine.admin")) {
                assertThat(refused(() -> world.roles.create(machine, role("too-much", word))))
                        .isEqualTo(Refused.Kind.INVALID);
                assertThat(refused(() -> world.keys.create(
                                machine, new ApiKeys.Wanted("key", Set.of(word), Set.of(), "", null))))
                        .isEqualTo(Refused.Kind.INVALID);
            }
            assertThat(refused(() -> world.roles.given(machine, "administrator")))
                    .isEqualTo(Refused.Kind.INVALID);
            assertThat(world.roles.all(Tenant.INSTALLATION))
                    .extracting(Role::name)
                    .containsExactly("administrator");
            assertThat(world.roles.find(Tenant.INSTALLATION, "owner")).isEmpty();
            assertThat(BuiltInRole.OPERATOR.permissions(AccessWorld.WORDS, 1).words())
                    .contains("organisation.read")
                    .doesNotContain("organisation.write");
        }
    }

    @Test
    void nobody_makes_a_role_that_may_more_than_they_do() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            Principal clerk = AccessWorld.with("role.write", "station.read");
            assertThat(refused(() -> world.roles.create(clerk, role("too-much", "user.write"))))
                    .isEqualTo(Refused.Kind.FORBIDDEN);
            world.roles.create(world.as(world.owner()), role("strong", "user.write"));
            assertThat(refused(() -> world.roles.change(clerk, "strong", before -> role("strong", "station.read"))))
                    .isEqualTo(Refused.Kind.FORBIDDEN);
            assertThat(refused(() -> world.roles.create(world.as(world.owner()), role("fly", "station.fly"))))
                    .isEqualTo(Refused.Kind.INVALID);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "a", "Night", "night shift", "x'; drop table role; --", "-a"})
    void a_name_that_is_none_or_a_built_in_one_is_refused(String name) {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            assertThat(refused(() -> world.roles.create(world.as(world.owner()), role(name, "station.read"))))
                    .isEqualTo(Refused.Kind.INVALID);
        }
    }
}
