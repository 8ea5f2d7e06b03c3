package org.ohmstead.smartcharging.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Composite schedules that people computed by hand, in composite-schedules.txt (behaviour 7.5). */
class CompositeSchedulesTest {
    static List<CaseFile.Case> cases() {
        return CaseFile.read("/org/ohmstead/smartcharging/composite-schedules.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void is_as_computed_by_hand(CaseFile.Case one) {
        assertThat(CaseFile.written(one.computed())).as(one.because()).isEqualTo(one.expected());
    }

    @Test
    void there_are_as_many_cases_as_promised_and_each_says_why() {
        assertThat(cases())
                .hasSizeGreaterThanOrEqualTo(60)
                .allMatch(one -> one.because().length() > 12);
        assertThat(cases().stream().map(CaseFile.Case::name)).doesNotHaveDuplicates();
    }
}
