package org.ohmstead.access;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;

/** All permissions that there are: those that the methods of the API ask for. */
@Singleton
public class PermissionWords {
    private final Supplier<Set<String>> read;
    private volatile @Nullable Set<String> words;

    @Inject
    public PermissionWords(BeanManager beans) {
        this.read = () -> beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(method -> method.getAnnotation(Permission.class))
                .filter(Objects::nonNull)
                .map(Permission::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** For those who have no resources. */
    public PermissionWords(Set<String> words) {
        this.read = () -> new TreeSet<>(words);
    }

    /** Sorted. */
    public Set<String> all() {
        Set<String> known = words;
        if (known == null) {
            known = read.get();
            words = known;
        }
        return known;
    }

    /** @throws Refused invalid for a word that no method asks for */
    public void check(String field, Set<String> wanted) {
        Set<String> unknown = new Permissions(all()).missing(wanted);
        if (!unknown.isEmpty()) {
            throw Refused.invalid(
                    field,
                    field + " has " + String.join(", ", unknown) + ", which there is not; allowed are "
                            + String.join(", ", all()) + ".");
        }
    }
}
