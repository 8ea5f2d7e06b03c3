package org.ohmstead.billing.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.ohmstead.ledger.Money;

/** The words of invoices in a language, and how numbers and times are written there. */
public final class InvoiceWords {
    /** Those of the dashboard. */
    public static final List<String> LANGUAGES = List.of("en", "de", "es", "fr", "ru", "th", "uz");

    private static final ConcurrentMap<String, InvoiceWords> KNOWN = new ConcurrentHashMap<>();
    private static final int MOST_DECIMALS = 4;

    private final Locale locale;
    private final Properties words = new Properties();

    private InvoiceWords(String language) {
        locale = Locale.forLanguageTag(language);
        try (InputStream in = InvoiceWords.class.getResourceAsStream("words_" + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("The words of invoices in " + language + " are missing");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The words in the language of a tag such as {@code de-AT}; English, where there are none. */
    public static InvoiceWords of(String tag) {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return KNOWN.computeIfAbsent(LANGUAGES.contains(language) ? language : "en", InvoiceWords::new);
    }

    /** @throws IllegalArgumentException there is no such word */
    public String say(String key) {
        String word = words.getProperty(key);
        if (word == null) {
            throw new IllegalArgumentException("invoices have no word for " + key + " in " + locale);
        }
        return word;
    }

    /** All keys, for a test that all languages have them. */
    Set<String> keys() {
        return words.stringPropertyNames();
    }

    public String language() {
        return locale.getLanguage();
    }

    public String money(Money money) {
        return number(money.amount(), money.amount().scale()) + "\u00a0" + money.currency();
    }

    /** With so many decimals as it has. */
    public String money(BigDecimal amount) {
        return number(amount, amount.scale());
    }

    /** Without zeros at the end. */
    public String number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        return number(plain, Math.clamp(plain.scale(), 0, MOST_DECIMALS));
    }

    private String number(BigDecimal number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    public String date(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(at.atZone(zone));
    }

    public String time(Instant at, ZoneId zone) {
        return date(at, zone) + " "
                + DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
    }
}
