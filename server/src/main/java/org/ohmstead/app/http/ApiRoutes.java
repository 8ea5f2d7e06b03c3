package org.ohmstead.app.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.LargestBody;

/** The URLs of the API, and what their resources say of them. */
@Singleton
public final class ApiRoutes {
    /** @param largestBody in bytes */
    private record Route(Pattern path, String method, int largestBody) {}

    private final BeanManager beans;
    private volatile @Nullable List<Route> routes;

    @Inject
    ApiRoutes(BeanManager beans) {
        this.beans = beans;
    }

    /**
     * Which methods a URL knows: what the header {@code Allow} of a 405 has to list (RFC 9110 §15.5.6).
     *
     * @param path with a slash at its beginning, still percent-encoded
     * @return sorted; empty: there is nothing at this URL
     */
    Set<String> methods(String path) {
        Set<String> methods = at(path).map(Route::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    /**
     * How large a body may be there, in bytes.
     *
     * @param path   as above
     * @param upload how large one with a file may be
     */
    public int largestBody(String path, int upload) {
        return at(path).mapToInt(Route::largestBody)
                .map(largest -> largest == LargestBody.UPLOAD ? upload : largest)
                .max()
                .orElse(LargestBody.USUAL);
    }

    private Stream<Route> at(String path) {
        List<Route> all = routes;
        if (all == null) {
            all = read();
            routes = all;
        }
        return all.stream().filter(route -> route.path.matcher(path).matches());
    }

    private List<Route> read() {
        List<Route> found = new ArrayList<>();
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getDeclaredMethods()) {
                    Path path = method.getAnnotation(Path.class);
                    add(root.value() + "/" + (path == null ? "" : path.value()), method, found);
                }
            }
        }
        return List.copyOf(found);
    }

    private static void add(String template, Method method, List<Route> found) {
        LargestBody limit = method.getAnnotation(LargestBody.class);
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod word = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (word != null) {
                int largest = limit == null ? LargestBody.USUAL : limit.value();
                found.add(new Route(pattern(template), word.value(), largest));
            }
        }
    }

    private static Pattern pattern(String template) {
        StringBuilder regex = new StringBuilder();
        for (String segment : template.split("/")) {
            if (!segment.isEmpty()) {
                regex.append('/').append(segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment));
            }
        }
        return Pattern.compile(regex + "/?");
    }
}
