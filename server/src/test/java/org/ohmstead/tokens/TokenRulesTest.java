package org.ohmstead.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.api.Refused;

/** What a token must look like: each limit from both of its sides, and a message that names it. */
class TokenRulesTest {
    private static Token card(String value, String type) {
        return new Token(value, type, null, false, null, 1, List.of(), null, null, null, null);
    }

    private static Token with(@Nullable String group, int most, @Nullable Integer priority) {
        return new Token("04A2", "ISO14443", group, false, null, most, List.of(), priority, null, null, null);
    }

    private static Token texts(@Nullable String language, @Nullable String message, @Nullable String note) {
        return new Token("04A2", "ISO14443", null, false, null, 1, List.of(), null, language, message, note);
    }

    private static Token at(Token.Place... places) {
        return new Token("04A2", "ISO14443", null, false, null, 1, List.of(places), null, null, null, null);
    }

    private static Token known(List<String> values) {
        return new Token("04A2", "ISO14443", null, false, null, 1, List.of(), null, null, null, null, values);
    }

    private static void allowed(Token token) {
        assertThat(TokenRules.checked(token)).isSameAs(token);
    }

    private static void refused(Token token, String field, String... words) {
        Refused problem = catchThrowableOfType(Refused.class, () -> TokenRules.checked(token));
        assertThat(problem).as("refused for its " + field).isNotNull();
        assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
        assertThat(problem.field()).isEqualTo(field);
        for (String word : words) {
            assertThat(problem.detail()).contains(word);
        }
    }

    @Test
    void a_value_has_up_to_255_characters_and_is_empty_only_for_a_start_button() {
        allowed(card("A".repeat(255), "ISO14443"));
        refused(card("A".repeat(256), "ISO14443"), "value", "256", "0 to 255");
        allowed(card("", "NoAuthorization"));
        refused(card("", "ISO14443"), "value", "NoAuthorization");
        refused(card(" ", "ISO14443"), "value", "NoAuthorization");
    }

    @Test
    void texts_have_the_length_that_a_station_can_take() {
        allowed(card("A", "T".repeat(20)));
        refused(card("A", "T".repeat(21)), "type", "21", "1 to 20");
        refused(card("A", ""), "type");
        allowed(with("G".repeat(255), 1, null));
        refused(with("G".repeat(256), 1, null), "group", "256");
        refused(with("", 1, null), "group");
        allowed(texts(null, "m".repeat(1024), "n".repeat(1024)));
        refused(texts(null, "m".repeat(1025), null), "personalMessage", "1 to 1024");
        refused(texts(null, "", null), "personalMessage");
        allowed(texts(null, null, ""));
        refused(texts(null, null, "n".repeat(1025)), "note", "0 to 1024");
    }

    @Test
    void numbers_are_in_their_range() {
        allowed(with(null, 0, -9));
        allowed(with(null, 1000, 9));
        refused(with(null, -1, null), "maxSessions", "-1", "from 0 to 1000");
        refused(with(null, 1001, null), "maxSessions", "1001");
        refused(with(null, 1, -10), "priority", "from -9 to 9");
        refused(with(null, 1, 10), "priority");
    }

    @ParameterizedTest
    @CsvSource({"de, true", "en-GB, true", "d, false", "12, false", "de-DE-1996, false"})
    void a_language_is_a_tag_of_up_to_eight_characters(String language, boolean allowed) {
        if (allowed) {
            allowed(texts(language, null, null));
        } else {
            refused(texts(language, null, null), "language", "allowed");
        }
    }

    @Test
    void a_place_is_named_once_and_its_evses_count_from_one() {
        allowed(at(new Token.Place("CP-7", List.of(1, Integer.MAX_VALUE)), new Token.Place("CP-8", List.of())));
        refused(at(new Token.Place("", List.of())), "allowed[0].station");
        refused(at(new Token.Place("S".repeat(256), List.of())), "allowed[0].station");
        refused(
                at(new Token.Place("CP-7", List.of(1)), new Token.Place("cp-7", List.of(2))),
                "allowed[1].station",
                "cp-7");
        refused(at(new Token.Place("CP-7", List.of(1, 0))), "allowed[0].evses", "from 1.");
    }

    @Test
    void further_values_are_twenty_at_most_and_each_another_one() {
        allowed(known(IntStream.range(0, 20).mapToObj(i -> "V" + i).toList()));
        refused(known(IntStream.range(0, 21).mapToObj(i -> "V" + i).toList()), "alsoKnownAs", "21", "20");
        refused(known(List.of("B1", "b1")), "alsoKnownAs[1]", "b1");
        refused(known(List.of("04a2")), "alsoKnownAs[0]", "04a2");
        refused(known(List.of(" ")), "alsoKnownAs[0]");
        refused(known(List.of("V".repeat(256))), "alsoKnownAs[0]", "256");
    }
}
