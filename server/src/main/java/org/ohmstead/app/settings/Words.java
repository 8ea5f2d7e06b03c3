package org.ohmstead.app.settings;

import java.util.Locale;

/** How the names of Java become the names of settings, and back. */
final class Words {
    private Words() {}

    /** {@code maxMessageSize} to {@code max-message-size}. */
    static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
    }

    /** {@code max-message-size} to {@code OHMSTEAD_MAX_MESSAGE_SIZE}. */
    static String variable(String kebab) {
        return Sources.PREFIX + kebab.replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** {@code V1_6} to {@code 1.6}, {@code PENDING} to {@code pending}. */
    static String of(Enum<?> value) {
        String name = value.name();
        return name.matches("V\\d.*")
                ? name.substring(1).replace('_', '.')
                : name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
