package org.ohmstead.apikeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;

class ApiKeysTest {
    private static final Principal MAKER = AccessWorld.with("api-key.write", "station.read", "session.read");

    private static ApiKeys.Wanted wanted(String networks, @Nullable Instant expires, String... permissions) {
        return new ApiKeys.Wanted("Billing", Set.of(permissions), Set.of(), networks, expires);
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_key_counts_until_it_is_revoked_and_only_its_hash_is_stored(TestDatabases.Kind kind) {
        try (AccessWorld world = new AccessWorld(kind.open())) {
            ApiKey.Made made = world.keys.create(MAKER, wanted("", null, "station.read"));
            assertThat(made.secret())
                    .startsWith("omk_" + made.key().prefix() + "_")
                    .hasSize(4 + 10 + 1 + 43);
            assertThat(made.key().secretHash()).isNotEqualTo(made.secret()).doesNotContain(made.secret());
            assertThat(world.keys
                            .shown(made.secret(), "192.0.2.1")
                            .orElseThrow()
                            .permissions()
                            .words())
                    .containsExactly("station.read");
            assertThat(world.keys.shown(made.secret() + "x", null)).isEmpty();
            String otherLetter = made.secret().endsWith("A") ? "B" : "A";
            assertThat(world.keys.shown(made.secret().substring(0, 57) + otherLetter, null))
                    .isEmpty();
            ApiKey used = world.keys.get(1, made.key().id());
            assertThat(used.usedFrom()).isEqualTo("192.0.2.1");
            assertThat(used.usedAt()).isNotNull();
            world.keys.revoke(MAKER, made.key().id(), any -> {});
            assertThat(world.keys.shown(made.secret(), null)).isEmpty();
            world.keys.revoke(MAKER, made.key().id(), any -> {});
            assertThat(world.audited("api-key", made.key().id())).isEqualTo("created revoked");
            assertThat(world.keys.page(1, Limit.of(null), (Cursor) null).items())
                    .hasSize(1);
            assertThat(world.keys.page(2, Limit.of(null), (Cursor) null).items())
                    .isEmpty();
        }
    }

    @Test
    void it_counts_from_its_networks_until_its_time() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            Instant expires = world.clock.instant().plusSeconds(60);
            String secret = world.keys
                    .create(MAKER, wanted("203.0.113.0/24, 2001:db8::/32", expires, "station.read"))
                    .secret();
            assertThat(world.keys.shown(secret, "203.0.113.200")).isPresent();
            assertThat(world.keys.shown(secret, "2001:db8::1")).isPresent();
            assertThat(world.keys.shown(secret, "203.0.114.1")).isEmpty();
            assertThat(world.keys.shown(secret, null)).isEmpty();
            assertThat(world.keys.shown(secret, "somewhere")).isEmpty();
            world.clock.advance(Duration.ofSeconds(61));
            assertThat(world.keys.shown(secret, "203.0.113.200")).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "token.write,'',FORBIDDEN,permissions",
        "station.fly,'',INVALID,permissions",
        "station.read,everywhere,INVALID,networks",
        "station.read,10.0.0.0/33,INVALID,networks"
    })
    void what_a_key_cannot_be_is_named(String permission, String networks, Refused.Kind kind, String field) {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            Refused refused = catchThrowableOfType(
                    Refused.class, () -> world.keys.create(MAKER, wanted(networks, null, permission)));
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.field()).isEqualTo(field);
            Refused over = catchThrowableOfType(
                    Refused.class, () -> world.keys.create(MAKER, wanted("", world.clock.instant(), "station.read")));
            assertThat(over.field()).isEqualTo("expiresAt");
        }
    }

    @Test
    void whoever_sees_some_stations_gives_no_key_to_others() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            long yard = world.group("Yard");
            long gate = world.group("Gate");
            Principal limited = AccessWorld.limited(MAKER, yard);
            for (Set<Long> others : List.of(Set.<Long>of(), Set.of(gate), Set.of(yard, gate), Set.of(yard, 99L))) {
                Refused refused = catchThrowableOfType(
                        Refused.class, () -> world.keys.create(limited, wanted(others, "station.read")));
                assertThat(refused.kind()).isEqualTo(Refused.Kind.FORBIDDEN);
            }
            ApiKey own = world.keys
                    .create(limited, wanted(Set.of(yard), "station.read"))
                    .key();
            assertThat(own.stationGroups()).containsExactly(yard);
            ApiKey whole =
                    world.keys.create(MAKER, wanted("", null, "station.read")).key();
            assertThat(catchThrowableOfType(Refused.class, () -> world.keys.revoke(limited, whole.id(), any -> {}))
                            .kind())
                    .isEqualTo(Refused.Kind.FORBIDDEN);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_group_that_a_key_is_limited_to_is_one_and_stays_until_the_key_is_revoked(TestDatabases.Kind kind) {
        try (AccessWorld world = new AccessWorld(kind.open())) {
            long yard = world.group("Yard");
            Refused unknown = catchThrowableOfType(
                    Refused.class, () -> world.keys.create(MAKER, wanted(Set.of(yard, 99L), "station.read")));
            assertThat(unknown.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(unknown.field()).isEqualTo("stationGroups");
            assertThat(unknown.detail()).contains(" 99.");
            ApiKey key = world.keys
                    .create(MAKER, wanted(Set.of(yard), "station.read"))
                    .key();
            Refused limits =
                    catchThrowableOfType(Refused.class, () -> world.groups.remove(Actor.LOCAL, yard, any -> {}));
            assertThat(limits.kind()).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(limits.detail()).contains("the API key " + key.id() + " (Billing)");
            world.keys.revoke(MAKER, key.id(), any -> {});
            world.groups.remove(Actor.LOCAL, yard, any -> {});
            assertThat(world.groups.has(Actor.LOCAL.scope(), yard)).isFalse();
        }
    }

    private static ApiKeys.Wanted wanted(Set<Long> groups, String permission) {
        return new ApiKeys.Wanted("Billing", Set.of(permission), groups, "", null);
    }
}
