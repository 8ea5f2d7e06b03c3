package org.ohmstead.adhocpayment.vat;

import java.util.Locale;
import java.util.Optional;

/**
 * A VAT number with its country, such as {@code DE136695976}.
 *
 * @param country two letters as VIES has them: Greece is EL, Northern Ireland XI
 * @param rest    what follows, in capitals, without blanks, dots and hyphens
 */
public record VatNumber(String country, String rest) {
    /** However it is written: people put blanks, dots and hyphens in, and write GR for EL. */
    static VatNumber of(String written) {
        String plain = written.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-_/]", "");
        String country = plain.substring(0, Math.min(2, plain.length()));
        String rest = plain.substring(country.length());
        return new VatNumber(country.equals("GR") ? "EL" : country, rest);
    }

    /**
     * Whether somebody can have it.
     *
     * @return why nobody can; empty: as far as can be seen somebody can
     */
    public static Optional<String> fault(String written) {
        VatNumber number = of(written);
        VatCountry country = VatCountries.ALL.get(number.country());
        if (country == null) {
            return Optional.of("It begins with none of the countries " + VatCountries.NAMES);
        }
        if (!country.pattern().matcher(number.rest()).matches()) {
            return Optional.of("It is not written as numbers of " + number.country() + " are");
        }
        return country.digits().test(number.rest())
                ? Optional.empty()
                : Optional.of("Its check digits are not those of a number of " + number.country());
    }
}
