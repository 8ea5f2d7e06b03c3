package org.ohmstead.organisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.ohmstead.db.schema.Tables.AUDIT_LOG;
import static org.ohmstead.db.schema.Tables.SCHEDULED_JOB;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.AccessWorld;
import org.ohmstead.access.Actor;
import org.ohmstead.access.Principal;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.jobs.Jobs;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tenants.RegisteredTenant;
import org.ohmstead.tenants.RegisteredTenant.State;
import org.ohmstead.tenants.Tenant;
import org.ohmstead.users.Appointments;
import org.ohmstead.users.OneTimeLink;
import org.ohmstead.users.User;

/** The life of an organisation, as the installation's administrators lead it. */
class OrganisationsTest {
    private static final String EVA = "eva@acme.example";

    /** An installation with an administrator. */
    private static final class Installation implements AutoCloseable {
        final AccessWorld world;
        final TestStations stations;
        final Appointments appointments;
        final TenantRemoval removal;
        final Organisations organisations;
        final Principal administrator;

        Installation(TestDatabases.Kind kind) {
            this.world = new AccessWorld(kind.open());
            this.stations = new TestStations();
            this.appointments = new Appointments(world.userStore, world.audit, world.clock());
            this.removal = new TenantRemoval(
                    world.tenants,
                    new SqlTenantRows(world.database, world.commits),
                    new Jobs(world.clock()),
                    world.audit,
                    world.clock());
            this.organisations = new Organisations(
                    world.tenants, new Slugs(stations.stations), appointments, removal, world.audit, world.clock());
            OneTimeLink.Made link =
                    appointments.administrator(Actor.LOCAL, "ada@example.org").link();
            this.administrator = world.as(accept(link));
        }

        User accept(OneTimeLink.Made link) {
            return world.links.accept(
                    link.secret(), AccessWorld.PASSWORD, null, Actor.Origin.WITHIN, (tx, user) -> user);
        }

        Actor by() {
            return administrator.actor();
        }

        User ownerOfAcme() {
            var made = organisations.create(by(), "acme", "Acme", EVA);
            assertThat(made.owner()).isNotNull();
            return accept(made.owner().link());
        }

        /** What a chain of the audit log says. */
        List<String> chain(long tenant) {
            return world.database
                    .read(Scope.everywhere())
                    .selectFrom(AUDIT_LOG)
                    .where(AUDIT_LOG.TENANT_ID.eq(tenant))
                    .orderBy(AUDIT_LOG.SEQ)
                    .fetch(row ->
                            row.getActor() + " " + row.getEntity() + " " + row.getEntityId() + " " + row.getAction());
        }

        @Override
        public void close() {
            stations.close();
            world.close();
        }
    }

    private static Refused refused(ThrowingCallable what) {
        return catchThrowableOfType(Refused.class, what);
    }

    private static Refused.Kind kindOf(ThrowingCallable what) {
        return refused(what).kind();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_organisation_is_made_with_an_owner_who_sees_it_and_no_other(TestDatabases.Kind kind) {
        try (Installation it = new Installation(kind)) {
            User eva = it.ownerOfAcme();
            RegisteredTenant acme = it.organisations.get("acme");
            assertThat(eva.tenant()).isEqualTo(acme.id()).isGreaterThan(1);
            assertThat(eva.role()).isEqualTo("owner");
            assertThat(it.world.links.isSetupNeeded())
                    .as("somebody can sign in")
                    .isFalse();
            assertThat(it.chain(Tenant.INSTALLATION))
                    .contains("user:ada@example.org tenant acme created")
                    .noneMatch(line -> line.startsWith("user:eva"));
            assertThat(it.chain(acme.id()))
                    .containsExactly(
                            "server:installation user " + eva.id() + " created",
                            "user:" + EVA + " user " + eva.id() + " invitation-accepted");
            assertThat(kindOf(() -> it.organisations.create(it.by(), "acme", "Another", null)))
                    .isEqualTo(Refused.Kind.CONFLICT);
            assertThat(kindOf(() -> it.organisations.create(it.by(), "other", "Other", EVA)))
                    .isEqualTo(Refused.Kind.CONFLICT);
            assertThat(kindOf(() -> it.organisations.get("other")))
                    .as("nothing is left of what failed")
                    .isEqualTo(Refused.Kind.NOT_FOUND);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void lists_are_paged_and_sifted_by_state(TestDatabases.Kind kind) {
        try (Installation it = new Installation(kind)) {
            for (String slug : List.of("one", "two", "three")) {
                it.organisations.create(it.by(), slug, "Name", null);
            }
            it.organisations.suspend(it.by(), "two", "no reason");
            Page<RegisteredTenant> first = it.organisations.page(null, Limit.of("2"), null);
            assertThat(slugs(first)).containsExactly("default", "one");
            Page<RegisteredTenant> second =
                    it.organisations.page(null, Limit.of("2"), org.ohmstead.api.Cursor.of(first.next()));
            assertThat(slugs(second)).containsExactly("two", "three");
            assertThat(slugs(it.organisations.page(State.SUSPENDED, Limit.of(null), null)))
                    .containsExactly("two");
            assertThat(slugs(it.organisations.page(State.ACTIVE, Limit.of(null), null)))
                    .containsExactly("default", "one", "three");
        }
    }

    private static List<String> slugs(Page<RegisteredTenant> page) {
        return page.items().stream().map(tenant -> tenant.tenant().slug()).toList();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_suspended_is_served_again_when_it_is_resumed_and_its_own_log_tells_of_both(TestDatabases.Kind kind) {
        try (Installation it = new Installation(kind)) {
            it.ownerOfAcme();
            long acme = it.organisations.get("acme").id();
            it.world.tenants.mustBeServed(acme);
            assertThat(kindOf(() -> it.organisations.resume(it.by(), "acme"))).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(refused(() -> it.organisations.suspend(it.by(), "acme", " "))
                            .field())
                    .isEqualTo("reason");
            it.organisations.suspend(it.by(), "acme", "The contract ended");
            assertThat(it.organisations.get("acme").state()).isEqualTo(State.SUSPENDED);
            Refused suspended = refused(() -> it.world.tenants.mustBeServed(acme));
            assertThat(suspended.kind()).isEqualTo(Refused.Kind.FORBIDDEN);
            assertThat(suspended.title()).isEqualTo("Organisation suspended");
            assertThat(suspended.detail()).contains("Acme", "The contract ended");
            assertThat(kindOf(() -> it.organisations.suspend(it.by(), "acme", "again")))
                    .isEqualTo(Refused.Kind.CONFLICT);
            it.organisations.resume(it.by(), "acme");
            it.world.tenants.mustBeServed(acme);
            assertThat(it.chain(acme))
                    .endsWith(
                            "server:installation organisation acme suspended",
                            "server:installation organisation acme resumed")
                    .noneMatch(line -> line.contains("ada"));
            assertThat(it.chain(Tenant.INSTALLATION))
                    .endsWith("user:ada@example.org tenant acme suspended", "user:ada@example.org tenant acme resumed");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void only_a_suspended_one_is_removed_and_only_by_whoever_repeats_its_slug(TestDatabases.Kind kind) {
        try (Installation it = new Installation(kind)) {
            it.ownerOfAcme();
            long acme = it.organisations.get("acme").id();
            assertThat(kindOf(() -> it.organisations.remove(it.by(), "acme", "acme")))
                    .isEqualTo(Refused.Kind.CONFLICT);
            it.organisations.suspend(it.by(), "acme", "over");
            assertThat(refused(() -> it.organisations.remove(it.by(), "acme", null))
                            .field())
                    .isEqualTo("confirm");
            assertThat(refused(() -> it.organisations.remove(it.by(), "acme", "acne"))
                            .field())
                    .isEqualTo("confirm");
            it.organisations.suspend(it.by(), "default", "for a while");
            assertThat(kindOf(() -> it.organisations.remove(it.by(), "default", "default")))
                    .isEqualTo(Refused.Kind.CONFLICT);

            it.organisations.remove(it.by(), "acme", "acme");
            assertThat(it.organisations.get("acme").state()).isEqualTo(State.REMOVING);
            assertThat(it.world.database.read(Scope.everywhere()).fetchValues(SCHEDULED_JOB.INSTANCE))
                    .contains(Long.toString(acme));
            assertThat(kindOf(() -> it.organisations.resume(it.by(), "acme"))).isEqualTo(Refused.Kind.CONFLICT);
            assertThat(kindOf(() -> it.organisations.remove(it.by(), "acme", "acme")))
                    .isEqualTo(Refused.Kind.CONFLICT);
            it.removal.run("1", new TenantRemoval.Removed(acme, "acme"));
            assertThat(kindOf(() -> it.organisations.get("acme"))).isEqualTo(Refused.Kind.NOT_FOUND);
            assertThat(refused(() -> it.world.tenants.mustBeServed(acme)).title())
                    .isEqualTo("Organisation removed");
            assertThat(it.chain(acme)).isEmpty();
            assertThat(it.chain(Tenant.INSTALLATION)).endsWith("server:tenant-removal tenant acme removed");

            RegisteredTenant next =
                    it.organisations.create(it.by(), "acme", "Acme", EVA).tenant();
            assertThat(next.id()).as("a number of its own").isGreaterThan(acme);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void whoever_was_invited_in_vain_makes_room_for_another_and_an_owner_who_has_come_does_not(
            TestDatabases.Kind kind) {
        try (Installation it = new Installation(kind)) {
            var made = it.organisations.create(it.by(), "acme", "Acme", "typo@acme.example");
            OneTimeLink.Made lost = made.owner().link();
            User eva =
                    it.accept(it.organisations.inviteOwner(it.by(), "acme", EVA).link());
            assertThat(eva.email()).isEqualTo(EVA);
            assertThat(kindOf(() -> it.accept(lost))).isEqualTo(Refused.Kind.FORBIDDEN);
            assertThat(kindOf(() -> it.organisations.inviteOwner(it.by(), "acme", "ada2@example.org")))
                    .as("an administrator lets nobody in")
                    .isEqualTo(Refused.Kind.CONFLICT);
        }
    }

    @Test
    void an_administrator_has_nothing_of_any_organisation_and_no_owner_has_what_an_administrator_has() {
        try (Installation it = new Installation(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            assertThat(it.administrator.permissions().words())
                    .containsExactlyInAnyOrder("tenant.read", "tenant.write", "audit.read");
            assertThat(it.by().tenant()).isEqualTo(Tenant.INSTALLATION);
            Principal olga = it.world.as(it.world.owner());
            Principal eva = it.world.as(it.ownerOfAcme());
            assertThat(eva.permissions().words())
                    .contains("user.write", "organisation.write")
                    .doesNotContain("tenant.read", "tenant.write", "machine.admin")
                    .as("what is about the whole server")
                    .doesNotContain("status.read");
            assertThat(olga.permissions().words())
                    .contains("status.read")
                    .doesNotContain("tenant.read", "tenant.write");
            assertThat(kindOf(() -> it.world.users.invite(eva, "x@acme.example", "X", "administrator")))
                    .isEqualTo(Refused.Kind.INVALID);
            it.appointments.dismiss(Actor.LOCAL, "ada@example.org");
            assertThat(it.world.users.byEmail("ada@example.org")).isEmpty();
            assertThat(kindOf(() -> it.appointments.dismiss(Actor.LOCAL, EVA))).isEqualTo(Refused.Kind.NOT_FOUND);
        }
    }

    @Test
    void the_first_owner_is_still_waited_for_where_there_is_an_administrator_alone() {
        try (Installation it = new Installation(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            assertThat(it.world.links.isSetupNeeded()).isTrue();
            assertThat(it.world.owner().tenant()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "Acme", "ac me", "-acme", "acme-", "ocpp", "ws", "steve", "ümlaut", "a/b"})
    void a_slug_that_a_url_would_not_take_or_that_stations_paths_begin_with_is_refused(String slug) {
        try (Installation it = new Installation(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            Refused refused = refused(() -> it.organisations.create(it.by(), slug, "Acme", null));
            assertThat(refused.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(refused.field()).isEqualTo("slug");
        }
    }

    @Test
    void a_slug_of_which_there_is_a_station_is_refused_because_urls_may_say_that_twice() {
        try (Installation it = new Installation(new TestDatabases.Kind("SQLite", TestDatabases::sqlite))) {
            it.stations.station("CP-7");
            assertThat(kindOf(() -> it.organisations.create(it.by(), "cp-7", "Acme", null)))
                    .isEqualTo(Refused.Kind.CONFLICT);
            it.organisations.create(it.by(), "a".repeat(40), "Acme", null);
            assertThat(kindOf(() -> it.organisations.create(it.by(), "a".repeat(41), "Acme", null)))
                    .isEqualTo(Refused.Kind.INVALID);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void an_organisation_names_itself_and_says_what_becomes_of_unknown_stations(TestDatabases.Kind kind) {
        try (Installation it = new Installation(kind)) {
            Actor eva = it.world.as(it.ownerOfAcme()).actor();
            OwnOrganisation own = new OwnOrganisation(it.world.tenants, it.world.audit);
            own.change(eva, before -> new OrganisationBody("Acme & Co", "pending").changed(before));
            assertThat(own.get(eva).tenant().name()).isEqualTo("Acme & Co");
            assertThat(own.get(eva).unknownStations()).isEqualTo("pending");
            assertThat(it.chain(eva.tenant())).endsWith("user:" + EVA + " organisation acme changed");
            assertThat(refused(() -> own.change(eva, before -> new OrganisationBody("x", "fly").changed(before)))
                            .field())
                    .isEqualTo("unknownStations");
            assertThat(refused(() -> own.change(eva, before -> new OrganisationBody(" ", null).changed(before)))
                            .field())
                    .isEqualTo("name");
            assertThat(kindOf(() -> own.get(it.by()))).isEqualTo(Refused.Kind.NOT_FOUND);
            it.organisations.rename(it.by(), "acme", before -> before.withName("Acme Ltd"));
            assertThat(own.get(eva).tenant().name()).isEqualTo("Acme Ltd");
        }
    }
}
