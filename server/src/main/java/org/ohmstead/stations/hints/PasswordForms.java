package org.ohmstead.stations.hints;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ohmstead.stations.connections.AttemptHint.Kind;

/** What a station may have meant by the password that it has sent: a few forms, because each costs a hash to try. */
final class PasswordForms {
    private static final Pattern QUOTED = Pattern.compile("([\"'`])(.+)\\1", Pattern.DOTALL);
    private static final Pattern HEX = Pattern.compile("([0-9A-Fa-f]{2})+");
    private static final Pattern SEPARATED = Pattern.compile("(?:0[xX])?[0-9A-Fa-f]{2}(?:[:\\- ]?[0-9A-Fa-f]{2})+");
    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-Fa-f]{2})");

    private PasswordForms() {}

    /** Something to try. */
    record Form(Kind kind, byte[] password) {}

    static List<Form> of(byte[] sent, String identity) {
        List<Form> forms = new ArrayList<>();
        String text = new String(sent, StandardCharsets.ISO_8859_1);
        add(forms, Kind.PASSWORD_WITH_BLANKS, text, text.strip().replaceAll("^\\x00+|\\x00+$", ""));
        Matcher quoted = QUOTED.matcher(text.strip());
        if (quoted.matches()) {
            add(forms, Kind.PASSWORD_IN_QUOTES, text, quoted.group(2));
        }
        if (text.regionMatches(true, 0, identity + ":", 0, identity.length() + 1)) {
            add(forms, Kind.PASSWORD_WITH_USER_NAME, text, text.substring(identity.length() + 1));
        }
        add(forms, Kind.PASSWORD_PERCENT_ENCODED, text, percentDecoded(text));
        hex(forms, text);
        base64(forms, text);
        if (!text.equals(new String(sent, StandardCharsets.US_ASCII))) {
            forms.add(new Form(Kind.PASSWORD_IN_LATIN_1, text.getBytes(StandardCharsets.UTF_8)));
        }
        add(forms, Kind.PASSWORD_IN_OTHER_CASE, text, swapped(text));
        add(forms, Kind.PASSWORD_IN_OTHER_CASE, text, text.toLowerCase(Locale.ROOT));
        add(forms, Kind.PASSWORD_IN_OTHER_CASE, text, text.toUpperCase(Locale.ROOT));
        return forms;
    }

    private static void hex(List<Form> forms, String text) {
        if (HEX.matcher(text).matches()) {
            String inner = new String(HexFormat.of().parseHex(text), StandardCharsets.ISO_8859_1);
            if (HEX.matcher(inner).matches()) { // whose bytes are tried with it
                add(forms, Kind.PASSWORD_HEX_TWICE, text, inner);
            }
        } else if (SEPARATED.matcher(text).matches()) {
            add(
                    forms,
                    Kind.PASSWORD_HEX_WITH_SEPARATORS,
                    text,
                    text.replaceFirst("^0[xX]", "").replaceAll("[:\\- ]", ""));
        }
    }

    private static void base64(List<Form> forms, String text) {
        try {
            forms.add(new Form(Kind.PASSWORD_BASE64_TWICE, Base64.getDecoder().decode(text)));
        } catch (IllegalArgumentException e) {
            // it is none
        }
    }

    private static void add(List<Form> forms, Kind kind, String sent, String meant) {
        byte[] bytes = meant.getBytes(StandardCharsets.ISO_8859_1);
        boolean isNew = !meant.isEmpty()
                && !meant.equals(sent)
                && forms.stream().noneMatch(form -> Arrays.equals(form.password(), bytes));
        if (isNew) {
            forms.add(new Form(kind, bytes));
        }
    }

    private static String percentDecoded(String text) {
        return ESCAPE.matcher(text)
                .replaceAll(escape ->
                        Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(escape.group(1), 16))));
    }

    /** As somebody types it whose caps lock is on. */
    private static String swapped(String text) {
        StringBuilder other = new StringBuilder(text.length());
        text.chars()
                .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
                .forEach(c -> other.append((char) c));
        return other.toString();
    }
}
