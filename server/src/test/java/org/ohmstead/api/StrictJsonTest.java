package org.ohmstead.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API takes what is meant and nothing that only looks like it. */
class StrictJsonTest {
    enum Colour {
        RED,
        GREEN
    }

    record Inner(@Nullable String station, @Nullable List<Integer> evses) {}

    record Body(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable Long large,
            @Nullable Boolean flag,
            @Nullable BigDecimal decimal,
            @Nullable Instant at,
            @Nullable Colour colour,
            @Nullable Inner inner,
            @Nullable List<Inner> list,
            @Nullable Counted counted) {}

    record Counted(int count, boolean on) {}

    private final ObjectMapper json = mapper();

    /** As the server makes it. */
    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper();
        StrictJson.apply(mapper);
        return mapper.registerModule(new JavaTimeModule()); // the framework does, after us
    }

    private Refused refused(String body) {
        JsonProcessingException thrown = catchThrowableOfType(
                JsonProcessingException.class, () -> json.readValue(body.replace('\'', '"'), Body.class));
        assertThat(thrown).as(body).isNotNull();
        return JsonBody.problem(thrown);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'text':5}                         | text              | text is 5; allowed is a text
            {'text':1.5}                       | text              | text is 1.5; allowed is a text
            {'text':true}                      | text              | text is true; allowed is a text
            {'text':{'a':1}}                   | text              | text is an object; allowed is a text
            {'text':['a']}                     | text              | text is a list; allowed is a text
            {'number':'5'}                     | number            | number is '5'; allowed is a whole number
            {'number':''}                      | number            | allowed is a whole number
            {'number':1.5}                     | number            | number is 1.5; allowed is a whole number
            {'number':5.0}                     | number            | number is 5.0; allowed is a whole number
            {'number':true}                    | number            | number is true; allowed is a whole number
            {'number':99999999999}             | number            | number is out of range; allowed is a whole number from
            {'number':[]}                      | number            | number is a list; allowed is a whole number
            {'counted':{'count':null,'on':true}}  | counted.count | counted.count is null; allowed is a whole number
            {'large':'7'}                      | large             | large is '7'; allowed is a whole number
            {'flag':'true'}                    | flag              | flag is 'true'; allowed is true or false.
            {'flag':1}                         | flag              | flag is 1; allowed is true or false.
            {'flag':''}                        | flag              | allowed is true or false.
            {'counted':{'count':1,'on':'false'}}  | counted.on    | counted.on is 'false'; allowed is true or false.
            {'counted':{'count':1}}            | counted.on        | counted.on is null; allowed is true or false.
            {'decimal':'1.5'}                  | decimal           | decimal is '1.5'; allowed is a number.
            {'at':1767225600}                  | at                | at is a number; allowed is a time such as
            {'at':'1767225600'}                | at                | at is '1767225600'; allowed is a time such as
            {'at':''}                          | at                | at is ''; allowed is a time such as
            {'at':'2026-01-31'}                | at                | at is '2026-01-31'; allowed is a time such as
            {'at':'+999999999-01-01T00:00:00Z'} | at              | allowed is a time such as
            {'text':'a\\u0000'}                 | text              | allowed is a text without the character 0
            {'colour':0}                       | colour            | allowed is one of RED, GREEN.
            {'colour':'red'}                   | colour            | colour is 'red'; allowed is one of RED, GREEN.
            {'colour':''}                      | colour            | allowed is one of RED, GREEN.
            {'inner':'CP-7'}                   | inner             | inner is a text; allowed is an object.
            {'inner':''}                       | inner             | allowed is an object.
            {'inner':[]}                       | inner             | inner is a list; allowed is an object.
            {'inner':{'evses':[null]}}         | inner.evses[0]    | null
            {'inner':{'evses':['1']}}          | inner.evses[0]    | inner.evses[0] is '1'; allowed is a whole number
            {'inner':{'evses':1}}              | inner.evses       | inner.evses is a number; allowed is a list.
            {'list':[{},null]}                 | list[1]           | null
            {'list':[{'station':7}]}           | list[0].station   | list[0].station is 7; allowed is a text
            {'list':{}}                        | list              | list is an object; allowed is a list.
            {'nothing':1}                      | nothing           | There is no field nothing; allowed are at, colour
            {'inner':{'evse':1}}               | inner.evse        | There is no field inner.evse; allowed are evses, station.
            {'text':'a','text':'b'}            | text              | The field text stands twice
            {'inner':{'evses':[],'evses':[]}}  | evses             | The field evses stands twice
            []                                 | body              | body is a list; allowed is an object.
            'text'                             | body              | body is a text; allowed is an object.
            """)
    void what_has_another_type_is_refused_with_its_field_and_what_was_found(String body, String field, String detail) {
        Refused problem = refused(body);
        assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
        assertThat(problem.detail()).contains(detail);
        assertThat(problem.field()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'text':'a'} x       | more behind the end
            {'text':'a'}{}       | more behind the end
            {'text':'a'          | no JSON
            {'text':a}           | no JSON
            {'number':01}         | no JSON
            {'flag':NaN}           | no JSON
            """)
    void what_is_no_json_is_refused_with_its_line(String body, String detail) {
        Refused problem = refused(body);
        assertThat(problem.title()).isEqualTo("Malformed JSON");
        assertThat(problem.detail()).contains("(line 1)");
        assertThat(problem.field()).isNull();
        if (!body.endsWith("x")) { // which is no value at all
            assertThat(problem.detail()).contains(detail);
        }
    }

    @Test
    void what_is_meant_is_taken() throws Exception {
        String body = """
                {"text":"5","number":5,"large":9999999999,"flag":true,"decimal":1.50,
                 "at":"2026-01-31T12:00:00+02:00","colour":"RED","inner":{"station":"","evses":[1,2]},"list":[{}],"counted":{"count":1,"on":false}} """;
        assertThat(json.readValue(body, Body.class))
                .isEqualTo(new Body(
                        "5",
                        5,
                        9999999999L,
                        true,
                        new BigDecimal("1.50"),
                        Instant.parse("2026-01-31T10:00:00Z"),
                        Colour.RED,
                        new Inner("", List.of(1, 2)),
                        List.of(new Inner(null, null)),
                        new Counted(1, false)));
    }

    record Anything(@Nullable JsonNode value) {}

    @Test
    void null_where_any_json_may_stand_is_the_same_as_nothing() throws Exception {
        assertThat(json.readValue("{\"value\":null}", Anything.class).value()).isNull();
        assertThat(json.readValue("{}", Anything.class).value()).isNull();
        assertThat(json.readValue("{\"value\":{\"a\":null}}", Anything.class)
                        .value()
                        .path("a")
                        .isNull())
                .isTrue();
        assertThat(json.readTree("null").isNull()).isTrue();
    }

    @Test
    void a_list_of_bodies_has_no_empty_places() {
        JsonProcessingException thrown = catchThrowableOfType(
                JsonProcessingException.class, () -> json.readValue("[{},null]", new TypeReference<List<Inner>>() {}));
        assertThat(JsonBody.problem(thrown).field()).isEqualTo("[1]");
    }

    @Test
    void a_patch_is_as_strict_as_a_body() throws Exception {
        ObjectNode changes = (ObjectNode) json.readTree("{\"evses\":[\"1\"]}");
        Refused problem = catchThrowableOfType(
                Refused.class, () -> JsonBody.patch(json, new Inner("CP-7", null), changes, Inner.class));
        assertThat(problem.field()).isEqualTo("evses[0]");
        JsonProcessingException twice =
                catchThrowableOfType(JsonProcessingException.class, () -> json.readTree("{\"a\":1,\"a\":2}"));
        assertThat(JsonBody.problem(twice).field()).isEqualTo("a");
    }
}
