package org.ohmstead.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {
    private static final Tagged STANDING = () -> new EntityTag("\"abc\"");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"*", " * ", "\"abc\"", "\"x\", \"abc\"", "\"x\",\"abc\" ,", ", \"abc\""})
    void a_state_that_is_named_may_be_changed(@Nullable String header) {
        assertThatCode(() -> IfMatch.of(header).check(STANDING)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"abcd\"", "\"x\", \"y\"", "W/\"abc\"", "\"\""})
    void another_state_may_not_and_a_weak_tag_names_none(String header) {
        assertThatThrownBy(() -> IfMatch.of(header).check(STANDING)).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Refused.Kind.CHANGED);
            assertThat(problem.detail()).contains("\"abc\"");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "\"abc", "\"abc\" \"x\"", "", "*, \"abc\"", "\"a\"bc\""})
    void what_is_no_list_of_tags_is_refused_before_anything_is_read(String header) {
        assertThatThrownBy(() -> IfMatch.of(header)).isInstanceOfSatisfying(Refused.class, problem -> {
            assertThat(problem.kind()).isEqualTo(Refused.Kind.INVALID);
            assertThat(problem.field()).isEqualTo("If-Match");
        });
    }

    @Test
    void each_part_of_a_state_counts_and_so_does_where_it_ends() {
        assertThat(EntityTag.of("ab", "c")).isEqualTo(EntityTag.of("ab", "c"));
        assertThat(EntityTag.of("ab", "c"))
                .isNotEqualTo(EntityTag.of("a", "bc"))
                .isNotEqualTo(EntityTag.of("ab", "c", null))
                .isNotEqualTo(EntityTag.of("ab", "d"));
        assertThat(EntityTag.of((Object) null)).isNotEqualTo(EntityTag.of("null"));
        assertThat(EntityTag.of(1).text()).matches("\"[0-9a-f]{16}\"");
    }
}
