package org.ohmstead.commands.catalogue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Refused;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.catalogue.Catalogue;
import org.ohmstead.ocpp.codec.JsonSchemas;

/** Which actions there are, and what their messages look like. Derived from our own records, the same for every tenant. */
@Path("/api/v1/catalogue/{version}")
@Tag(name = "Catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    /** An action in the list. */
    @Schema(name = "CatalogueEntry")
    public record Entry(
            String action,
            @Schema(implementation = Action.Block.class) String block,

            @Schema(enumeration = {"fromStation", "toStation", "both"})
            String direction,

            @Schema(
                    description = "call, or send, which nobody answers",
                    enumeration = {"call", "send"})
            String message) {

        static Entry of(Action action) {
            return new Entry(
                    action.name(),
                    action.block().word(),
                    direction(action.direction()),
                    action.isSend() ? "send" : "call");
        }

        private static String direction(Action.Direction direction) {
            return switch (direction) {
                case FROM_STATION -> "fromStation";
                case TO_STATION -> "toStation";
                case BOTH -> "both";
            };
        }
    }

    /** An action with its schemas. */
    @Schema(name = "CatalogueAction")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Detail(
            @Schema(implementation = OcppVersion.class) String version,
            String action,
            @Schema(implementation = Action.Block.class) String block,

            @Schema(enumeration = {"fromStation", "toStation", "both"})
            String direction,

            @Schema(enumeration = {"call", "send"}) String message,

            @Schema(description = "JSON Schema (2020-12) of the request's payload")
            JsonNode request,

            @Schema(description = "JSON Schema (2020-12) of the answer's payload; none for a send") @Nullable
            JsonNode response) {}

    /** All actions of a version. */
    @Schema(name = "Catalogue")
    public record Listing(
            @Schema(implementation = OcppVersion.class) String version, List<Entry> actions) {}

    @GET
    @Permission("catalogue.read")
    @Operation(operationId = "listActions", summary = "Lists the actions of an OCPP version")
    @APIResponse(responseCode = "200", description = "Its actions")
    @APIResponse(responseCode = "404", description = "No such version")
    public Listing list(
            @Parameter(schema = @Schema(implementation = OcppVersion.class)) @PathParam("version") String version) {
        OcppVersion known = version(version);
        return new Listing(
                known.number(), Catalogue.of(known).stream().map(Entry::of).toList());
    }

    @GET
    @Permission("catalogue.read")
    @Path("/{action}")
    @Operation(operationId = "getAction", summary = "Gives the JSON Schemas of an action's messages")
    @APIResponse(responseCode = "200", description = "The action")
    @APIResponse(responseCode = "404", description = "No such version or action")
    public Detail get(
            @Parameter(schema = @Schema(implementation = OcppVersion.class)) @PathParam("version") String version,
            @Parameter(description = "Name of the action; its case counts", example = "Reset") @PathParam("action")
                    String name) {
        OcppVersion known = version(version);
        Action action = Catalogue.find(known, name)
                .orElseThrow(() -> Refused.notFound("OCPP " + known.number() + " has no action '" + name
                        + "' (names are case-sensitive). GET /api/v1/catalogue/" + known.number() + " lists them."));
        Entry entry = Entry.of(action);
        Class<? extends Record> response = action.response();
        return new Detail(
                known.number(),
                entry.action(),
                entry.block(),
                entry.direction(),
                entry.message(),
                JsonSchemas.of(action.request(), known),
                response == null ? null : JsonSchemas.of(response, known));
    }

    private static OcppVersion version(String number) {
        return OcppVersion.ofNumber(number)
                .orElseThrow(() -> Refused.notFound(
                        "There is no OCPP version '" + number + "' here; there are 1.6, 2.0.1 and 2.1."));
    }
}
