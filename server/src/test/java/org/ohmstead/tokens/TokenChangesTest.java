package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.api.StrictJson;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.stations.TestClock;
import org.ohmstead.tokens.rest.TokenResource;

/** Whatever somebody changes of tokens is on record, one by one and as an import. */
class TokenChangesTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Actor ANNA = new Actor(Scope.tenant(1), Actor.Kind.USER, "anna", Actor.Origin.WITHIN);

    private static Token token(String value, String type, boolean blocked, List<Token.Place> allowed) {
        return new Token(value, type, null, blocked, null, 1, allowed, null, null, null, null, List.of());
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void each_change_of_a_token_is_a_line(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            TestClock clock = new TestClock();
            Tokens tokens = new Tokens(new SqlTokenStore(database, commits), new AuditLog(clock), clock);
            long id = tokens.create(ANNA, token("04AA", "ISO14443", false, List.of()))
                    .id();
            tokens.change(
                    ANNA, id, before -> token("04AA", "ISO14443", true, List.of(new Token.Place("CP-7", List.of(1)))));
            tokens.change(ANNA, id, StoredToken::token);
            assertThatThrownBy(() -> tokens.create(ANNA, token("04AA", "ISO14443", false, List.of())))
                    .isInstanceOf(Refused.class);
            tokens.delete(ANNA, id, any -> {});
            String fields =
                    "{'value':'04AA','type':'ISO14443','blocked':%s,'maxSessions':1,'allowed':%s,'alsoKnownAs':[]}";
            String place = "[{'station':'CP-7','evses':[1]}]";
            assertThat(RecordedLines.of(database, commits))
                    .containsExactly(
                            "user:anna token 1 created  -> " + fields.formatted("false", "[]"),
                            "user:anna token 1 changed {'blocked':false,'allowed':[]} -> {'blocked':true,'allowed':"
                                    + place + "}",
                            "user:anna token 1 deleted " + fields.formatted("true", place) + " ->");
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void an_import_has_a_line_for_each_token_that_it_changed_and_none_for_a_code(TestDatabases.Kind kind) {
        try (Database database = kind.open();
                GroupCommit commits = new GroupCommit(database)) {
            ObjectMapper json = new ObjectMapper();
            StrictJson.apply(json);
            TokenResource resource = TestTokens.resource(database, commits, new TestClock(), json);
            for (String dryRun : List.of("true", "false", "false")) {
                resource.importJson(
                        List.of(
                                JsonNodeFactory.instance.objectNode().put("value", "A"),
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("value", "4711")
                                        .put("type", "KeyCode")),
                        dryRun);
            }
            assertThat(RecordedLines.of(database, commits))
                    .hasSize(2)
                    .allMatch(line -> line.startsWith("local token ") && line.contains(" created "))
                    .noneMatch(line -> line.contains("4711"));
        }
    }
}
