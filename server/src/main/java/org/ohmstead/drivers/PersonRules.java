package org.ohmstead.drivers;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** What is told of people must look like. */
public final class PersonRules {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_CONTACT = 250;
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_NUMBER = 50;
    private static final int LONGEST_LANGUAGE = 8;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

    private PersonRules() {}

    static Person checked(Person person) {
        text("name", person.name(), LONGEST_NAME, false);
        if (person.name().isBlank()) {
            throw Refused.invalid("name", "name is empty; give one, such as 'Anna Berg'.");
        }
        email("email", person.email());
        text("address", person.address(), LONGEST_TEXT, true);
        text("vatNumber", person.vatNumber(), LONGEST_NUMBER, false);
        language("language", person.language());
        return person;
    }

    static Driver checked(Driver driver) {
        checked(driver.person());
        text("phone", driver.phone(), LONGEST_NUMBER, false);
        text("note", driver.note(), LONGEST_TEXT, true);
        if (driver.method() == PaymentMethod.NONE) {
            throw Refused.invalid("paymentMethod", "paymentMethod is 'none'; allowed are wallet and invoice.");
        }
        return driver;
    }

    public static void email(String field, @Nullable String email) {
        text(field, email, LONGEST_CONTACT, false);
        if (email != null && !EMAIL.matcher(email).matches()) {
            throw Refused.invalid(
                    field, field + " is '" + email + "'; allowed is an e-mail address, such as anna@example.org.");
        }
    }

    public static void language(String field, @Nullable String language) {
        text(field, language, LONGEST_LANGUAGE, false);
        if (language != null && Locale.forLanguageTag(language).getLanguage().isEmpty()) {
            throw Refused.invalid(
                    field, field + " is '" + language + "'; allowed is a tag of RFC 5646 such as de or en-GB.");
        }
    }

    /** @param hasLines whether it may have several */
    public static void text(String field, @Nullable String text, int longest, boolean hasLines) {
        if (text == null) {
            return;
        }
        if (text.length() > longest) {
            throw Refused.invalid(
                    field, field + " has " + text.length() + " characters; allowed are up to " + longest + ".");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && !(hasLines && (c == '\n' || c == '\r')))) {
            throw Refused.invalid(
                    field,
                    field + " has a character that is not printable; allowed are printable ones"
                            + (hasLines ? " and ends of lines." : "."));
        }
        if (text.codePoints().anyMatch(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c))) {
            throw Refused.invalid(
                    field, field + " has half a character (an unpaired surrogate); allowed is any whole one.");
        }
    }
}
