package org.ohmstead.drivers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
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
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;

/** REST: drivers. */
@Path("/api/v1/drivers")
@Tag(name = "Drivers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DriverResource {
    private static final String WRONG = "A field is not allowed; the problem names it";
    private static final String NONE = "There is no such driver";
    private static final String TAKEN = "A token is another driver's";

    private final Drivers drivers;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public DriverResource(Drivers drivers, CurrentActor actor, ObjectMapper json) {
        this.drivers = drivers;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("driver.read")
    @Operation(operationId = "listDrivers", summary = "Lists drivers in the order in which they were created")
    @APIResponse(responseCode = "200", description = "A page of drivers")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<DriverView> list(
            @Parameter(description = "Part of the name, the e-mail address or the phone number")
                    @QueryParam("q")
                    @Nullable
                    String search,
            @Parameter(description = "For whom this company pays") @QueryParam("company") @Nullable String company,
            @Parameter(description = "Number of a token that is theirs") @QueryParam("tokenId") @Nullable String token,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        actor.wholeTenant("The list of drivers");
        return drivers.page(
                        actor.scope(),
                        new DriverFilter(
                                QueryWords.text(search),
                                QueryWords.number("company", company),
                                QueryWords.number("tokenId", token)),
                        Limit.of(limit),
                        Cursor.of(cursor))
                .map(DriverView::of);
    }

    @POST
    @Permission("driver.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createDriver", summary = "Registers a driver")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location names it",
            content = @Content(schema = @Schema(implementation = DriverView.class)))
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "409", description = TAKEN)
    public Response create(@Nullable DriverBody body) {
        actor.get().checkSeesAll("A driver");
        if (body == null) {
            throw Refused.invalid("name", "name is missing; give one, such as 'Anna Berg'.");
        }
        StoredDriver stored = drivers.create(actor.get(), body.driver());
        return Response.created(URI.create("/api/v1/drivers/" + stored.id()))
                .entity(DriverView.of(stored))
                .build();
    }

    @GET
    @Path("/{id}")
    @Permission("driver.read")
    @Operation(operationId = "getDriver", summary = "Shows a driver")
    @APIResponse(responseCode = "200", description = "The driver")
    @APIResponse(responseCode = "404", description = NONE)
    public DriverView get(@PathParam("id") String id) {
        actor.wholeTenant("A driver");
        return DriverView.of(drivers.get(actor.scope(), PathNumber.of("driver", id)));
    }

    @PATCH
    @Path("/{id}")
    @Permission("driver.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "changeDriver",
            summary = "Changes a driver",
            description =
                    "A JSON merge patch: an absent field stays, null clears. Bills that were made stay as they are.")
    @APIResponse(responseCode = "200", description = "The driver as it is now")
    @APIResponse(responseCode = "400", description = WRONG)
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "A token is another driver's, or the driver was erased")
    public DriverView change(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = DriverBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        actor.get().checkSeesAll("A driver");
        IfMatch match = IfMatch.of(ifMatch);
        return DriverView.of(drivers.change(actor.get(), PathNumber.of("driver", id), before -> {
            match.check(DriverView.of(before));
            return JsonBody.patch(json, DriverBody.of(before.driver()), changes, DriverBody.class)
                    .driver();
        }));
    }
}
