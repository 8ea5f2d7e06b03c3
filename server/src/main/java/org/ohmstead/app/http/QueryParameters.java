package org.ohmstead.app.http;

import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.OtherParameters;
import org.ohmstead.api.Refused;

/**
 * Refuses a query parameter that the operation does not know, or that stands twice: a filter that is misspelt would otherwise
 * show all there is as if it were what was asked for. What an operation knows is read from its signature.
 */
@Singleton
public class QueryParameters {
    private final ConcurrentMap<Method, Set<String>> known = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo operation) {
        Map<String, List<String>> given = request.getUriInfo().getQueryParameters();
        if (holdsZero(request.getUriInfo().getPath())) {
            throw Refused.notFound("The path holds the character 0, which nothing is named by.");
        }
        Method method = operation.getResourceMethod();
        if (method != null && !given.isEmpty() && isApi(request.getUriInfo().getPath())) {
            Set<String> allowed = known.computeIfAbsent(method, QueryParameters::of);
            check(method.isAnnotationPresent(OtherParameters.class) ? only(given, allowed) : given, allowed);
        }
    }

    /** PostgreSQL knows no such text, and would answer with an error. */
    private static boolean holdsZero(String text) {
        return text.indexOf('\0') >= 0 || text.contains("%00");
    }

    /** Who looks whether the server lives may add what keeps caches away. */
    private static boolean isApi(String path) {
        return path.startsWith("/api/") || path.startsWith("api/");
    }

    private static Map<String, List<String>> only(Map<String, List<String>> given, Set<String> known) {
        return given.entrySet().stream()
                .filter(parameter -> known.contains(parameter.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** @throws Refused 400 naming the first one that is not allowed */
    static void check(Map<String, List<String>> given, Set<String> allowed) {
        given.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw Refused.invalid(
                        name,
                        "There is no query parameter " + name + " here; "
                                + (allowed.isEmpty()
                                        ? "none is allowed."
                                        : "allowed are " + String.join(", ", allowed) + "."));
            }
            if (values.stream().anyMatch(QueryParameters::holdsZero)) {
                throw Refused.invalid(name, name + " holds the character 0, which no text does. Leave it out.");
            }
            if (values.size() > 1) {
                throw Refused.invalid(
                        name, name + " is given " + values.size() + " times; allowed is once. Keep one of them.");
            }
        });
    }

    /** Of a method of a resource, those of its bean parameters included; in the order of the alphabet. */
    static Set<String> of(Method method) {
        Set<String> names = new TreeSet<>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getType(), names);
        }
        return names;
    }

    private static void add(AnnotatedElement declared, Class<?> type, Collection<String> names) {
        @Nullable QueryParam query = declared.getAnnotation(QueryParam.class);
        if (query != null) {
            names.add(query.value());
        }
        if (declared.isAnnotationPresent(BeanParam.class)) {
            for (Field field : type.getDeclaredFields()) {
                add(field, field.getType(), names);
            }
        }
    }
}
