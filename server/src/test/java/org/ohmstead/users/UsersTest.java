package org.ohmstead.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;

class UsersTest {
    private static final String ANNA = "Anna@Example.org";
    private static final String NEW = "another sentence of hers";

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void whoever_is_invited_chooses_a_password_once(TestDatabases.Kind kind) {
        try (AccessWorld world = new AccessWorld(kind.open())) {
            Users.Linked anna = world.users.invite(world.as(world.owner()), ANNA, "Anna", "operator");
            String secret = anna.link().secret();
            assertThat(world.links.whose(secret).email()).isEqualTo(ANNA);
            User in = world.links.accept(secret, NEW, "Anna Ohm", Actor.Origin.WITHIN, (tx, user) -> user);
            assertThat(in.name()).isEqualTo("Anna Ohm");
            assertThat(world.passwords.matches(NEW, in.password())).isTrue();
            assertThat(world.passwords.matches(NEW + " ", in.password())).isFalse();
            refused(Refused.Kind.FORBIDDEN, "link", () -> world.links.whose(secret));
            refused(
                    Refused.Kind.FORBIDDEN,
                    "link",
                    () -> world.links.accept(secret, NEW, null, Actor.Origin.WITHIN, (tx, user) -> user));
            assertThat(world.users.byEmail("ANNA@example.ORG")).contains(in);
            refused(
                    Refused.Kind.CONFLICT,
                    "email",
                    () -> world.users.invite(world.as(world.owner()), "anna@example.org", "Other", "viewer"));
            assertThat(world.audited("user", in.id())).isEqualTo("created invitation-accepted");
        }
    }

    @Test
    void a_link_counts_until_it_is_too_old_or_another_was_made() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            Principal owner = world.as(world.owner());
            Users.Linked anna = world.users.invite(owner, ANNA, "Anna", "operator");
            String second =
                    world.users.newPassword(owner, anna.user().id()).link().secret();
            refused(
                    Refused.Kind.FORBIDDEN,
                    "link",
                    () -> world.links.whose(anna.link().secret()));
            world.clock.advance(Users.INVITATION.minus(Duration.ofSeconds(1)));
            assertThat(world.links.whose(second).email()).isEqualTo(ANNA);
            world.clock.advance(Duration.ofSeconds(1));
            refused(Refused.Kind.FORBIDDEN, "link", () -> world.links.whose(second));
        }
    }

    @Test
    void the_first_owner_is_made_by_a_link_once() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            String first = world.links.setup(Actor.LOCAL).secret();
            String second = world.links.setup(Actor.LOCAL).secret();
            refused(Refused.Kind.FORBIDDEN, "link", () -> setUp(world, first));
            refused(Refused.Kind.FORBIDDEN, "link", () -> setUp(world, "x".repeat(43)));
            User owner = setUp(world, second);
            assertThat(owner.role()).isEqualTo("owner");
            assertThat(world.tenants.name(1)).contains("Ohm & Söhne");
            assertThat(world.audited("organisation", "default")).isEqualTo("changed");
            assertThat(world.links.isSetupNeeded()).isFalse();
            refused(Refused.Kind.FORBIDDEN, "link", () -> setUp(world, second));
            refused(Refused.Kind.CONFLICT, null, () -> world.links.setup(Actor.LOCAL));
            assertThat(world.links.firstOwner("other@example.org", NEW, null)).isEmpty();
        }
    }

    private static User setUp(AccessWorld world, String secret) {
        return world.links.acceptSetup(
                secret,
                new OneTimeLinks.Founder("olga@example.org", "Olga", AccessWorld.PASSWORD, " Ohm & Söhne "),
                Actor.Origin.WITHIN,
                (tx, user) -> user);
    }

    @Test
    void the_only_owner_stays() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            User owner = world.owner();
            Principal by = world.as(owner);
            refused(Refused.Kind.CONFLICT, "role", () -> world.users.remove(by, owner.id(), any -> {}));
            refused(
                    Refused.Kind.CONFLICT,
                    "role",
                    () -> world.users.change(by, owner.id(), one -> one.withRole("viewer")));
            refused(
                    Refused.Kind.CONFLICT,
                    "role",
                    () -> world.users.change(by, owner.id(), one -> one.withDisabled(true)));
            world.users.invite(by, ANNA, "Anna", "owner"); // who has not been here yet, and may never come
            refused(Refused.Kind.CONFLICT, "role", () -> world.users.remove(by, owner.id(), any -> {}));
            User other = world.member("boris@example.org", "owner");
            world.users.remove(world.as(other), owner.id(), any -> {});
            assertThat(world.users.byEmail(AccessWorld.OWNER)).isEmpty();
        }
    }

    @Test
    void nobody_gives_or_takes_what_they_may_not_do_themselves() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            User owner = world.owner();
            Principal clerk = AccessWorld.with("user.read", "user.write", "station.read");
            refused(Refused.Kind.FORBIDDEN, "role", () -> world.users.invite(clerk, ANNA, "Anna", "owner"));
            refused(Refused.Kind.FORBIDDEN, "role", () -> world.users.newPassword(clerk, owner.id()));
            refused(Refused.Kind.FORBIDDEN, "role", () -> world.users.removeSecondFactor(clerk, owner.id()));
            refused(
                    Refused.Kind.FORBIDDEN,
                    "role",
                    () -> world.users.change(clerk, owner.id(), one -> one.withName("x")));
            refused(Refused.Kind.FORBIDDEN, "role", () -> world.users.remove(clerk, owner.id(), any -> {}));
            refused(
                    Refused.Kind.INVALID,
                    "role",
                    () -> world.users.invite(world.as(owner), ANNA, "Anna", "king-of-kings"));
            refused(Refused.Kind.INVALID, "role", () -> world.users.invite(world.as(owner), ANNA, "Anna", "king"));
        }
    }

    @Test
    void those_of_another_organisation_are_not_there() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            User owner = world.owner();
            Principal other = new Principal(
                    world.as(owner).actor().of(2),
                    world.as(owner).permissions(),
                    world.as(owner).stationGroups(),
                    new Principal.Local());
            refused(Refused.Kind.NOT_FOUND, null, () -> world.users.get(2, owner.id()));
            refused(Refused.Kind.NOT_FOUND, null, () -> world.users.newPassword(other, owner.id()));
            refused(Refused.Kind.NOT_FOUND, null, () -> world.users.remove(other, owner.id(), any -> {}));
        }
    }

    @Test
    void whoever_finds_a_desk_open_takes_no_account_with_it() {
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            User owner = world.owner();
            refused(Refused.Kind.CONFLICT, null, () -> world.users.newPassword(world.as(owner), owner.id()));
            refused(Refused.Kind.CONFLICT, null, () -> world.users.removeSecondFactor(world.as(owner), owner.id()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "aaaaaaaaaaaaaaaa", "my anna@example.org!", ""})
    void a_password_that_is_easily_guessed_is_refused(String password) {
        refused(Refused.Kind.INVALID, "password", () -> new UserPasswords().hash(password, ANNA));
    }

    @ParameterizedTest
    @ValueSource(strings = {"anna", "@example.org", "anna@", "an na@example.org", "<b>@example.org", "a@b\r\nX: y"})
    void an_address_that_is_none_is_refused(String email) {
        refused(Refused.Kind.INVALID, "email", () -> Users.checkEmail(email));
    }

    @Test
    void a_hash_is_never_shown_and_differs_each_time() {
        UserPasswords passwords = new UserPasswords();
        String one = passwords.hash(NEW, ANNA);
        assertThat(one).startsWith("$argon2id$").isNotEqualTo(passwords.hash(NEW, ANNA));
        assertThat(passwords.matches(NEW, one)).isTrue();
        assertThat(passwords.matches(NEW, null)).isFalse();
        assertThat(passwords.matches("x".repeat(100_000), one)).isFalse();
        try (AccessWorld world = new AccessWorld(TestDatabases.sqlite())) {
            User owner = world.owner();
            assertThat(owner.toString()).doesNotContain(String.valueOf(owner.password()));
        }
    }

    private static void refused(Refused.Kind kind, String field, ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.kind()).isEqualTo(kind);
            assertThat(refused.field()).isEqualTo(field);
        });
    }
}
