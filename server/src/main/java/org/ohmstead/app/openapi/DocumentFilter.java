package org.ohmstead.app.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Completes the document from the records and routes, while the server is built: names of schemas and operations, which
 * properties are there and which may be null, the words of enums, parameters that mean the same everywhere, and errors.
 */
@OpenApiFilter(OpenApiFilter.RunStage.BUILD)
public final class DocumentFilter implements OASFilter {
    static final String SCHEMAS = "#/components/schemas/";

    private final ApiTypes types;
    private final RecordSchemas records;
    private final OtherForms otherForms;
    private final OperationAccess access;

    /** @param index of all classes of the server */
    public DocumentFilter(IndexView index) {
        this.types = new ApiTypes(index);
        this.records = new RecordSchemas(types);
        this.otherForms = new OtherForms(index);
        this.access = new OperationAccess(index);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(SCHEMAS)) {
            schema.setRef(SCHEMAS + publicName(ref.substring(SCHEMAS.length())));
            schema.setType(null); // that of what it refers to; beside it stands a guess
        }
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        Map<String, Schema> schemas = document.getComponents().getSchemas();
        Set<String> taken = taken(document, schemas);
        Map<String, Schema> completed = new TreeMap<>();
        schemas.forEach((name, schema) -> {
            types.named(name)
                    .filter(ClassInfo::isRecord)
                    .ifPresent(record -> records.complete(schema, record, taken.contains(publicName(name))));
            completed.put(publicName(name), schema);
        });
        types.enums().forEach(type -> completed.put(ApiTypes.schemaName(type), words(type)));
        document.getPaths().getPathItems().forEach((path, item) -> complete(path, item, completed));
        document.getComponents().setSchemas(completed);
    }

    /** Within the server what is shown is called a view, and a page a page of views. */
    private String publicName(String name) {
        String shown = types.items(name).map(item -> publicName(item) + "Page").orElse(name);
        return shown.endsWith("View") ? shown.substring(0, shown.length() - "View".length()) : shown;
    }

    private static Schema words(ClassInfo type) {
        return OASFactory.createSchema().addType(SchemaType.STRING).enumeration(EnumWords.of(type));
    }

    private void complete(String path, PathItem item, Map<String, Schema> schemas) {
        for (Map.Entry<HttpMethod, Operation> entry : item.getOperations().entrySet()) {
            Operation operation = entry.getValue();
            if (operation.getOperationId() == null) {
                operation.setOperationId(OperationIds.of(entry.getKey(), path, isPage(operation)));
            }
            List<Parameter> parameters = new ArrayList<>();
            addAll(parameters, item.getParameters());
            addAll(parameters, operation.getParameters());
            parameters.forEach(ParameterTypes::complete);
            ErrorAnswers.complete(operation, parameters, path);
            access.complete(entry.getKey(), path, operation);
            operation.getResponses().getAPIResponses().values().forEach(this::tag);
            Content content = contentOf200(operation);
            if (content != null) {
                otherForms.complete(entry.getKey(), path, content);
            }
            if (entry.getKey() == HttpMethod.PATCH) {
                patch(operation, schemas);
            }
        }
    }

    /** An answer that shows something that can be changed has a tag, by which a change can be held against it. */
    private void tag(APIResponse answer) {
        boolean tagged = answer.getContent() != null
                && answer.getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .anyMatch(schema -> schema != null
                                && schema.getRef() != null
                                && types.areTagged(schema.getRef().substring(SCHEMAS.length())));
        if (tagged) {
            answer.addHeader("ETag", OASFactory.createHeader().ref("#/components/headers/ETag"));
        }
    }

    private static void addAll(List<Parameter> parameters, @Nullable List<Parameter> more) {
        if (more != null) {
            parameters.addAll(more);
        }
    }

    private static @Nullable Content contentOf200(Operation operation) {
        APIResponse answer = operation.getResponses().getAPIResponse("200");
        return answer == null ? null : answer.getContent();
    }

    private static boolean isPage(Operation operation) {
        Content content = contentOf200(operation);
        return content != null
                && content.getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .anyMatch(schema -> schema != null
                                && schema.getRef() != null
                                && schema.getRef().endsWith("Page"));
    }

    private static Collection<MediaType> bodies(Operation operation) {
        return operation.getRequestBody() == null || operation.getRequestBody().getContent() == null
                ? List.of()
                : operation.getRequestBody().getContent().getMediaTypes().values();
    }

    /** A merge patch may leave out what a new one must have. */
    private static void patch(Operation operation, Map<String, Schema> schemas) {
        for (MediaType type : bodies(operation)) {
            String ref = type.getSchema() == null ? null : type.getSchema().getRef();
            String name = ref == null ? "" : ref.substring(SCHEMAS.length());
            Schema whole = schemas.get(name);
            if (whole != null && whole.getRequired() != null) {
                String patch = name.replaceFirst("Body$", "") + "Patch";
                schemas.put(patch, withoutRequired(whole));
                type.setSchema(OASFactory.createSchema().ref(SCHEMAS + patch));
            }
        }
    }

    private static Schema withoutRequired(Schema whole) {
        return OASFactory.createSchema()
                .type(whole.getType())
                .description("Changes: what is left out stays, null brings back the default")
                .properties(new LinkedHashMap<>(whole.getProperties()))
                .additionalPropertiesBoolean(whole.getAdditionalPropertiesBoolean());
    }

    /** The schemas of bodies that requests have, and of what is in them. */
    private Set<String> taken(OpenAPI document, Map<String, Schema> schemas) {
        Map<String, Schema> byPublicName = new HashMap<>();
        schemas.forEach((name, schema) -> byPublicName.put(publicName(name), schema));
        Set<String> taken = new HashSet<>();
        for (PathItem item : document.getPaths().getPathItems().values()) {
            for (Operation operation : item.getOperations().values()) {
                bodies(operation).forEach(type -> collect(type.getSchema(), byPublicName, taken));
            }
        }
        return taken;
    }

    private static void collect(@Nullable Schema schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        collect(schema.getItems(), schemas, found);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, schemas, found));
        }
        String ref = schema.getRef();
        if (ref != null && ref.startsWith(SCHEMAS) && found.add(ref.substring(SCHEMAS.length()))) {
            collect(schemas.get(ref.substring(SCHEMAS.length())), schemas, found);
        }
    }
}
