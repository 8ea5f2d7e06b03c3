package org.ohmstead.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.api.Refused;

class EncryptionTest {
    private static final byte[] SECRET = "the key of the castle".getBytes(StandardCharsets.UTF_8);

    private final Encryption ours = new Encryption(TestKeys.ENCRYPTION);

    @TempDir
    private Path folder;

    @Test
    void what_was_encrypted_comes_back_and_says_nothing_meanwhile() {
        String sealed = ours.seal(SECRET, "authority/1/key");
        assertThat(ours.open(sealed, "authority/1/key")).isEqualTo(SECRET);
        assertThat(sealed).doesNotContain("castle").startsWith("1." + TestKeys.ENCRYPTION.id() + ".");
        assertThat(ours.seal(SECRET, "authority/1/key")).isNotEqualTo(sealed);
    }

    @Test
    void it_opens_at_its_own_place_only_and_not_when_somebody_has_changed_it() {
        String sealed = ours.seal(SECRET, "authority/1/key");
        assertThatThrownBy(() -> ours.open(sealed, "authority/2/key"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.detail()).contains("changed it"));
        char last = sealed.charAt(sealed.length() - 4);
        String changed = sealed.substring(0, sealed.length() - 4)
                + (last == 'A' ? 'B' : 'A')
                + sealed.substring(sealed.length() - 3);
        assertThatThrownBy(() -> ours.open(changed, "authority/1/key"))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.detail()).contains("changed it"));
    }

    @Test
    void another_key_is_told_by_its_id_and_its_place() {
        String sealed = ours.seal(SECRET, "authority/1/key");
        assertThatThrownBy(() -> new Encryption(TestKeys.ANOTHER).open(sealed, "authority/1/key"))
                .isInstanceOfSatisfying(Refused.class, e -> assertThat(e.detail())
                        .contains(TestKeys.ENCRYPTION.id(), TestKeys.ANOTHER.id(), "backup"));
    }

    @Test
    void a_key_is_made_beside_the_database_for_the_servers_user_alone_and_stays() throws IOException {
        String database = "sqlite:" + folder.resolve("ohmstead.db");
        EncryptionKey made = EncryptionKey.of("", "", database);
        Path file = folder.resolve("encryption-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(EncryptionKey.of("", "", database).key()).isEqualTo(made.key());
        assertThat(EncryptionKey.of(Files.readString(file), "", database).id()).isEqualTo(made.id());
        assertThat(made.toString()).doesNotContain(Files.readString(file).strip());
    }

    @Test
    void what_is_no_key_is_told_in_a_sentence() throws IOException {
        assertThatThrownBy(() -> EncryptionKey.of("secret", "", ""))
                .hasMessageContaining("the setting encryption-key")
                .hasMessageContaining("openssl rand -base64 32");
        Path file = Files.writeString(folder.resolve("short"), "YWJj");
        assertThatThrownBy(() -> EncryptionKey.of("", file.toString(), "")).hasMessageContaining(file.toString());
    }
}
