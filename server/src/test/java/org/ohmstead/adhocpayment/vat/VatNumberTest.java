package org.ohmstead.adhocpayment.vat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers that companies print on their own pages, and what is wrong about others. */
class VatNumberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "BE0428759497",
                "BE428759497",
                "BG175074752",
                "CY10259033P",
                "CZ25123891",
                "CZ395601439",
                "CZ7103192745",
                "DE136695976",
                "DK13585628",
                "EE100931558",
                "EL094259216",
                "GR094259216",
                "ES54362315K",
                "ESX2482300W",
                "ESB58378431",
                "ESN5601996A",
                "FI20774740",
                "FR40303265045",
                "FRK7399859412",
                "HR33392005961",
                "HU12892312",
                "IE6433435F",
                "IE8D79739I",
                "IE6433435OA",
                "IT00743110157",
                "LT119511515",
                "LT100001919017",
                "LU15027442",
                "LV40003521600",
                "MT11679112",
                "NL004495445B01",
                "NL123456789B13",
                "PL8567346215",
                "PT501964843",
                "RO18547290",
                "SE123456789701",
                "SI50223054",
                "SK2022749619",
                "XI980780684",
                "GB980780684",
                "GBGD001",
                " de 136.695-976 "
            })
    void one_that_somebody_may_have_is_taken_however_it_is_written(String number) {
        assertThat(VatNumber.fault(number)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "DE136695977, check digits",
        "DE13669597, is not written",
        "ATU13585626, check digits",
        "FR41303265045, check digits",
        "NL004495446B01, check digits",
        "GB980780685, check digits",
        "CH123456789, begins with none of the countries",
        "US123456789, begins with none of the countries",
        "136695976, begins with none of the countries",
        "'', begins with none of the countries",
        "D, begins with none of the countries",
        "DE, is not written",
        "DE1366959㊟, is not written"
    })
    void one_that_nobody_can_have_is_refused_with_the_reason(String number, String why) {
        assertThat(VatNumber.fault(number)).get().asString().contains(why);
    }

    @Test
    void the_countries_are_those_of_the_EU_and_both_parts_of_the_United_Kingdom() {
        Set<String> eu = Set.of(
                "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "EL", "ES", "FI", "FR", "HR", "HU", "IE", "IT", "LT",
                "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");
        Set<String> all = new TreeSet<>(eu);
        all.addAll(Set.of("XI", "GB"));
        assertThat(VatCountries.ALL.keySet()).containsExactlyInAnyOrderElementsOf(all);
    }
}
