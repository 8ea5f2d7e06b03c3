package org.ohmstead.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
    @Test
    void a_limit_is_50_unless_asked_otherwise() {
        assertThat(Limit.of(null).rows()).isEqualTo(50);
        assertThat(Limit.of("").rows()).isEqualTo(50);
        assertThat(Limit.of(" 500 ").rows()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "-1", "many", "9999999999"})
    void a_limit_out_of_range_is_refused_by_its_name(String limit) {
        assertThatThrownBy(() -> Limit.of(limit)).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(problem.field()).isEqualTo("limit");
            assertThat(problem.detail()).contains(limit.strip()).contains("500");
        });
    }

    @Test
    void a_cursor_comes_back_as_it_went_out_whatever_the_keys_hold() {
        Cursor cursor = Cursor.at("Ä/|7", "", "2");
        Cursor back = Cursor.of(cursor.text());
        assertThat(back).isEqualTo(cursor);
        assertThat(back.key(0, 3)).isEqualTo("Ä/|7");
        assertThat(back.number(2, 3)).isEqualTo(2);
        assertThat(Cursor.of(Cursor.at(42).text()).id()).isEqualTo(42);
        assertThat(Cursor.of(null)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"%%%", "!", "AAAA//", "/w"})
    void a_cursor_that_was_never_given_out_is_refused_by_its_name(String cursor) {
        assertThatThrownBy(() -> Cursor.of(cursor).id()).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(problem.field()).isEqualTo("cursor");
        });
    }

    @Test
    void a_cursor_with_the_character_0_is_refused() {
        assertThatThrownBy(() -> Cursor.of(Cursor.at("a\0").text())).isInstanceOf(Refused.class);
    }

    @Test
    void a_cursor_of_another_list_is_refused() {
        assertThatThrownBy(() -> Cursor.at("a", "b").id()).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> Cursor.at("a").id()).isInstanceOf(Refused.class);
    }

    @Test
    void a_page_names_its_next_one_only_when_there_is_more() {
        Page<Integer> full = Page.of(List.of(1, 2, 3), new Limit(2), Cursor::at);
        assertThat(full.items()).containsExactly(1, 2);
        assertThat(Cursor.of(full.next()).id()).isEqualTo(2);
        assertThat(Page.of(List.of(1, 2), new Limit(2), Cursor::at).next()).isNull();
        assertThat(full.map(n -> "n" + n).items()).containsExactly("n1", "n2");
    }
}
