package org.ohmstead.pricing.catalogue;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;

/** REST: the operator's tariffs. */
@Path("/api/v1/tariffs")
@Tag(name = "Tariffs")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TariffResource {
    private static final String NONE = "There is none";
    private static final String WRONG = "A field is not allowed; the problem names its place";

    private final OperatorTariffs tariffs;
    private final CurrentActor actor;

    @Inject
    public TariffResource(OperatorTariffs tariffs, CurrentActor actor) {
        this.tariffs = tariffs;
        this.actor = actor;
    }

    @GET
    @Permission("tariff.read")
    @Operation(
            operationId = "listTariffs",
            summary = "Lists tariffs in the order of their names, each in its newest version")
    @APIResponse(responseCode = "200", description = "A page of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<TariffView> list(
            @Parameter(description = "Part of a name or of an id of OCPI") @QueryParam("q") @Nullable String search,
            @Parameter(description = "true or false; default: both") @QueryParam("archived") @Nullable String archived,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return tariffs.page(
                        actor.scope(),
                        QueryWords.text(search),
                        QueryWords.flag("archived", archived),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(TariffView::of);
    }

    @POST
    @Permission("tariff.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "createTariff",
            summary = "Makes a tariff, in the simple form or as OCPI 2.2.1 has it",
            description = "It applies nowhere until it is assigned: see /api/v1/tariff-assignments.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location names it",
            content = @Content(schema = @Schema(implementation = TariffView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "409", description = "There is a tariff with that name or id of OCPI")
    public Response create(@Nullable TariffBody body) {
        OperatorTariff made = tariffs.create(actor.get(), TariffBody.checked(body));
        return Response.created(URI.create("/api/v1/tariffs/" + made.id()))
                .entity(TariffView.of(made))
                .build();
    }

    @GET
    @Path("/{id}")
    @Permission("tariff.read")
    @Operation(operationId = "getTariff", summary = "Shows a tariff in its newest version")
    @APIResponse(responseCode = "200", description = "The tariff")
    @APIResponse(responseCode = "404", description = NONE)
    public TariffView get(@PathParam("id") String id) {
        return TariffView.of(tariffs.get(actor.scope(), number(id)));
    }

    @PUT
    @Path("/{id}")
    @Permission("tariff.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "replaceTariff",
            summary = "Gives a tariff other prices from now on, as a new version",
            description =
                    "The body says all of it, as for making one. Sessions that have begun keep the version they began"
                            + " with. Where only name, note or ocpiId differ there is no new version.")
    @APIResponse(responseCode = "200", description = "The tariff as it is now")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "There is another tariff with that name or id of OCPI")
    public TariffView replace(
            @PathParam("id") String id,
            @Nullable TariffBody body,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        Consumer<OperatorTariff> match = match(ifMatch);
        long number = number(id);
        tariffs.get(actor.scope(), number);
        return TariffView.of(tariffs.replace(actor.get(), number, TariffBody.checked(body), match));
    }

    @DELETE
    @Path("/{id}")
    @Permission("tariff.write")
    @Operation(
            operationId = "deleteTariff",
            summary = "Removes a tariff that no session ever had and that is not assigned")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It is used; the problem says by what")
    public void delete(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        tariffs.delete(actor.get(), number(id), match(ifMatch));
    }

    @POST
    @Path("/{id}/archive")
    @Permission("tariff.write")
    @Operation(
            operationId = "archiveTariff",
            summary = "Puts a tariff away that is assigned no more; its sessions keep it")
    @APIResponse(responseCode = "200", description = "The tariff as it is now")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "It is assigned; the problem says how often")
    public TariffView archive(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        return TariffView.of(tariffs.archive(actor.get(), number(id), true, match(ifMatch)));
    }

    @POST
    @Path("/{id}/restore")
    @Permission("tariff.write")
    @Operation(operationId = "restoreTariff", summary = "Takes a tariff out of the archive")
    @APIResponse(responseCode = "200", description = "The tariff as it is now")
    @APIResponse(responseCode = "404", description = NONE)
    public TariffView restore(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        return TariffView.of(tariffs.archive(actor.get(), number(id), false, match(ifMatch)));
    }

    private static Consumer<OperatorTariff> match(@Nullable String header) {
        IfMatch match = IfMatch.of(header);
        return before -> match.check(TariffView.of(before));
    }

    static long number(String id) {
        return PathNumber.of("tariff", id);
    }
}
