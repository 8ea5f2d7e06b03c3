package org.ohmstead.ocpp.rpc.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;

/** What is mended in broken JSON, and how whoever looks after the station is told: by its place in the text. */
class RepairTest {
    private static List<String> mends(Repair repair) {
        return repair.made().stream().map(Deviation::found).toList();
    }

    /** N stands for NUL and B for a byte order mark. */
    private static String text(String shown) {
        return shown.replace('N', '\0').replace('B', '\uFEFF');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"a\":1,}        | {\"a\":1}           | a comma without a value at character 7",
                "[1,,2]            | [1,2]               | a comma without a value at character 3",
                "[,1]              | [1]                 | a comma without a value at character 1",
                "{,\"a\":1}        | {\"a\":1}           | a comma without a value at character 1",
                "[1,]              | [1]                 | a comma without a value at character 3",
                "{\"a\":}          | {\"a\":null}        | no value at character 5",
                "{\"a\":,\"b\":1}  | {\"a\":null,\"b\":1} | no value at character 5",
                "[1,nan,2]         | [1,null,2]          | no number at character 3",
                "{\"a\":-Infinity} | {\"a\":null}        | no number at character 5",
                "[undefined]       | [null]              | no number at character 1",
                "[none]            | [null]              | no number at character 1",
                "[1] 2             | [1]                 | text after the end at character 3",
                "][1]              | [1]                 | a closing bracket too many at character 0",
                "[}1]              | [1]                 | a closing bracket too many at character 1",
                "[{\"a\":1]        | [{\"a\":1}]         | missing closing brackets at character 7",
                "[{\"a\":[1}]      | [{\"a\":[1]}]       | missing closing brackets at character 8",
                "[{\"a\":\"x\"     | [{\"a\":\"x\"}]     | missing closing brackets at character 9",
                "[[1]              | [[1]]               | missing closing brackets at character 4",
                "[{\"a\":{}        | [{\"a\":{}}]        | missing closing brackets at character 8",
                "[true             | [true]              | missing closing brackets at character 5",
                "[false            | [false]             | missing closing brackets at character 6",
                "[null             | [null]              | missing closing brackets at character 5",
                "[                 | []                  | missing closing brackets at character 1",
                "[{                | [{}]                | missing closing brackets at character 2",
                "B[1]              | [1]                 | a byte order mark or NUL at character 0",
                "[1]N              | [1]                 | text after the end at character 3",
                "[1N]              | [1]                 | a byte order mark or NUL at character 2",
                "[\"aNb\"]         | [\"ab\"]            | a byte order mark or NUL at character 3",
                "[\"a\\\"b\",]     | [\"a\\\"b\"]        | a comma without a value at character 8",
            })
    void one_thing_is_mended_and_named_with_its_place(String broken, String whole, String told) {
        Repair repair = Repair.of(text(broken.strip()), 0);
        assertThat(repair.text()).isEqualTo(whole.strip());
        assertThat(repair.made())
                .containsExactly(new Deviation("frame", Rule.SYNTAX, told.strip(), "well-formed JSON"));
    }

    @Test
    void what_is_wrong_at_one_bracket_is_told_one_by_one() {
        Repair repair = Repair.of("[{\"a\":[{\"b\":},]", 0);
        assertThat(repair.text()).isEqualTo("[{\"a\":[{\"b\":null}]}]");
        assertThat(mends(repair))
                .containsExactly(
                        "no value at character 12",
                        "a comma without a value at character 14",
                        "missing closing brackets at character 15");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[1]",
                " [ 1 , \"a\" ]\r\n",
                "{\"a\":{\"b\":[true,null]}}",
                "[\"a\\\\\"]",
                "[nano]",
                "[infinitely]",
                "[1", // which may have been 12
                "[1,",
                "[tru",
                "[untrue1",
                "[\"ab",
                "[\"ab\\",
                "{\"a\":",
                ""
            })
    void what_is_whole_or_breaks_off_within_a_value_is_left_as_it_is(String text) {
        assertThat(Repair.of(text, 0).made()).isEmpty();
    }

    @Test
    void what_is_deeper_than_the_parser_goes_is_not_mended() {
        assertThat(mends(Repair.of("[".repeat(128), 0))).containsExactly("missing closing brackets at character 128");
        assertThat(Repair.of("[,".repeat(128), 0).made()).isNotEmpty();
        assertThat(Repair.of("[,".repeat(129), 0).made()).isEmpty();
    }

    @Test
    void no_more_than_twenty_places_are_told_of() {
        Repair repair = Repair.of("[" + ",".repeat(30) + "1]", 0);
        assertThat(repair.text()).isEqualTo("[1]");
        assertThat(repair.made()).hasSize(20);
        assertThat(mends(repair)).last().isEqualTo("a comma without a value at character 20");
    }
}
