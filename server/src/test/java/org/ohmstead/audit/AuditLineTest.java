package org.ohmstead.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.db.Scope;

/** Hashes stand in databases, and others compute them: what is hashed must never change. */
class AuditLineTest {
    private static final AuditLine LINE = new AuditLine(
            1,
            Instant.parse("2026-05-01T10:00:00.250Z"),
            "user:anna@example.org",
            "192.0.2.7",
            null,
            "station",
            "Säule 7",
            "changed",
            "{\"name\":null}",
            "{\"name\":\"Yard\"}");

    @Test
    void what_is_hashed_is_each_field_with_its_length() {
        assertThat(LINE.text(AuditLine.BEGIN, 1)).isEqualTo("""
                        ohmstead audit line 1
                        previous 64:0000000000000000000000000000000000000000000000000000000000000000
                        tenant 1:1
                        seq 1:1
                        at 27:2026-05-01T10:00:00.250000Z
                        actor 21:user:anna@example.org
                        address 9:192.0.2.7
                        request -
                        entity 7:station
                        entityId 8:Säule 7
                        action 7:changed
                        before 13:{"name":null}
                        after 15:{"name":"Yard"}
                        """);
        assertThat(LINE.hash(AuditLine.BEGIN, 1))
                .isEqualTo("c76e04cead997676f01b7a5cee1d3a4aac63bc753116338ec6b1a4801b8af810");
    }

    @Test
    void a_line_is_such_that_both_databases_give_it_back() {
        AuditEntry odd = new AuditEntry(
                "gate",
                "a\0b\uD800c",
                "opened",
                null,
                JsonNodeFactory.instance.objectNode().put("x", "\0\uDC00"));
        AuditLine line = AuditLine.of(
                new Actor(Scope.tenant(3), Actor.Kind.USER, "u", new Actor.Origin("::1", "r\0")),
                Instant.parse("2026-05-01T10:00:00.123456789Z"),
                odd);
        assertThat(line)
                .isEqualTo(new AuditLine(
                        3,
                        Instant.parse("2026-05-01T10:00:00.123456Z"),
                        "user:u",
                        "::1",
                        "r\uFFFD",
                        "gate",
                        "a\uFFFDb?c",
                        "opened",
                        null,
                        "{\"x\":\"\\u0000?\"}"));
    }
}
