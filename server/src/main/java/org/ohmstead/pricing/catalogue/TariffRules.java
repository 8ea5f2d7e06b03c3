package org.ohmstead.pricing.catalogue;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.ocpi.OcpiTariff;

/** What a tariff's own fields may be, beside those that make its price. */
final class TariffRules {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_NOTE = 500;
    /** CiString(36) of OCPI, of what can be printed. */
    private static final Pattern OCPI_ID = Pattern.compile("[\\x21-\\x7e]{1,36}");

    private static final Pattern COUNTRY = Pattern.compile("[A-Za-z]{2}");
    private static final Pattern PARTY = Pattern.compile("[A-Za-z0-9]{3}");

    private TariffRules() {}

    static String name(String field, @Nullable String name) {
        if (name == null || name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refused.invalid(
                    field,
                    field + " is " + (name == null ? "missing" : "'" + name + "'") + "; allowed are 1 to "
                            + LONGEST_NAME + " characters.");
        }
        return whole(field, name.strip());
    }

    static @Nullable String note(String field, @Nullable String note) {
        if (note == null || note.isBlank()) {
            return null;
        }
        if (note.strip().length() > LONGEST_NOTE) {
            throw Refused.invalid(
                    field, field + " has " + note.strip().length() + " characters; allowed are " + LONGEST_NOTE + ".");
        }
        return whole(field, note.strip());
    }

    static @Nullable String ocpiId(String field, @Nullable String id) {
        return matching(field, id, OCPI_ID, "up to 36 letters, digits and signs of ASCII, without blanks");
    }

    /** Whose it is: the two fields that OCPI wants and that make no difference to prices. */
    static void owner(String path, OcpiTariff form) {
        matching(path + ".country_code", form.countryCode(), COUNTRY, "two letters, such as DE");
        matching(path + ".party_id", form.partyId(), PARTY, "three letters or digits, such as ALL");
    }

    private static @Nullable String matching(String field, @Nullable String text, Pattern allowed, String words) {
        if (text != null && !allowed.matcher(text).matches()) {
            throw Refused.invalid(field, field + " is '" + text + "'; allowed are " + words + ".");
        }
        return text;
    }

    /** No database keeps half a character as it is. */
    static String whole(String field, String text) {
        if (text.codePoints().anyMatch(each -> each <= Character.MAX_VALUE && Character.isSurrogate((char) each))) {
            throw Refused.invalid(
                    field, field + " has half a character (an unpaired surrogate); allowed is any whole one.");
        }
        return text;
    }
}
