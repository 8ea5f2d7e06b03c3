package org.ohmstead.pricing.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.pricing.ocpi.OcpiTariff;

/** REST: old versions of tariffs, and tariffs as partners have them. */
@Path("/api/v1/tariffs")
@Tag(name = "Tariffs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TariffVersionResource {
    private static final int MOST_AT_ONCE = 500;

    private final OperatorTariffs tariffs;
    private final CurrentActor actor;

    @Inject
    public TariffVersionResource(OperatorTariffs tariffs, CurrentActor actor) {
        this.tariffs = tariffs;
        this.actor = actor;
    }

    @GET
    @Path("/{id}/versions")
    @Permission("tariff.read")
    @Operation(operationId = "listTariffVersions", summary = "Lists the versions of a tariff, the newest first")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such tariff")
    public Page<TariffView> versions(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return tariffs.versions(actor.scope(), TariffResource.number(id), Limit.of(limit), Cursor.of(cursor))
                .map(TariffView::of);
    }

    @GET
    @Path("/{id}/versions/{version}")
    @Permission("tariff.read")
    @Operation(operationId = "getTariffVersion", summary = "Shows a version of a tariff")
    @APIResponse(responseCode = "200", description = "The tariff as that version says")
    @APIResponse(responseCode = "404", description = "There is no such tariff, or it has no such version")
    public TariffView version(
            @PathParam("id") String id,
            @Parameter(description = "From 1", schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    @PathParam("version")
                    String version) {
        return TariffView.of(tariffs.get(actor.scope(), TariffResource.number(id), versionNumber(version)));
    }

    @GET
    @Path("/{id}/ocpi")
    @Permission("tariff.read")
    @Operation(
            operationId = "exportTariff",
            summary = "Shows a tariff as a Tariff of OCPI 2.2.1, as partners are given it")
    @APIResponse(responseCode = "200", description = "The Tariff")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such tariff, or it has no such version")
    public OcpiTariff ocpi(
            @PathParam("id") String id,
            @Parameter(
                            description = "Default: the newest",
                            schema = @Schema(type = SchemaType.INTEGER, format = "int32"))
                    @QueryParam("version")
                    @Nullable
                    String version) {
        long number = TariffResource.number(id);
        Long wanted = QueryWords.number("version", version);
        return TariffView.ocpi(
                wanted == null
                        ? tariffs.get(actor.scope(), number)
                        : tariffs.get(actor.scope(), number, versionNumber(wanted.toString())));
    }

    @POST
    @Path("/import")
    @Permission("tariff.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importTariffs",
            summary = "Takes Tariffs of OCPI 2.2.1: makes tariffs, or new versions of those with the same id",
            description =
                    "Up to 500, all or none. Each needs its id, in whatever case. A new one is named by it; one that"
                            + " stands keeps its name, and has a new version only where it says something else."
                            + " last_updated is ignored.")
    @APIResponse(responseCode = "200", description = "The tariffs as they are now, in the same order")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it. Nothing changed")
    @APIResponse(responseCode = "409", description = "A name is another tariff's. Nothing changed")
    public List<TariffView> bringIn(
            @RequestBody(content = @Content(schema = @Schema(implementation = OcpiTariff[].class))) @Nullable
                    List<OcpiTariff> body) {
        if (body == null || body.isEmpty() || body.size() > MOST_AT_ONCE) {
            throw Refused.invalid(
                    "body",
                    "The body has " + (body == null ? 0 : body.size()) + " tariffs; allowed are 1 to " + MOST_AT_ONCE
                            + ".");
        }
        List<TariffDraft> drafts = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (OcpiTariff form : body) {
            String path = "[" + drafts.size() + "]";
            TariffDraft draft = TariffBody.imported(path, form);
            if (!seen.add(String.valueOf(draft.ocpiId()).toLowerCase(Locale.ROOT))) {
                throw Refused.invalid(
                        path + ".id", path + ".id is '" + draft.ocpiId() + "' once more; each stands once.");
            }
            drafts.add(draft);
        }
        return tariffs.bringIn(actor.get(), drafts).stream().map(TariffView::of).toList();
    }

    private static int versionNumber(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw Refused.notFound("There is no version '" + text + "'; versions are whole numbers from 1.");
        }
    }
}
