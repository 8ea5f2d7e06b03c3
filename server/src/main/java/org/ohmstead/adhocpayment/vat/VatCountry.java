package org.ohmstead.adhocpayment.vat;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * How numbers of a country are written.
 *
 * @param digits whether the check digits are right; true where there are none that are public
 */
record VatCountry(Pattern pattern, Predicate<String> digits) {}
