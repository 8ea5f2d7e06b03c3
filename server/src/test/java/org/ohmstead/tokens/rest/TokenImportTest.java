package org.ohmstead.tokens.rest;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.Refused;
import org.ohmstead.api.StrictJson;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.tokens.NoSessions;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.SqlUnknownTokenStore;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.TokenFilter;
import org.ohmstead.tokens.Tokens;
import org.ohmstead.tokens.UnknownTokens;
import org.ohmstead.tokens.blocking.TokenSessions;

/** Lists of tokens, as people and their spreadsheets make them. */
class TokenImportTest {
    private static final Instant NOW = Instant.parse("2026-05-01T12:00:00Z");

    private final Database db = TestDatabases.sqlite();
    private final GroupCommit commits = new GroupCommit(db);
    private final SqlTokenStore store = new SqlTokenStore(db, commits);
    private final UnknownTokens unknown = new UnknownTokens(new SqlUnknownTokenStore(db, commits), store);
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final Tokens tokens = new Tokens(store, new AuditLog(clock), clock);
    private final ObjectMapper json = new ObjectMapper();
    private final TokenResource resource;

    TokenImportTest() {
        StrictJson.apply(json);
        TokenSessions sessions = NoSessions.of(store, clock);
        TokenImport imports = new TokenImport(store, sessions, new AuditLog(clock), json, clock);
        resource = new TokenResource(tokens, imports, unknown, sessions, CurrentActor.of(Actor.LOCAL), json);
    }

    @AfterEach
    void close() {
        commits.close();
        db.close();
    }

    private Imported csv(String table) {
        return resource.importCsv(table.getBytes(UTF_8), "text/csv", null);
    }

    private Imported json(String... entries) {
        return resource.importJson(Arrays.stream(entries).map(this::object).toList(), null);
    }

    private ObjectNode object(String entry) {
        try {
            return (ObjectNode) json.readTree(entry.replace('\'', '"'));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    private Token token(String value) {
        return store.find(Scope.tenant(1), value, null).orElseThrow().token();
    }

    private String refused(String table) {
        Refused problem = catchThrowableOfType(Refused.class, () -> csv(table));
        assertThat(problem).as(table).isNotNull();
        assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
        return problem.detail();
    }

    @Test
    void a_list_of_names_unblocks_no_stolen_card() {
        json("{'value':'STOLEN','blocked':true,'group':'FLEET','maxSessions':3,'expiresAt':'2030-01-01T00:00:00Z',"
                + "'allowed':[{'station':'CP-7','evses':[1]}],'alsoKnownAs':['STO']}");
        Token before = token("STOLEN");
        Imported imported = csv("value,note\nstolen,Maria\nNEW,Tom\n");
        assertThat(imported.created()).isEqualTo(1);
        assertThat(imported.changed()).isEqualTo(1);
        assertThat(imported.rows().getFirst())
                .isEqualTo(new Imported.Row("Line 2", "STOLEN", "changed", List.of("note")));
        assertThat(token("STOLEN"))
                .isEqualTo(new Token(
                        before.value(),
                        before.type(),
                        before.group(),
                        true,
                        before.expiresAt(),
                        before.maxSessions(),
                        before.allowed(),
                        null,
                        null,
                        null,
                        "Maria",
                        before.alsoKnownAs()));
        assertThat(json("{'value':'STOLEN','note':'Tom'}").changed()).isEqualTo(1);
        assertThat(token("STOLEN").blocked()).isTrue();
        assertThat(token("STOLEN").group()).isEqualTo("FLEET");
        csv("value,blocked,note\nSTOLEN,,\n");
        assertThat(token("STOLEN").blocked()).as("an empty cell").isTrue();
        assertThat(token("STOLEN").note()).isEqualTo("Tom");
        csv("value,blocked,note,group\nSTOLEN,false,null,null\n");
        assertThat(token("STOLEN").blocked()).isFalse();
        assertThat(token("STOLEN").note()).isNull();
        assertThat(token("STOLEN").group()).isNull();
        assertThat(json("{'value':'STOLEN','maxSessions':null}")
                        .rows()
                        .getFirst()
                        .fields())
                .containsExactly("maxSessions");
        assertThat(json("{'value':'STOLEN'}").unchanged()).isEqualTo(1);
    }

    @Test
    void what_a_spreadsheet_saves_as_csv_utf_8_is_taken() {
        Imported imported = csv("\uFEFFValue;blocked;expiresAt;Max Sessions;note\r\n"
                + "AB01;FALSE;2027-01-31;2;Müller\r\n"
                + "\r\n"
                + ";;;;\r\n"
                + "AB02;yes;2027-01-31T12:00:00+01:00;;\"a;b\"\"c\r\nd\"\r\n"
                + "AB03;1;;0\r\n");
        assertThat(imported.created()).isEqualTo(3);
        assertThat(imported.rows()).extracting(Imported.Row::where).containsExactly("Line 2", "Line 5", "Line 7");
        assertThat(token("AB01").blocked()).isFalse();
        assertThat(token("AB01").expiresAt()).isEqualTo("2027-01-31T00:00:00Z");
        assertThat(token("AB01").maxSessions()).isEqualTo(2);
        assertThat(token("AB01").note()).isEqualTo("Müller");
        assertThat(token("AB02").blocked()).isTrue();
        assertThat(token("AB02").expiresAt()).isEqualTo("2027-01-31T11:00:00Z");
        assertThat(token("AB02").note()).isEqualTo("a;b\"c\r\nd");
        assertThat(token("AB03").blocked()).isTrue();
        assertThat(token("AB03").maxSessions()).isZero();
    }

    @Test
    void places_and_further_values_have_columns_too() {
        csv("value\tallowed\talsoKnownAs\nA\tCP-7 | CP-8:1, 2\tA1|A2\n");
        assertThat(token("A").allowed())
                .containsExactly(new Token.Place("CP-7", List.of()), new Token.Place("CP-8", List.of(1, 2)));
        assertThat(token("a2").alsoKnownAs()).containsExactly("A1", "A2");
        assertThat(csv("value,note\nA2,the same card\n").changed()).isEqualTo(1);
        assertThat(token("A").note()).isEqualTo("the same card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "UTF-16"})
    void another_encoding_is_taken_where_it_is_told(String charset) {
        String table = "value;note\nAB01;Müller\n";
        byte[] bytes = charset.equals("UTF-16")
                ? ("\uFEFF" + table).getBytes(UTF_16LE)
                : table.getBytes(Charset.forName(charset));
        String type = charset.equals("UTF-16") ? "text/csv" : "text/csv; charset=" + charset;
        assertThat(resource.importCsv(bytes, type, "").created()).isEqualTo(1);
        assertThat(token("AB01").note()).isEqualTo("Müller");
        Refused problem = catchThrowableOfType(
                Refused.class,
                () -> resource.importCsv(table.getBytes(Charset.forName("windows-1252")), "text/csv", null));
        assertThat(problem.detail()).contains("UTF-8");
        Refused unheard = catchThrowableOfType(
                Refused.class, () -> resource.importCsv(new byte[0], "text/csv; charset=klingon", null));
        assertThat(unheard.detail()).contains("klingon");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            value;blocked\\nA;perhaps                  | Line 2: blocked is 'perhaps'; allowed is true or false, yes or no
            value;expiresAt\\n\\nA;31.01.2027          | Line 3: expiresAt is '31.01.2027'; allowed is a day such as 2026-01-31
            value;expiresAt\\nA;2027-02-30             | Line 2: expiresAt is '2027-02-30'
            value\\n4.2E+10                            | its digits are lost
            value;note\\n4,2E+10;x                     | its digits are lost
            value;maxSessions\\nA;many                 | Line 2: maxSessions is 'many'; allowed is a whole number.
            value;maxSessions\\nA;-1                   | Line 2: maxSessions is -1
            value;priority\\nA;99999999999             | Line 2: priority is '99999999999'
            value;allowed\\nA;CP-7:0                   | Line 2: allowed[0].evses is 0
            value;colour\\nA;red                       | There is no column 'colour'; allowed are value, type
            value;Value\\nA;B                          | There are two columns value
            note\\nA                                   | There is no column value
            value;note\\n;Tom                          | Line 2: value is missing
            value;note\\nA;B;C                         | Line 2: cell 3 is 'C', and the header names no column there
            value;note\\nA;"B                          | Line 2: a quotation mark opens a cell and none closes it
            value\\nA\\nB\\na                          | Line 4: it names the same token as line 2 (a)
            value;alsoKnownAs\\nA;C\\nB;C              | Line 3: it names the same token as line 2
            value;alsoKnownAs\\nA;A                    | another spelling of a value that this token has already
            ` `                                        | The table is empty
            """)
    void a_wrong_line_is_named_and_nothing_is_imported(String table, String detail) {
        assertThat(refused(table.replace("\\n", "\n"))).contains(detail);
        assertThat(store.page(Scope.tenant(1), new TokenFilter(null, null, null), 10, null))
                .isEmpty();
    }

    @Test
    void all_wrong_lines_are_named_at_once() {
        String rows = IntStream.rangeClosed(1, 30).mapToObj(i -> "A" + i + ",x").collect(Collectors.joining("\n"));
        assertThat(refused("value,blocked\n" + rows))
                .contains("Line 2:", "Line 21:", "And 10 more.", "Nothing was imported.")
                .doesNotContain("Line 22:");
        Refused entry = catchThrowableOfType(
                Refused.class, () -> json("{'value':'A'}", "{'value':'B','blocked':'true'}", "{'value':7}"));
        assertThat(entry.field()).isEqualTo("[1].blocked");
        assertThat(entry.detail()).contains("Entry 2: blocked is 'true'", "Entry 3: value is missing or no text");
    }

    @Test
    void a_preview_says_what_would_be_and_writes_nothing() {
        csv("value\nA\nB\n");
        Imported preview = resource.importCsv("value,blocked\nA,yes\nB,no\nC,no\n".getBytes(UTF_8), "text/csv", "true");
        assertThat(preview)
                .isEqualTo(new Imported(
                        true,
                        1,
                        1,
                        1,
                        List.of(
                                new Imported.Row("Line 2", "A", "changed", List.of("blocked")),
                                new Imported.Row("Line 4", "C", "created", List.of())),
                        List.of()));
        assertThat(token("A").blocked()).isFalse();
        assertThat(store.find(Scope.tenant(1), "C", null)).isEmpty();
        assertThat(catchThrowableOfType(Refused.class, () -> resource.importJson(List.of(), "maybe"))
                        .field())
                .isEqualTo("dryRun");
    }

    @Test
    void an_entry_without_a_type_is_the_token_of_whatever_type_and_one_with_a_type_its_own() {
        json("{'value':'DE-ABC-C12345678-X','type':'emaid'}");
        assertThat(token("deabcc12345678x").type()).isEqualTo("eMAID");
        assertThat(csv("value,note\nDEABCC12345678X,car\n").changed()).isEqualTo(1);
        assertThat(csv("value,type\nDEABCC12345678X,KeyCode\n").created()).isEqualTo(1);
        assertThat(store.named(Scope.tenant(1), "DEABCC12345678X")).hasSize(2);
    }

    @Test
    void a_further_value_of_another_token_is_refused_with_the_line() {
        json("{'value':'A','alsoKnownAs':['X']}");
        assertThat(refused("value,alsoKnownAs\nB,x\n")).contains("Line 2: alsoKnownAs[0] is a value of token");
        assertThat(refused("value,type\nX,KeyCode\n")).contains("Line 2: value is a value of token");
    }
}
