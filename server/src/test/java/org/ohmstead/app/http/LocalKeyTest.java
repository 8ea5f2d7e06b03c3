package org.ohmstead.app.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The key of this machine, in its file. */
class LocalKeyTest {
    @TempDir
    Path folder;

    private LocalKey key() {
        return LocalKey.of("sqlite:" + folder.resolve("o.db"));
    }

    @Test
    void it_is_made_once_and_only_the_servers_user_can_read_it() throws IOException {
        LocalKey made = key();
        assertThat(key()).isEqualTo(made);
        Path file = folder.resolve("admin-key");
        assertThat(Files.readString(file).strip()).isEqualTo(made.value());
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThat(made.is(made.value())).isTrue();
        assertThat(made.is(made.value() + "x")).isFalse();
        assertThat(made.toString()).doesNotContain(made.value());
    }

    @Test
    void one_whose_file_was_left_empty_is_made_anew() throws IOException {
        Path file = Files.createFile(folder.resolve("admin-key"));
        assertThat(key().value())
                .startsWith("oml_")
                .isEqualTo(Files.readString(file).strip());
    }

    @Test
    void a_file_that_holds_no_key_keeps_the_server_from_starting() throws IOException {
        Path file = folder.resolve("admin-key");
        Files.writeString(file, "\n");
        assertThatThrownBy(this::key)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("Delete it");
        Files.delete(file);
        Files.createDirectory(file);
        assertThatThrownBy(this::key)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("readable and writable");
    }
}
