package org.ohmstead.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.conf.ParamType;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.CsvRows;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

class AuditLogResourceTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final AuditQuery ALL = new AuditQuery(null, null, null, null, null, null);

    private static AuditLogResource resource(AuditWorld world) {
        return new AuditLogResource(new AuditLists(world.lines), world.chains, CurrentActor.of(AuditWorld.ANNA));
    }

    /** A gate that Anna opens and a rule closes, a token, and somebody else's gate. */
    private static Instant history(AuditWorld world) {
        Instant begin = world.clock.instant();
        world.record(AuditWorld.ANNA, AuditEntry.created("gate", "N", Map.of("name", "North, \"old\"")));
        world.clock.advance(Duration.ofMinutes(1));
        world.record(AuditWorld.ANNA, AuditEntry.done("gate", "N", "opened"));
        world.clock.advance(Duration.ofMinutes(1));
        world.record(
                Actor.server(1, "night"), AuditEntry.changed("gate", "N", Map.of("open", true), Map.of("open", false)));
        world.clock.advance(Duration.ofMinutes(1));
        world.record(Actor.LOCAL, AuditEntry.done("gate", "S", "opened"));
        world.record(Actor.LOCAL, AuditEntry.created("token", 1, Map.of("value", "N")));
        world.record(Actor.server(2, "night"), AuditEntry.done("gate", "N", "opened"));
        return begin;
    }

    private static List<Long> seqs(Page<AuditLogView> page) {
        return page.items().stream().map(AuditLogView::seq).toList();
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void changes_are_listed_the_newest_first_in_pages(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            history(world);
            AuditLogResource resource = resource(world);
            List<Long> all = new ArrayList<>();
            @Nullable String cursor = null;
            do {
                Page<AuditLogView> page = resource.list(ALL, "2", cursor);
                all.addAll(seqs(page));
                cursor = page.next();
            } while (cursor != null);
            assertThat(all).containsExactly(5L, 4L, 3L, 2L, 1L);
            AuditLogView third = resource.list(ALL, null, null).items().get(2);
            assertThat(third.actor()).isEqualTo("server:night");
            assertThat(third.before()).hasToString("{\"open\":true}");
            assertThat(third.after()).hasToString("{\"open\":false}");
            assertThat(third.address()).isNull();
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void they_are_filtered_by_all_that_a_line_says(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            Instant begin = history(world);
            String first = begin.plus(Duration.ofMinutes(1)).toString();
            String last = begin.plus(Duration.ofMinutes(2)).toString();
            AuditLogResource resource = resource(world);
            Map<AuditQuery, List<Long>> expected = Map.of(
                    new AuditQuery("gate", null, null, null, null, null), List.of(4L, 3L, 2L, 1L),
                    new AuditQuery("gate", "N", null, null, null, null), List.of(3L, 2L, 1L),
                    new AuditQuery("gate", "N", null, "opened", null, null), List.of(2L),
                    new AuditQuery(null, null, "user:anna@example.org", null, null, null), List.of(2L, 1L),
                    new AuditQuery(null, null, "server", null, null, null), List.of(3L),
                    new AuditQuery(null, null, "local", null, null, null), List.of(5L, 4L),
                    new AuditQuery(null, null, null, "created", null, null), List.of(5L, 1L),
                    new AuditQuery(null, null, null, null, first, last), List.of(2L),
                    new AuditQuery(null, null, null, null, last, null), List.of(5L, 4L, 3L),
                    new AuditQuery("gate", "nobody", null, null, null, null), List.of());
            expected.forEach((query, lines) -> assertThat(seqs(resource.list(query, null, null)))
                    .as(query.toString())
                    .isEqualTo(lines));
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,N,-,-,entity",
                "gate,N,yesterday,-,from",
                "-,-,2026-05-02T00:00:00Z,2026-05-01T00:00:00Z,to",
            })
    void what_is_not_allowed_is_named(
            @Nullable String entity, @Nullable String id, @Nullable String from, @Nullable String to, String field) {
        try (AuditWorld world = new AuditWorld(TestDatabases.sqlite())) {
            AuditQuery query = new AuditQuery(entity, id, null, null, from, to);
            assertThatThrownBy(() -> resource(world).list(query, null, null))
                    .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field())
                            .isEqualTo(field));
        }
    }

    @Test
    void as_a_table_it_is_the_whole_list() throws IOException {
        try (AuditWorld world = new AuditWorld(TestDatabases.sqlite())) {
            history(world);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ((StreamingOutput) resource(world).table(ALL).getEntity()).write(out);
            List<CsvRows.Row> rows =
                    CsvRows.of(out.toString(StandardCharsets.UTF_8).substring(1));
            assertThat(rows).hasSize(6);
            assertThat(rows.getFirst().cells()).startsWith("seq", "at", "actor").hasSize(11);
            assertThat(rows.getLast().cells())
                    .startsWith("1", "2026-03-01T10:00:00.987Z", "user:anna@example.org", "192.0.2.7", "request-1")
                    .contains("{\"name\":\"North, \\\"old\\\"\"}");
        }
    }

    @Test
    void it_is_verified_with_what_was_noted() {
        try (AuditWorld world = new AuditWorld(TestDatabases.sqlite())) {
            history(world);
            AuditLogResource resource = resource(world);
            AuditVerification found = resource.verify(null, null);
            assertThat(found).returns(true, AuditVerification::ok).returns(5L, AuditVerification::seq);
            assertThat(resource.verify("5", found.hash()).ok()).isTrue();
            assertThat(resource.verify("4", found.hash()).ok()).isFalse();
            for (List<@Nullable String> wrong : List.of(
                    java.util.Arrays.asList("5", null, "hash"),
                    java.util.Arrays.asList("5", "ab", "hash"),
                    java.util.Arrays.asList(null, found.hash(), "seq"),
                    java.util.Arrays.asList("0", found.hash(), "seq"))) {
                assertThatThrownBy(() -> resource.verify(wrong.get(0), wrong.get(1)))
                        .isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.field())
                                .isEqualTo(wrong.get(2)));
            }
        }
    }

    /** No list looks at more rows than it shows, but where it sifts by the verb, or the kind of actor. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,-,-,-,audit_log_time",
                "-,-,-,2026-03-01T00:00:00Z,audit_log_time",
                "gate,N,-,-,audit_log_entity",
                "gate,N,-,2026-03-01T00:00:00Z,audit_log_entity",
                "gate,-,-,-,audit_log_kind",
                "-,-,user:anna@example.org,-,audit_log_actor",
            })
    void a_list_walks_an_index_from_where_its_page_begins(
            @Nullable String entity, @Nullable String id, @Nullable String actor, @Nullable String from, String index) {
        try (AuditWorld world = new AuditWorld(TestDatabases.sqlite())) {
            List<String> asked = new ArrayList<>();
            world.database
                    .read(Scope.tenant(1))
                    .configuration()
                    .set(new DefaultExecuteListenerProvider(new ExecuteListener() {
                        @Override
                        public void executeStart(ExecuteContext context) {
                            if (context.query() != null
                                    && !context.query().getSQL().startsWith("explain")) {
                                asked.add(context.query().getSQL(ParamType.INLINED));
                            }
                        }
                    }));
            AuditQuery query = new AuditQuery(entity, id, actor, null, from, null);
            resource(world).list(query, null, null);
            resource(world)
                    .list(
                            query,
                            null,
                            org.ohmstead.api.Cursor.at("2026-03-01T10:00:00Z", "9")
                                    .text());
            assertThat(asked).hasSize(2);
            for (String sql : asked) {
                String plan = String.join(
                        "\n",
                        world.database
                                .read(Scope.everywhere())
                                .fetch("explain query plan " + sql)
                                .getValues("detail", String.class));
                assertThat(plan).as(sql).contains(" INDEX " + index + " ").doesNotContain("TEMP B-TREE");
            }
        }
    }
}
