package org.ohmstead.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.encryption.Encryption;
import org.ohmstead.encryption.TestKeys;

/** What is said at the start where the key of the installation is another one. */
class LostKeysTest {
    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void secrets_that_another_key_has_encrypted_are_told_with_where_the_right_one_belongs(TestDatabases.Kind kind) {
        try (AuthorityWorld world = new AuthorityWorld(kind.open())) {
            assertThat(new LostKeys(world.store, new Encryption(TestKeys.ANOTHER)).warning())
                    .as("nothing is kept")
                    .isEmpty();
            Authority own = world.add(AuthorityWorld.own("Stations"));
            Authority external = world.add(new AuthorityBody(
                    "Ext",
                    "est",
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    new EstBody("https://ca.example.org/.well-known/est", "csms", "a password", null, null, null)));
            assertThat(new LostKeys(world.store, world.encryption).warning()).isEmpty();
            assertThat(new LostKeys(world.store, new Encryption(TestKeys.ANOTHER)).warning())
                    .hasValueSatisfying(warning -> assertThat(warning)
                            .contains(
                                    own.told(),
                                    external.told(),
                                    TestKeys.ENCRYPTION.id(),
                                    TestKeys.ANOTHER.id(),
                                    TestKeys.ANOTHER.place()));
        }
    }
}
