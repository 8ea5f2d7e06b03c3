package org.ohmstead.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

/** What somebody does to lines behind the server's back is found. */
class AuditChainsTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";

    /** What is done to five lines, the number of the line that is named, and words about it. */
    private record Tampering(String sql, long seq, String words) {}

    private static final List<Tampering> TAMPERINGS = List.of(
            new Tampering("update audit_log set actor = 'local' where seq = 3", 3, "Line 3 is not as it was written"),
            new Tampering("update audit_log set after_json = '{\"i\":7}' where seq = 1", 1, "Line 1 is not as it was"),
            new Tampering("update audit_log set address = '::1' where seq = 5", 5, "Line 5 is not as it was written"),
            new Tampering(
                    "update audit_log set hash = 'ab' where seq = 2", 2, "its hash is ab, and what it says comes to"),
            new Tampering("delete from audit_log where seq = 1", 1, "Line 1 is missing: behind it comes line 2."),
            new Tampering(
                    "delete from audit_log where seq in (2, 3)",
                    2,
                    "Lines 2 to 3 are missing: behind it comes line 4."),
            new Tampering(
                    "delete from audit_log where seq = 5",
                    5,
                    "Line 5 is missing: line 5 is the last that was written."),
            new Tampering("delete from audit_log where seq > 2", 3, "Lines 3 to 5 are missing"),
            new Tampering("delete from audit_log", 1, "Lines 1 to 5 are missing"),
            new Tampering("delete from audit_head", 5, "The row of audit_head is missing"),
            new Tampering("update audit_head set hash = 'ab'", 5, "with the hash ab."),
            new Tampering("update audit_head set seq = 4", 4, "the row of audit_head says that line 4 is"),
            new Tampering("update audit_log set seq = 9 where seq = 5", 5, "Line 5 is missing"),
            new Tampering("update audit_log set seq = -1 where seq = 1", -1, "Line -1 stands in the chain"),
            new Tampering(
                    "insert into audit_log (tenant_id, seq, recorded_at, actor, entity, entity_id, action, hash)"
                            + " select tenant_id, 6, recorded_at, actor, entity, entity_id, action, hash from audit_log"
                            + " where seq = 5",
                    6,
                    "Lines up to 6 stand behind line 5"));

    static Stream<Arguments> tamperings() {
        return TestDatabases.each()
                .flatMap(kind -> TAMPERINGS.stream().map(tampering -> Arguments.of(kind, tampering)));
    }

    @ParameterizedTest
    @MethodSource("tamperings")
    void a_chain_that_was_tampered_with_is_found_out_and_the_line_is_named(TestDatabases.Kind kind, Tampering done) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.write(1, 5);
            assertThat(world.verify(1)).returns(true, AuditVerification::ok).returns(5L, AuditVerification::lines);
            world.execute(done.sql());
            AuditVerification found = world.verify(1);
            assertThat(found.ok()).isFalse();
            assertThat(found.fault()).isNotNull();
            assertThat(found.fault().seq()).isEqualTo(done.seq());
            assertThat(found.fault().sentence()).contains(done.words());
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_chain_without_lines_is_whole(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            assertThat(world.verify(1)).isEqualTo(new AuditVerification(true, 0, 0, AuditLine.BEGIN, 0, null, null));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_chain_that_was_made_anew_is_found_out_by_what_was_noted(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.write(1, 5);
            AuditVerification earlier = world.verify(1);
            AuditChains.Noted noted = new AuditChains.Noted(earlier.seq(), earlier.hash());
            world.write(1, 3);
            assertThat(world.chains.verify(1, noted).ok()).isTrue();
            world.execute("delete from audit_log");
            world.execute("delete from audit_head");
            world.write(1, 3);
            assertThat(world.verify(1).ok()).isTrue();
            assertThat(world.chains.verify(1, noted).fault().sentence())
                    .isEqualTo("Line 5 was noted down, and the chain ends with line 3.");
            world.write(1, 3);
            assertThat(world.chains.verify(1, noted).fault().sentence()).startsWith("Line 5 has the hash ");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_chain_longer_than_one_look_is_walked_to_its_end(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.commits.write(Scope.everywhere(), 7, tx -> {
                for (int i = 0; i < 2_500; i++) {
                    world.audit.record(tx, AuditWorld.ANNA, AuditEntry.done("gate", i, "opened"));
                }
                return true;
            });
            assertThat(world.verify(1)).returns(true, AuditVerification::ok).returns(2_500L, AuditVerification::lines);
            world.execute("delete from audit_log where seq = 2001");
            assertThat(world.verify(1))
                    .returns(2_000L, AuditVerification::lines)
                    .satisfies(found -> assertThat(found.fault().seq()).isEqualTo(2_001));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void a_chain_goes_on_from_the_last_line_that_was_cleared_away(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.write(1, 4);
            world.write(2, 1);
            AuditVerification whole = world.verify(1);
            world.clock.advance(Duration.ofDays(40));
            world.write(1, 2);
            world.retention(Duration.ofDays(30)).prune();
            AuditVerification left = world.verify(1);
            assertThat(left)
                    .returns(true, AuditVerification::ok)
                    .returns(2L, AuditVerification::lines)
                    .returns(6L, AuditVerification::seq)
                    .returns(4L, AuditVerification::clearedTo)
                    .returns(world.clock.instant(), AuditVerification::clearedAt);
            assertThat(world.verify(2)).returns(0L, AuditVerification::lines).returns(true, AuditVerification::ok);
            assertThat(world.chains
                            .verify(1, new AuditChains.Noted(4, whole.hash()))
                            .ok())
                    .isTrue();
            assertThat(world.chains
                            .verify(1, new AuditChains.Noted(4, AuditLine.BEGIN))
                            .ok())
                    .isFalse();
            assertThatThrownBy(() -> world.chains.verify(1, new AuditChains.Noted(3, AuditLine.BEGIN)))
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("cleared away");
            world.execute("delete from audit_log where tenant_id = 1 and seq = 5");
            assertThat(world.verify(1).fault().sentence()).startsWith("Line 5 is missing");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void no_line_is_cleared_away_before_its_time_and_none_for_ever(TestDatabases.Kind kind) {
        try (AuditWorld world = new AuditWorld(kind)) {
            world.write(1, 3);
            world.clock.advance(Duration.ofDays(30).minusSeconds(2));
            world.retention(Duration.ZERO).prune();
            assertThat(world.verify(1).lines()).isEqualTo(3);
            world.retention(Duration.ofDays(30)).prune();
            assertThat(world.verify(1)).returns(3L, AuditVerification::lines);
            world.clock.advance(Duration.ofNanos(1000));
            world.retention(Duration.ofDays(30)).prune();
            assertThat(world.verify(1)).returns(2L, AuditVerification::lines).returns(true, AuditVerification::ok);
        }
    }
}
