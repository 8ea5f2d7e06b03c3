package org.ohmstead.app.openapi;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Permission;
import org.ohmstead.access.PublicRoute;

/** Says with each operation who may call it: anybody, anybody who has been let in, or who has a permission. */
final class OperationAccess {
    /** An extension of the document, for programs: the word of the permission. */
    static final String EXTENSION = "x-permission";

    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName PERMISSION = DotName.createSimple(Permission.class);
    private static final DotName PUBLIC = DotName.createSimple(PublicRoute.class);
    private static final String ANYBODY = "";

    /** The permission of each operation, by its method and path; {@link #ANYBODY} where none is needed, nor a sign-in. */
    private final Map<String, String> needed = new TreeMap<>();

    OperationAccess(IndexView index) {
        for (AnnotationInstance permission : index.getAnnotations(PERMISSION)) {
            put(permission.target().asMethod(), permission.value().asString());
        }
        for (AnnotationInstance open : index.getAnnotations(PUBLIC)) {
            ClassInfo resource = open.target().asClass();
            resource.methods().forEach(method -> put(method, ANYBODY));
        }
    }

    private void put(MethodInfo method, String permission) {
        String path = path(method.declaringClass().declaredAnnotation(PATH)) + path(method.annotation(PATH));
        for (HttpMethod verb : HttpMethod.values()) {
            if (method.hasAnnotation(DotName.createSimple("jakarta.ws.rs." + verb))) {
                needed.put(verb + " " + path, permission);
            }
        }
    }

    void complete(HttpMethod method, String path, Operation operation) {
        String permission = needed.get(method + " " + path);
        if (permission == null) {
            return;
        }
        if (permission.equals(ANYBODY)) {
            operation.setSecurity(List.of());
            return;
        }
        String before = operation.getDescription();
        String needs = "Needs the permission `" + permission + "`.";
        operation.setDescription(before == null ? needs : before + "\n\n" + needs);
        operation.addExtension(EXTENSION, permission);
    }

    static String path(@Nullable AnnotationInstance path) {
        if (path == null) {
            return "";
        }
        String text = path.value().asString();
        return text.startsWith("/") ? text : "/" + text;
    }
}
