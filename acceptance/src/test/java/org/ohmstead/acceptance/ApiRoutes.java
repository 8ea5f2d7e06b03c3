package org.ohmstead.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;

/** The routes that the packaged server's classes declare, read from their byte code: {@code get /api/v1/stations/{station}}. */
final class ApiRoutes {
    private static final String JAX_RS = "Ljakarta/ws/rs/";
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");
    private static final String ROUTER = "io/vertx/ext/web/Router";

    private ApiRoutes() {}

    static Set<String> ofResources() {
        Set<String> routes = new TreeSet<>();
        for (ClassModel type : classes()) {
            String base = path(type).orElse("");
            type.methods().forEach(method -> annotations(method).stream()
                    .map(ApiRoutes::jaxRs)
                    .filter(VERBS::contains)
                    .forEach(verb -> routes.add(verb.toLowerCase(java.util.Locale.ROOT) + " "
                            + joined(base, path(method).orElse("")))));
        }
        return routes;
    }

    /** Our classes that add routes to the server without JAX-RS. */
    static Set<String> classesWithARouter() {
        Set<String> found = new TreeSet<>();
        for (ClassModel type : classes()) {
            for (var entry : type.constantPool()) {
                if (entry instanceof ClassEntry used && used.asInternalName().equals(ROUTER)) {
                    found.add(type.thisClass().asInternalName().replace('/', '.'));
                }
            }
        }
        return found;
    }

    private static List<ClassModel> classes() {
        try (JarFile jar = new JarFile(ServerProcess.JAR.toFile())) {
            return jar.stream()
                    .filter(entry -> entry.getName().startsWith("org/ohmstead/")
                            && entry.getName().endsWith(".class"))
                    // What the build has generated is called after the class that it was generated for.
                    .filter(entry ->
                            !entry.getName().contains("_") && !entry.getName().contains("$$"))
                    .map(entry -> {
                        try (var in = jar.getInputStream(entry)) {
                            return ClassFile.of().parse(in.readAllBytes());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Collection<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations())
                .map(all -> List.copyOf(all.annotations()))
                .orElse(List.of());
    }

    private static String jaxRs(Annotation annotation) {
        String name = annotation.className().stringValue();
        return name.startsWith(JAX_RS) ? name.substring(JAX_RS.length(), name.length() - 1) : "";
    }

    private static Optional<String> path(AttributedElement element) {
        return annotations(element).stream()
                .filter(annotation -> jaxRs(annotation).equals("Path"))
                .map(annotation -> annotation.elements().getFirst().value())
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .findFirst();
    }

    /** As the document writes it: one slash between the two, and no patterns in braces. */
    private static String joined(String base, String path) {
        String both = base + (path.isEmpty() || path.startsWith("/") ? path : "/" + path);
        return both.replaceAll("\\{\\s*([^:}\\s]+)[^}]*}", "{$1}");
    }
}
