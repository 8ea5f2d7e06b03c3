package org.ohmstead.organisations;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.JsonBody;

/** The organisation of whoever asks. */
@Path("/api/v1/organisation")
@Tag(name = "Organisation")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class OrganisationResource {
    private final OwnOrganisation organisation;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public OrganisationResource(OwnOrganisation organisation, CurrentActor actor, ObjectMapper json) {
        this.organisation = organisation;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("organisation.read")
    @Operation(operationId = "getOrganisation", summary = "Shows the organisation and its settings")
    @APIResponse(responseCode = "200", description = "The organisation")
    public OrganisationView get() {
        return OrganisationView.of(organisation.get(actor.get()));
    }

    @PATCH
    @Permission("organisation.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeOrganisation",
            summary = "Changes the organisation's name and settings",
            description = "A JSON merge patch: an absent field stays, null clears.")
    @APIResponse(responseCode = "200", description = "The organisation as it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    public OrganisationView change(
            @RequestBody(content = @Content(schema = @Schema(implementation = OrganisationBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        IfMatch match = IfMatch.of(ifMatch);
        return OrganisationView.of(organisation.change(actor.get(), before -> {
            match.check(OrganisationView.of(before));
            return JsonBody.patch(json, OrganisationBody.of(before), changes, OrganisationBody.class)
                    .changed(before);
        }));
    }
}
