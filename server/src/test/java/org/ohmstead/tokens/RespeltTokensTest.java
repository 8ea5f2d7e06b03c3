package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.db.schema.Tables.TOKEN;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;

/** Tokens of a database that knew only upper and lower case. */
class RespeltTokensTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void old_keys_become_those_that_are_looked_for(TestDatabases.Kind kind) {
        try (Database db = kind.open();
                GroupCommit commits = new GroupCommit(db)) {
            List<String> values = List.of(
                    "04:A2:B3:C4",
                    "04-A2-B3-C4-D5-E6-80",
                    "04A2B3C4D5E680",
                    "DE-ABC-C12345678-X",
                    "12-34-56",
                    " CARD ",
                    "AA-BB-CC-DD",
                    "AA:BB:CC:DD",
                    "#Free.Charging");
            commits.write(Scope.everywhere(), 0, tx -> {
                values.forEach(value -> tx.sql()
                        .insertInto(TOKEN)
                        .set(TOKEN.TENANT_ID, 1L)
                        .set(TOKEN.VALUE, value)
                        .set(TOKEN.VALUE_KEY, value.toLowerCase(java.util.Locale.ROOT))
                        .set(TOKEN.TYPE, "ISO14443")
                        .set(TOKEN.IS_BLOCKED, false)
                        .set(TOKEN.MAX_SESSIONS, 1)
                        .set(TOKEN.CREATED_AT, NOW)
                        .set(TOKEN.UPDATED_AT, NOW)
                        .execute());
                statements(db.kind()).forEach(statement -> tx.sql().execute(statement));
                return null;
            });
            Map<String, String> keys = db.read(Scope.everywhere())
                    .select(TOKEN.VALUE, TOKEN.VALUE_KEY)
                    .from(TOKEN)
                    .fetchMap(TOKEN.VALUE, TOKEN.VALUE_KEY);
            List<String> changed = new ArrayList<>(values);
            changed.removeAll(List.of("04-A2-B3-C4-D5-E6-80", "AA:BB:CC:DD")); // stand beside another spelling
            changed.forEach(value -> assertThat(keys.get(value)).isEqualTo(Token.key(value)));
            assertThat(keys.get("04-A2-B3-C4-D5-E6-80")).isEqualTo("04-a2-b3-c4-d5-e6-80");
            assertThat(keys.get("AA:BB:CC:DD")).isEqualTo("aa:bb:cc:dd");
        }
    }

    private static List<String> statements(String dialect) {
        String name = "/db/" + dialect + "/V016__token_values.sql";
        try (InputStream in = RespeltTokensTest.class.getResourceAsStream(name)) {
            String script = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return List.of(
                    script.substring(script.indexOf("create table respelt")).split(";\\s*\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
