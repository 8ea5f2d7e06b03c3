package org.ohmstead.locallist;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry of a list as the API shows it. */
@Schema(name = "LocalListEntry")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ListEntryView(
        @Schema(description = "The value that is read", examples = "04A2B3C4D5E680")
        String token,

        @Schema(description = "2.x") @Nullable String tokenType,

        @Schema(description = "What the station thinks of it, in OCPP's words", examples = "Accepted")
        String status,

        @Schema(
                description =
                        "All of the information about it in OCPP's own words: IdTagInfo (1.6) or IdTokenInfo (2.x)")
        JsonNode info) {
    static ListEntryView of(ListEntry entry) {
        JsonNode type = entry.json().path(ListEntry.TOKEN).path("type");
        return new ListEntryView(
                entry.value(),
                type.isTextual() ? type.asText() : null,
                entry.info().path("status").asText(),
                entry.info());
    }
}
