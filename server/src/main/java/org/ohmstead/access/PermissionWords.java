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
    /** Of permissions that only the key of the server's machine has. */
    public static final String OF_THIS_MACHINE = "machine";

    /** Of permissions of the installation: no role or key of an organisation has them, whoever makes it. */
    private static final Set<String> OF_THE_INSTALLATION = Set.of(OF_THIS_MACHINE, "tenant");

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

    /** Whether roles and keys of an organisation may have it. */
    public static boolean isOfOrganisations(String word) {
        return !OF_THE_INSTALLATION.contains(word.substring(0, word.indexOf('.')));
    }

    /** Those that roles and keys of an organisation may have. Sorted. */
    public Set<String> ofOrganisations() {
        return all().stream().filter(PermissionWords::isOfOrganisations).collect(Collectors.toCollection(TreeSet::new));
    }

    /** @throws Refused invalid for a word that no role or key of an organisation has */
    public void check(String field, Set<String> wanted) {
        Set<String> known = ofOrganisations();
        Set<String> unknown = new Permissions(known).missing(wanted);
        if (!unknown.isEmpty()) {
            throw Refused.invalid(
                    field,
                    field + " has " + String.join(", ", unknown) + ", which there is not; allowed are "
                            + String.join(", ", known) + ".");
        }
    }
}
