package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stops the start is one sentence and exit code 1, and signals end the process at any moment. */
final class StartTest {
    private static final String NO_SERVER = "postgresql://ohmstead:s3cret@127.0.0.1:1/ohmstead";

    /** SIGINT, as Linux writes a set of signals. */
    private static final long INTERRUPT = 1 << (2 - 1);

    /** Its database is waited for half a minute, so it does that beside all other tests. */
    private static ServerProcess waiting;

    @TempDir
    Path folder;

    @BeforeAll
    static void wait_for_a_database(@TempDir Path folder) {
        waiting = ServerProcess.launched(folder, "--database=" + NO_SERVER);
    }

    @AfterAll
    static void no_longer() {
        waiting.close();
    }

    @Test
    void a_port_that_is_taken() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(other.getLocalPort());
            refused("--port", "127.0.0.1:" + port, "--port=" + port);
            refused("--station-port", "127.0.0.1:" + port, "--station-port=" + port);
        }
        refused("an address of this machine", "192.0.2.1", "--host=192.0.2.1", "--station-auth=required");
    }

    @Test
    void a_database_that_is_none_or_cannot_be_written() throws IOException {
        Path garbage = Files.writeString(folder.resolve("garbage.db"), "no database at all, ".repeat(500));
        refused("backup", "garbage.db", "--database=sqlite:" + garbage);
        refused("check its rights", "/proc/ohmstead", "--database=sqlite:/proc/ohmstead/x.db");
        refused("check the rights", folder.toString(), "--database=sqlite:" + folder);
    }

    @Test
    void a_database_that_another_program_has_locked() throws SQLException {
        try (ServerProcess server = ServerProcess.start(folder)) {
            server.stop();
            try (Connection connection = Store.sqlite(folder).connect();
                    Statement statement = connection.createStatement()) {
                statement.execute("begin exclusive");
                refused("locked by another program", "ohmstead.db");
            }
            server.restart();
        }
    }

    @Test
    void a_second_server_on_the_same_file_until_the_first_is_killed() {
        try (ServerProcess first = ServerProcess.start(folder)) {
            refused("stop the other one", "in use by process");
            assertThat(first.api().get("/health/ready").status()).isEqualTo(200);
            first.kill();
            first.restart();
        }
    }

    @Test
    void a_second_server_on_the_same_postgres_until_the_first_is_killed(@TempDir Path other) {
        try (Store store = Store.postgres();
                ServerProcess first = ServerProcess.start(other, store.flag())) {
            refused("stop the other one", "in use by another server", store.flag());
            assertThat(first.api().get("/health/ready").status()).isEqualTo(200);
            first.kill();
            first.restart();
            refused("create database", "does not exist", store.flag() + "x");
            refused(
                    "check both",
                    "refuses user name or password",
                    store.flag().replace("ohmstead:ohmstead@", "nobody:s3cret@"));
        }
    }

    @Test
    void a_database_server_that_does_not_come() {
        assertThat(waiting.exitCode()).isEqualTo(1);
        assertThat(waiting.log().lines().toList())
                .hasSize(2)
                .allMatch(line -> line.startsWith("ohmstead: ") && line.contains("127.0.0.1:1"))
                .noneMatch(line -> line.contains("s3cret"))
                .last()
                .asString()
                .contains("start it, or check host and port");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void a_signal_ends_it_while_it_waits_for_its_database(String signal) throws IOException {
        assumeThat(signal.equals("INT") && isInterruptIgnored())
                .as(
                        "run in the background: whoever starts these tests ignores SIGINT, and so does each process of theirs")
                .isFalse();
        try (ServerProcess server = ServerProcess.launched(folder, "--database=" + NO_SERVER)) {
            Await.until("it waits", () -> server.log().contains("cannot be reached"));
            server.signal(signal);
            assertThat(server.exitCode()).isEqualTo(signal.equals("TERM") ? 143 : 130);
        }
    }

    private static boolean isInterruptIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> line.substring("SigIgn:".length()).strip())
                        .anyMatch(mask -> (Long.parseUnsignedLong(mask, 16) & INTERRUPT) != 0);
    }

    @Test
    void a_signal_ends_it_while_its_database_is_away() {
        Store store = Store.postgres();
        try (ServerProcess server =
                        ServerProcess.start(folder, store.flag(), "--unknown-stations=accept", "--drain-timeout=1s");
                RawStation station = RawStation.booted(server, "CP-1", "ocpp1.6")) {
            store.close();
            Await.until("it notices", () -> server.api().get("/health/ready").status() == 503);
            station.say("[2,\"h\",\"Heartbeat\",{}]");
            server.signal("TERM");
            assertThat(server.exitCode()).isIn(0, 143);
            assertThat(station.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void a_signal_ends_it_at_every_moment_of_its_start() {
        for (int i = 0; i < 8; i++) {
            try (ServerProcess server = ServerProcess.launched(folder)) {
                long until = System.nanoTime() + i * 400_000_000L;
                Await.until("that moment", () -> System.nanoTime() >= until);
                server.signal("TERM");
                assertThat(server.exitCode()).isIn(0, 143);
            }
        }
        ServerProcess.start(folder).close();
    }

    private void refused(String advice, String about, String... flags) {
        Path place = folder.resolve("refused-" + System.nanoTime());
        try {
            Files.createDirectory(place);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String database = "--database=sqlite:" + folder.resolve("ohmstead.db");
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(database), java.util.Arrays.stream(flags))
                .toArray(String[]::new);
        try (ServerProcess server = ServerProcess.launched(place, all)) {
            assertThat(server.exitCode()).as(server.log()).isEqualTo(1);
            assertThat(server.log().lines())
                    .singleElement()
                    .asString()
                    .startsWith("ohmstead: ")
                    .contains(about, advice)
                    .doesNotContain("s3cret");
        }
    }
}
