package org.ohmstead.app.settings;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ohmstead.access.Networks;

/** A setting that exists: a component of one of the records. */
record Known(String name, Class<?> type, Setting setting) {

    static List<Known> all() {
        return Settings.RECORDS.stream().flatMap(type -> of(type).stream()).toList();
    }

    static List<Known> of(Class<? extends Record> type) {
        List<Known> known = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            Setting setting = Objects.requireNonNull(
                    component.getAnnotation(Setting.class),
                    () -> type + "." + component.getName() + " is undocumented");
            known.add(new Known(Words.kebab(component.getName()), component.getType(), setting));
        }
        return known;
    }

    /** The value of a text; empty: it is not allowed. */
    Optional<Object> value(String text) {
        if (!setting.off().isEmpty() && setting.off().equalsIgnoreCase(text.strip())) {
            return Optional.of(Values.off(type));
        }
        return Values.parse(type, text).filter(this::isWithin);
    }

    /** Whether nothing is a value too. */
    boolean isList() {
        return type == List.class || type == Networks.class;
    }

    Object fallback() {
        return value(setting.fallback())
                .orElseThrow(() -> new IllegalStateException("the default of " + name + " is not allowed"));
    }

    /** In words, for the reference and for errors. */
    String allowed() {
        StringBuilder words = new StringBuilder(Values.describe(type));
        if (!setting.min().isEmpty()) {
            words.append(" from ").append(setting.min()).append(" to ").append(setting.max());
        }
        if (!setting.off().isEmpty()) {
            words.append(", or ").append(setting.off());
        }
        return words.toString();
    }

    /** What somebody meant who wrote {@code name}. */
    static Optional<String> guess(String name) {
        return all().stream()
                .map(Known::name)
                .filter(known -> distance(known, name) <= Math.max(2, name.length() / 4))
                .min((a, b) -> distance(a, name) - distance(b, name));
    }

    private boolean isWithin(Object value) {
        return setting.min().isEmpty()
                || (Values.compare(value, limit(setting.min())) >= 0
                        && Values.compare(value, limit(setting.max())) <= 0);
    }

    private Object limit(String text) {
        return Values.parse(type, text).orElseThrow();
    }

    /** Levenshtein's. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
