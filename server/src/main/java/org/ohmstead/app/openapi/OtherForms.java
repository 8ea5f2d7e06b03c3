package org.ohmstead.app.openapi;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * Answers that an operation gives in another form than JSON, such as a table. A method of its own makes them, whose
 * {@code @Operation} is hidden because the operation is the same.
 */
final class OtherForms {
    private static final DotName OPERATION = DotName.createSimple(Operation.class);
    private static final DotName PATH = DotName.createSimple("jakarta.ws.rs.Path");
    private static final DotName PRODUCES = DotName.createSimple("jakarta.ws.rs.Produces");

    private final Map<String, Set<String>> mediaTypes = new TreeMap<>();

    OtherForms(IndexView index) {
        for (AnnotationInstance operation : index.getAnnotations(OPERATION)) {
            AnnotationValue hidden = operation.value("hidden");
            if (hidden != null && hidden.asBoolean() && operation.target().kind() == AnnotationTarget.Kind.METHOD) {
                add(operation.target().asMethod());
            }
        }
    }

    /** Adds the further types to an answer's content. */
    void complete(HttpMethod method, String path, Content content) {
        for (String type : mediaTypes.getOrDefault(method + " " + path, Set.of())) {
            content.addMediaType(
                    type,
                    OASFactory.createMediaType()
                            .schema(OASFactory.createSchema().addType(SchemaType.STRING)));
        }
    }

    private void add(MethodInfo method) {
        AnnotationInstance produces = method.annotation(PRODUCES);
        if (produces == null) {
            return;
        }
        String path = OperationAccess.path(method.declaringClass().declaredAnnotation(PATH))
                + OperationAccess.path(method.annotation(PATH));
        for (HttpMethod verb : HttpMethod.values()) {
            if (method.hasAnnotation(DotName.createSimple("jakarta.ws.rs." + verb))) {
                for (String type : produces.value().asStringArray()) {
                    mediaTypes
                            .computeIfAbsent(verb + " " + path, key -> new TreeSet<>())
                            .add(type.split(";", -1)[0].strip());
                }
            }
        }
    }
}
