package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request that waits for what does not come is answered all the same. */
class RequestTimeoutTest {
    @TempDir
    Path folder;

    @Test
    void what_waits_for_a_lock_is_answered_and_takes_nobody_elses_time() throws Exception {
        try (Store store = Store.postgres();
                ServerProcess server = ServerProcess.start(folder, "--request-timeout=1s", store.flag())) {
            Api api = server.api();
            api.post("/api/v1/tokens", "{\"value\":\"BEFORE\"}").ok();
            try (Connection other = store.connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("lock table token in access exclusive mode");
                Api.Answer late = api.get("/api/v1/tokens");
                assertThat(late.status()).as(late.text()).isEqualTo(503);
                assertThat(late.body().path("title").asText()).isEqualTo("Took too long");
                assertThat(late.body().path("detail").asText()).contains("1 seconds", "request-timeout", "look before");
                api.get("/api/v1/stations").ok();
                other.rollback();
            }
            Await.until(
                    "it goes on",
                    Duration.ofSeconds(30),
                    () -> api.get("/api/v1/tokens").status() == 200);
        }
    }
}
