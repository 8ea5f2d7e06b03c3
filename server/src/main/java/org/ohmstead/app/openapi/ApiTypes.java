package org.ohmstead.app.openapi;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.ohmstead.api.Tagged;

/** The records and enums that the resources take and give, by the names that their schemas have in the document. */
final class ApiTypes {
    static final DotName SCHEMA = DotName.createSimple(Schema.class);
    private static final DotName TAGGED = DotName.createSimple(Tagged.class);
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");

    private static final List<DotName> VERBS = Stream.of("GET", "POST", "PUT", "PATCH", "DELETE")
            .map(verb -> DotName.createSimple("jakarta.ws.rs." + verb))
            .toList();

    private final IndexView index;
    private final Map<String, ClassInfo> byName = new TreeMap<>();
    private final Map<String, String> pages = new TreeMap<>();
    private final Set<DotName> seen = new HashSet<>();

    ApiTypes(IndexView index) {
        this.index = index;
        for (AnnotationInstance path : index.getAnnotations(PATH)) {
            ClassInfo resource = path.target().kind() == AnnotationTarget.Kind.CLASS
                    ? path.target().asClass()
                    : path.target().asMethod().declaringClass();
            if (seen.add(resource.name())) {
                resource.methods().stream().filter(ApiTypes::isOperation).forEach(this::visit);
            }
        }
    }

    Optional<ClassInfo> named(String schema) {
        return Optional.ofNullable(byName.get(schema));
    }

    /** Of what a page of that name is one; empty: it is no page. */
    Optional<String> items(String page) {
        return Optional.ofNullable(pages.get(page));
    }

    /** Whether what has this schema, by its name in the document or in the server, goes with an {@code ETag}. */
    boolean areTagged(String schema) {
        return Stream.of(schema, schema + "View")
                .map(byName::get)
                .anyMatch(type -> type != null && type.interfaceNames().contains(TAGGED));
    }

    /** The enums among them. */
    List<ClassInfo> enums() {
        return byName.values().stream().filter(ClassInfo::isEnum).toList();
    }

    /** The name of an enum's schema, where it is an enum. */
    Optional<String> enumName(DotName type) {
        return Optional.ofNullable(index.getClassByName(type))
                .filter(ClassInfo::isEnum)
                .map(ApiTypes::schemaName);
    }

    private Optional<String> items(Type page) {
        return Optional.ofNullable(index.getClassByName(
                        page.asParameterizedType().arguments().getFirst().name()))
                .map(ApiTypes::schemaName);
    }

    private static boolean isOperation(MethodInfo method) {
        return VERBS.stream().anyMatch(method::hasDeclaredAnnotation);
    }

    private void visit(MethodInfo method) {
        visit(method.returnType());
        method.parameterTypes().forEach(this::visit);
        method.annotations().forEach(this::visit);
    }

    private void visit(Type type) {
        switch (type.kind()) {
            case ARRAY -> visit(type.asArrayType().constituent());
            case PARAMETERIZED_TYPE -> {
                type.asParameterizedType().arguments().forEach(this::visit);
                ClassInfo generic = index.getClassByName(type.name());
                if (generic != null && generic.isRecord()) {
                    String arguments = type.asParameterizedType().arguments().stream()
                            .map(argument -> argument.name().withoutPackagePrefix())
                            .map(name -> name.substring(name.lastIndexOf('$') + 1))
                            .reduce("", String::concat);
                    put(generic.simpleName() + arguments, generic);
                    visit(generic);
                    items(type).ifPresent(item -> pages.put(generic.simpleName() + arguments, item));
                }
            }
            case CLASS -> visit(type.name());
            default -> {}
        }
    }

    private void visit(DotName name) {
        ClassInfo type = index.getClassByName(name);
        if (type != null && (type.isRecord() || type.isEnum()) && seen.add(name)) {
            put(schemaName(type), type);
            if (type.isRecord()) {
                visit(type);
            }
        }
    }

    private void visit(ClassInfo record) {
        for (RecordComponentInfo component : record.recordComponents()) {
            visit(component.type());
        }
        record.annotations().forEach(this::visit);
    }

    /** Annotations name further types: {@code @Schema(implementation = ...)}, also within others. */
    private void visit(AnnotationInstance annotation) {
        annotation.values().forEach(this::visit);
    }

    private void visit(AnnotationValue value) {
        switch (value.kind()) {
            case CLASS -> visit(value.asClass());
            case NESTED -> visit(value.asNested());
            case ARRAY -> {
                if (value.componentKind() == AnnotationValue.Kind.NESTED) {
                    value.asArrayList().forEach(this::visit);
                }
            }
            default -> {}
        }
    }

    private void put(String name, ClassInfo type) {
        ClassInfo other = byName.putIfAbsent(name, type);
        if (other != null && !other.name().equals(type.name())) {
            throw new IllegalStateException("The API document has two schemas " + name + ", of " + other.name()
                    + " and " + type.name() + ". Give one of them a name of its own: @Schema(name = ...).");
        }
    }

    static String schemaName(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        AnnotationValue name = schema == null ? null : schema.value("name");
        String simple = type.simpleName();
        return name == null ? simple.substring(simple.lastIndexOf('$') + 1) : name.asString();
    }
}
