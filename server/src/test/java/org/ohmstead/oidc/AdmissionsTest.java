package org.ohmstead.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.api.Refused;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.oidc.OidcFailure.Reason;
import org.ohmstead.signin.SignIn;
import org.ohmstead.signin.SignInSession;
import org.ohmstead.signin.SignInSessions;
import org.ohmstead.users.User;

/** Which user comes of somebody whom the provider has proven. */
class AdmissionsTest {
    private static Reason refused(OidcWorld in) {
        OidcFailure failure = catchThrowableOfType(OidcFailure.class, in::in);
        assertThat(failure).as("nobody was let in").isNotNull();
        return failure.reason();
    }

    private static SignInSessions.Standing byPassword(OidcWorld in, String email) {
        return in.signIn.with(
                new SignIn.Credentials(email, AccessWorld.PASSWORD, null, SignInSession.Kind.BROWSER),
                new SignIn.From(OidcWorld.ORIGIN, "a browser", null));
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void somebody_new_is_made_with_the_role_of_the_claim_which_counts_anew_each_time(TestDatabases.Kind kind) {
        try (OidcWorld in = new OidcWorld(kind.open())) {
            in.world.owner();
            SignInSessions.Standing first = in.session();
            User anna = first.user();
            assertThat(anna.email()).isEqualTo("anna@example.org");
            assertThat(anna.name()).isEqualTo("Anna Ohm");
            assertThat(anna.role()).isEqualTo("operator");
            assertThat(anna.signedInAt()).isNotNull();
            in.gives("other", "staff", "admins");
            assertThat(in.in().role()).as("the first of the map").isEqualTo("owner");
            in.says("email", "anna.maria@example.org");
            assertThat(in.in().id())
                    .as("by her subject, whatever her address is")
                    .isEqualTo(anna.id());
            assertThat(in.stands(first)).isTrue();
            in.gives("other");
            assertThat(refused(in)).isEqualTo(Reason.NO_ROLE);
            assertThat(in.stands(first)).as("access ends").isFalse();
            assertThat(in.world.audited("user", anna.id())).isEqualTo("created signed-in changed changed access-ended");
            in.gives("staff");
            assertThat(in.in().id()).isEqualTo(anna.id());
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void somebody_known_by_a_verified_address_is_linked_and_their_password_counts_no_more(TestDatabases.Kind kind) {
        try (OidcWorld in = new OidcWorld(kind.open())) {
            User anna = in.world.member("Anna@Example.org", "viewer");
            SignInSessions.Standing before = byPassword(in, "anna@example.org");
            in.says("email_verified", null);
            assertThat(refused(in)).isEqualTo(Reason.UNVERIFIED);
            in.says("email_verified", false);
            assertThat(refused(in)).isEqualTo(Reason.UNVERIFIED);
            in.says("email_verified", "true");
            User linked = in.in();
            assertThat(linked.id()).isEqualTo(anna.id());
            assertThat(linked.role()).isEqualTo("operator");
            assertThat(in.stands(before)).as("whoever was in by password").isFalse();
            Refused password = catchThrowableOfType(Refused.class, () -> byPassword(in, "anna@example.org"));
            assertThat(password.title()).isEqualTo("Not by password");
            in.says(claims -> claims.subject("subject-2"));
            assertThat(refused(in)).isEqualTo(Reason.OTHER_SUBJECT);
            assertThat(in.world.users.find(anna.id()).orElseThrow().subject())
                    .isEqualTo(in.provider.issuer() + " subject-1");
        }
    }

    @Test
    void a_disabled_account_stays_out_and_so_does_an_address_that_is_none() {
        try (OidcWorld in = new OidcWorld(TestDatabases.sqlite())) {
            User owner = in.world.owner();
            User anna = in.in();
            in.world.users.change(in.world.as(owner), anna.id(), user -> user.withDisabled(true));
            assertThat(refused(in)).isEqualTo(Reason.DISABLED);
            in.says(claims -> claims.subject("subject-2").claim("email", null));
            assertThat(refused(in)).isEqualTo(Reason.NO_EMAIL);
            in.says(claims -> claims.subject("subject-2").claim("email", "anna at example"));
            assertThat(refused(in)).isEqualTo(Reason.NO_EMAIL);
            in.says(claims -> claims.subject("subject-2")
                    .claim("email", "vera@example.org")
                    .claim("email_verified", false));
            assertThat(refused(in)).isEqualTo(Reason.UNVERIFIED);
            in.says(claims -> claims.subject("subject-2")
                    .claim("email", "vera@example.org")
                    .claim("name", "Ve\nra"));
            assertThat(in.in().name()).isEqualTo("vera");
        }
    }

    @Test
    void nobody_gets_in_without_a_role_that_exists() {
        try (OidcWorld in = new OidcWorld(TestDatabases.sqlite())) {
            in.world.owner();
            in.gives();
            assertThat(refused(in)).isEqualTo(Reason.NO_ROLE);
            in.gives("kings");
            assertThat(refused(in)).isEqualTo(Reason.NO_ROLE);
            in.says("realm_access", Map.of("roles", "staff"));
            assertThat(in.in().role()).isEqualTo("operator");
            in.says(claims -> claims.claim("realm_access", null).claim("realm_access.roles", "admins"));
            assertThat(in.in().role()).isEqualTo("owner");
        }
    }

    @Test
    void the_only_owner_who_can_sign_in_stays_one() {
        try (OidcWorld in = new OidcWorld(TestDatabases.sqlite())) {
            User owner = in.world.owner();
            in.says("email", AccessWorld.OWNER);
            assertThat(refused(in)).isEqualTo(Reason.LAST_OWNER);
            assertThat(in.world.users.find(owner.id()).orElseThrow().role()).isEqualTo("owner");
            in.world.member("vera@example.org", "owner");
            assertThat(in.in().role()).isEqualTo("operator");
        }
    }

    @Test
    void somebody_of_another_organisation_is_not_let_in() {
        try (OidcWorld in = new OidcWorld(TestDatabases.sqlite())) {
            User anna = in.world.member("anna@example.org", "viewer");
            move(in, anna);
            assertThat(refused(in)).isEqualTo(Reason.OTHER_ORGANISATION);
        }
    }

    private static void move(OidcWorld in, User user) {
        in.world.commits.write(
                org.ohmstead.db.Scope.everywhere(), org.ohmstead.db.lanes.GroupCommit.BACKGROUND, tx -> tx.sql()
                        .execute("update user_account set tenant_id = 2 where id = " + user.id()));
    }

    @Test
    void an_address_of_which_nothing_is_said_counts_where_the_settings_say_so() {
        try (OidcWorld in = new OidcWorld(TestDatabases.sqlite(), true, Duration.ofSeconds(10))) {
            User anna = in.world.member("anna@example.org", "viewer");
            in.says("email_verified", null);
            assertThat(in.in().id()).isEqualTo(anna.id());
        }
    }
}
