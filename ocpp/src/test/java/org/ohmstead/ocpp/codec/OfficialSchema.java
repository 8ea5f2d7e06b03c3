package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;

/** What a JSON schema validator of others says; formats are asserted and 1.0 is an integer. */
final class OfficialSchema {
    private static final SchemaValidatorsConfig CONFIG = SchemaValidatorsConfig.builder()
            .formatAssertionsEnabled(true)
            .losslessNarrowing(true)
            .failFast(true)
            .build();

    private final JsonSchema schema;

    OfficialSchema(JsonNode schema, VersionFlag draft) {
        this.schema = JsonSchemaFactory.getInstance(draft).getSchema(schema, CONFIG);
    }

    static OfficialSchema of(SchemaFile file) {
        JsonNode schema = file.read();
        return new OfficialSchema(
                schema, schema.get("$schema").asText().contains("draft-04") ? VersionFlag.V4 : VersionFlag.V6);
    }

    boolean accepts(JsonNode json) {
        return schema.validate(json).isEmpty();
    }
}
