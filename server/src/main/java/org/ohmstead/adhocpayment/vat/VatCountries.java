package org.ohmstead.adhocpayment.vat;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The 27 countries of the EU and Northern Ireland (XI), as VIES has them, and Great Britain (GB), whose numbers are made like
 * those of XI although VIES has them no more. Numbers of private people are judged by their pattern where their check digits are
 * disputed: whoever has one is not to be refused for it.
 */
final class VatCountries {
    private static final String BRITISH = "\\d{9}|\\d{12}|GD[0-4]\\d{2}|HA[5-9]\\d{2}";

    static final Map<String, VatCountry> ALL = Map.ofEntries(
            country("AT", "U\\d{8}", VatDigits::austria),
            country("BE", "[01]?\\d{9}", VatDigits::belgium),
            country("BG", "\\d{9,10}", VatDigits::bulgaria),
            country("CY", "\\d{8}[A-Z]", VatDigits::cyprus),
            country("CZ", "\\d{8,10}", VatDigits::czechia),
            country("DE", "[1-9]\\d{8}", VatDigits::mod11Mod10),
            country("DK", "\\d{8}", rest -> VatDigits.sum(rest, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0),
            country("EE", "10\\d{7}", rest -> VatDigits.sum(rest, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0),
            country("EL", "\\d{9}", VatDigits::greece),
            country("ES", "[A-Z]\\d{8}|[A-Z]\\d{7}[A-Z]|\\d{8}[A-Z]", VatDigits::spain),
            country("FI", "\\d{8}", VatDigits::finland),
            country("FR", "[0-9A-HJ-NP-Z]{2}\\d{9}", VatDigits::france),
            country("HR", "\\d{11}", VatDigits::mod11Mod10),
            country("HU", "\\d{8}", rest -> VatDigits.sum(rest, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0),
            country("IE", "\\d{7}[A-W][A-I]?|\\d[A-Z+*]\\d{5}[A-W]", VatDigits::ireland),
            country("IT", "\\d{11}", VatDigits::luhn),
            country("LT", "\\d{9}|\\d{12}", VatDigits::lithuania),
            country("LU", "\\d{8}", VatDigits::luxembourg),
            country("LV", "\\d{11}", VatDigits::latvia),
            country("MT", "[1-9]\\d{7}", VatDigits::malta),
            country("NL", "\\d{9}B\\d{2}", VatDigits::netherlands),
            country("PL", "\\d{10}", VatDigits::poland),
            country("PT", "[1-9]\\d{8}", VatDigits::portugal),
            country("RO", "[1-9]\\d{1,9}", VatDigits::romania),
            country("SE", "\\d{12}", rest -> VatDigits.luhn(rest.substring(0, 10))),
            country("SI", "[1-9]\\d{7}", VatDigits::slovenia),
            country("SK", "[1-9]\\d{9}", rest -> Long.parseLong(rest) % 11 == 0),
            country("XI", BRITISH, VatDigits::britain),
            country("GB", BRITISH, VatDigits::britain));

    static final String NAMES = String.join(", ", new TreeSet<>(ALL.keySet()));

    private VatCountries() {}

    private static Map.Entry<String, VatCountry> country(String code, String pattern, Predicate<String> digits) {
        return entry(code, new VatCountry(Pattern.compile(pattern), digits));
    }
}
