package org.ohmstead.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {
    private record Gate(String name, Integer wide, Instant since, Duration pause, List<String> tags) {}

    private static final Instant MAY = Instant.parse("2026-05-01T10:00:00Z");
    private static final Gate NORTH = new Gate("North", null, MAY, Duration.ofSeconds(30), List.of("a"));

    private static String words(AuditEntry entry) {
        return (entry.entity() + " " + entry.entityId() + " " + entry.action() + " " + entry.before() + " "
                        + entry.after())
                .replace('"', '\'');
    }

    @Test
    void a_new_thing_has_its_fields_afterwards_and_one_that_is_gone_before() {
        String fields = "{'name':'North','since':'2026-05-01T10:00:00Z','pause':'PT30S','tags':['a']}";
        assertThat(words(AuditEntry.created("gate", 7L, NORTH))).isEqualTo("gate 7 created null " + fields);
        assertThat(words(AuditEntry.deleted("gate", 7L, NORTH))).isEqualTo("gate 7 deleted " + fields + " null");
    }

    @Test
    void a_change_has_the_fields_that_differ() {
        Gate after = new Gate("North", 3, MAY, null, List.of("a"));
        assertThat(words(AuditEntry.changed("gate", "N", NORTH, after)))
                .isEqualTo("gate N changed {'wide':null,'pause':'PT30S'} {'wide':3,'pause':null}");
        AuditEntry none = AuditEntry.changed("gate", "N", NORTH, NORTH);
        assertThat(none.isNothing()).isTrue();
        assertThat(none.as("opened").isNothing()).as("a verb of its own").isFalse();
        assertThat(words(none.as("opened").with("reason", "fire"))).isEqualTo("gate N opened {} {'reason':'fire'}");
    }

    @Test
    void what_was_done_has_what_in_particular_or_nothing() {
        assertThat(words(AuditEntry.done("gate", "N", "opened"))).isEqualTo("gate N opened null null");
        assertThat(words(AuditEntry.done("gate", "N", "opened", Map.of("by", "hand"))))
                .isEqualTo("gate N opened null {'by':'hand'}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "passwordHash",
                "newPassword",
                "apiKey",
                "keyHash",
                "tokenHash",
                "clientSecret",
                "totpSeed",
                "recoveryCodes",
                "private_key"
            })
    void a_secret_is_never_recorded_though_that_it_changed_is(String field) {
        AuditEntry changed = AuditEntry.changed(
                "user", 1, Map.of(field, "s3cret-1", "name", "x"), Map.of(field, "s3cret-2", "name", "x"));
        assertThat(words(changed)).isEqualTo("user 1 changed {'" + field + "':'***'} {'" + field + "':'***'}");
        assertThat(words(AuditEntry.created("user", 1, Map.of("login", Map.of(field, List.of("s3cret"))))))
                .isEqualTo("user 1 created null {'login':{'" + field + "':'***'}}");
    }

    @Test
    void whether_there_is_a_secret_may_be_known() {
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("password", null);
        before.put("hasPassword", false);
        assertThat(words(AuditEntry.changed("user", 1, before, Map.of("password", "s3cret", "hasPassword", true))))
                .isEqualTo(
                        "user 1 changed {'hasPassword':false,'password':null} {'hasPassword':true,'password':'***'}");
    }

    @Test
    void a_field_may_be_secret_by_what_stands_beside_it_and_does_not_change() {
        Map<String, Object> before = Map.of("type", "KeyCode", "value", "4711", "note", "a");
        Map<String, Object> after = Map.of("type", "KeyCode", "value", "4712", "note", "a");
        assertThat(words(AuditEntry.changed("token", 1, before, after)))
                .isEqualTo("token 1 changed {'value':'***'} {'value':'***'}");
        assertThat(words(AuditEntry.done(
                        "station",
                        "N",
                        "command",
                        Map.of("payload", Map.of("key", "AuthorizationKey", "value", "s3cret")))))
                .contains("AuthorizationKey", "***")
                .doesNotContain("s3cret");
    }

    @Test
    void a_name_that_only_sounds_like_a_secret_is_recorded() {
        assertThat(words(AuditEntry.created("certificate", 1, Map.of("issuerKeyHash", "ab12"))))
                .contains("ab12");
    }

    @Test
    void what_is_very_long_is_told_by_its_length_and_hash() {
        String longest = "x".repeat(AuditFields.LONGEST - 2);
        assertThat(words(AuditEntry.created("gate", 1, Map.of("note", longest))))
                .contains(longest);
        assertThat(words(AuditEntry.created("gate", 1, Map.of("note", longest + "y"))))
                .isEqualTo("gate 1 created null {'note':'(16385 characters of JSON, SHA-256 "
                        + Hash.of('"' + longest + "y\"") + ")'}");
    }
}
