package org.ohmstead.app.openapi;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.jboss.jandex.ClassInfo;

/** The words of an enum in the API: what its {@code word()} or {@code number()} says, else the names of its constants. Asked while the server is built. */
final class EnumWords {
    private static final List<String> NAMES = List.of("word", "number");

    private EnumWords() {}

    static List<Object> of(ClassInfo type) {
        try {
            Class<?> loaded = Class.forName(type.name().toString(), true, EnumWords.class.getClassLoader());
            Method word = Arrays.stream(loaded.getDeclaredMethods())
                    .filter(method -> NAMES.contains(method.getName()) && method.getParameterCount() == 0)
                    .findFirst()
                    .orElse(null);
            if (word == null) {
                return Arrays.stream(loaded.getEnumConstants())
                        .<Object>map(constant -> ((Enum<?>) constant).name())
                        .toList();
            }
            word.setAccessible(true);
            Object[] words = new Object[loaded.getEnumConstants().length];
            for (int i = 0; i < words.length; i++) {
                words[i] = word.invoke(loaded.getEnumConstants()[i]);
            }
            return List.of(words);
        } catch (ClassNotFoundException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("The words of " + type.name() + " cannot be read for the API document", e);
        }
    }
}
