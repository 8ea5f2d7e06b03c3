package org.ohmstead.app.openapi;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.RecordComponentInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Which properties of a record are there, and which may be null. In what the server gives, all are there, unless the record
 * leaves out those that are null. In what it takes, a property that is {@code @Nullable} may be left out or null, unless its
 * {@code @Schema} says that it is required; and there may be no others, unless the record ignores those that it does not know.
 */
final class RecordSchemas {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName IGNORE_PROPERTIES = DotName.createSimple(JsonIgnoreProperties.class);
    private static final DotName JSON_INCLUDE = DotName.createSimple(JsonInclude.class);
    private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);

    private final ApiTypes types;

    RecordSchemas(ApiTypes types) {
        this.types = types;
    }

    /** @param taken whether requests have it */
    void complete(Schema schema, ClassInfo record, boolean taken) {
        Map<String, Schema> properties = schema.getProperties();
        if (properties == null) {
            return;
        }
        boolean leavesOutAll = leavesOutNulls(record.declaredAnnotation(JSON_INCLUDE));
        List<String> required = new ArrayList<>();
        for (RecordComponentInfo component : record.recordComponentsInDeclarationOrder()) {
            String name = name(component);
            if (!properties.containsKey(name)) {
                continue;
            }
            Schema property = named(component, properties.get(name));
            schema.addProperty(name, property);
            boolean leavesOutNulls =
                    leavesOutAll || leavesOutNulls(component.field().annotation(JSON_INCLUDE));
            boolean mayBeNull = component.type().hasAnnotation(NULLABLE);
            boolean isAlwaysThere = isRequired(component) || !mayBeNull || !(taken || leavesOutNulls);
            if (isAlwaysThere) {
                required.add(name);
            }
            if (mayBeNull && !isRequired(component) && (taken || !leavesOutNulls)) {
                schema.addProperty(name, orNull(property));
            }
        }
        schema.setRequired(required.isEmpty() ? null : required);
        if (taken && !takesMore(record)) {
            schema.setAdditionalPropertiesBoolean(false);
        }
    }

    /** The same, or null. */
    static Schema orNull(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .description(schema.getDescription())
                    .addAnyOf(OASFactory.createSchema().ref(schema.getRef()))
                    .addAnyOf(OASFactory.createSchema().addType(SchemaType.NULL));
        }
        if (schema.getType() != null && !schema.getType().contains(SchemaType.NULL)) {
            schema.addType(SchemaType.NULL);
            if (schema.getEnumeration() != null && !schema.getEnumeration().contains(null)) {
                schema.addEnumeration(null);
            }
        }
        return schema;
    }

    /** An enum by its name: with a description of its own it stands there in full, with the names of Java's constants. */
    private Schema named(RecordComponentInfo component, Schema property) {
        AnnotationInstance schema = component.field().annotation(ApiTypes.SCHEMA);
        if (schema == null
                || schema.value("implementation") == null
                || schema.value("implementation").asClass().kind() != Type.Kind.CLASS) {
            return property;
        }
        return types.enumName(schema.value("implementation").asClass().name())
                .map(name -> OASFactory.createSchema()
                        .ref(DocumentFilter.SCHEMAS + name)
                        .description(property.getDescription()))
                .orElse(property);
    }

    private static String name(RecordComponentInfo component) {
        AnnotationInstance property = component.field().annotation(JSON_PROPERTY);
        return property == null || property.value() == null
                ? component.name()
                : property.value().asString();
    }

    private static boolean isRequired(RecordComponentInfo component) {
        AnnotationInstance schema = component.field().annotation(ApiTypes.SCHEMA);
        return schema != null
                && schema.value("required") != null
                && schema.value("required").asBoolean();
    }

    /** What partners add to forms that are not ours is ignored. */
    private static boolean takesMore(ClassInfo record) {
        AnnotationInstance ignore = record.declaredAnnotation(IGNORE_PROPERTIES);
        return ignore != null
                && ignore.value("ignoreUnknown") != null
                && ignore.value("ignoreUnknown").asBoolean();
    }

    private static boolean leavesOutNulls(@Nullable AnnotationInstance include) {
        return include != null
                && include.value() != null
                && include.value().asEnum().equals(JsonInclude.Include.NON_NULL.name());
    }
}
