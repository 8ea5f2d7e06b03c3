package org.ohmstead.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.Database;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;

class TenantsTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void whatever_stands_in_the_place_of_a_tenant_names_one_or_none(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            Tenants tenants = new Tenants(new SqlTenantStore(database, commits));
            assertThat(tenants.find("default").map(RegisteredTenant::tenant)).contains(Tenant.DEFAULT);
            assertThat(tenants.find("nobody")).isEmpty();
            assertThat(tenants.find("a\0b")).isEmpty();
            assertThat(tenants.find("x".repeat(100_000))).isEmpty();
        }
    }
}
