package org.ohmstead.stations.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.util.function.Consumer;
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
import org.ohmstead.api.CsvTable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.Refused;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationConfig;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.credentials.PasswordBody;
import org.ohmstead.stations.lists.StationQuery;

/** The register of stations. */
@Path("/api/v1/stations")
@Tag(name = "Stations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationResource {
    private final Stations stations;
    private final StationViews views;
    private final StationTable table;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public StationResource(
            Stations stations, StationViews views, StationTable table, CurrentActor actor, ObjectMapper json) {
        this.stations = stations;
        this.views = views;
        this.table = table;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("station.read")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Lists stations, each with how it is now",
            description =
                    "In the order of their identity, unless sort says otherwise. summary is how each is now, worked out for the"
                            + " whole page at once. As text/csv the whole list, whatever its length.")
    @APIResponse(responseCode = "200", description = "A page of stations; as text/csv all of them")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<StationView> list(
            @BeanParam StationQuery query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return table.page(actor.scope(), actor.scope(query.stationGroup()), query, Limit.of(limit), Cursor.of(cursor));
    }

    @GET
    @Permission("station.read")
    @Consumes(MediaType.WILDCARD)
    @Produces(CsvTable.LAST_CHOICE)
    @Operation(hidden = true) // the same operation in another form
    public Response csv(@BeanParam StationQuery query) {
        return table.csv(actor.scope(), actor.scope(query.stationGroup()), query)
                .answer("stations");
    }

    @POST
    @Permission("station.write")
    @Operation(summary = "Registers a station")
    @APIResponse(
            responseCode = "201",
            description = "Registered; Location names it",
            content = @Content(schema = @Schema(implementation = StationView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "The identity stands already, perhaps in another case")
    public Response create(@Nullable StationBody body) {
        Station station = stations.create(actor.get(), StationBody.present(body).station());
        return Response.created(UriBuilder.fromPath("/api/v1/stations/{identity}")
                        .build(new Object[] {station.ref().identity()}, true))
                .entity(view(station))
                .build();
    }

    @GET
    @Permission("station.read")
    @Path("/{station}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Shows a station")
    @APIResponse(responseCode = "200", description = "The station")
    @APIResponse(responseCode = "404", description = "There is none of this identity")
    public StationView get(
            @Parameter(description = "Identity, percent-encoded") @PathParam("station") String identity) {
        return view(find(identity));
    }

    @PATCH
    @Permission("station.write")
    @Path("/{station}")
    @Operation(
            summary = "Changes a station",
            description =
                    "A JSON merge patch: an absent field stays, null brings back the default. A station that is set to"
                            + " rejected loses its connection at once. The identity cannot change.")
    @APIResponse(responseCode = "200", description = "The station as it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is none of this identity")
    public StationView change(
            @PathParam("station") String identity,
            @RequestBody(content = @Content(schema = @Schema(implementation = StationBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        Consumer<Station> match = match(ifMatch);
        return view(stations.configure(actor.get(), find(identity).ref(), before -> {
            match.accept(before);
            return patched(before, changes);
        }));
    }

    private StationConfig patched(Station before, @Nullable ObjectNode changes) {
        StationBody after = JsonBody.patch(json, StationBody.of(before), changes, StationBody.class);
        if (!before.ref().identity().equals(after.identity())) {
            throw Refused.invalid(
                    "identity",
                    "identity cannot change: the history of a station belongs to it. Register the new one and delete this one.");
        }
        if (after.groups() != null) {
            throw Refused.invalid(
                    "groups",
                    "groups cannot change here. Use PUT or DELETE /api/v1/station-groups/{id}/stations/{station}.");
        }
        return after.config();
    }

    @DELETE
    @Permission("station.write")
    @Path("/{station}")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Removes a station that never charged, with its connectors and connections")
    @APIResponse(responseCode = "204", description = "Removed, and disconnected")
    @APIResponse(responseCode = "404", description = "There is none of this identity")
    @APIResponse(responseCode = "409", description = "It has charging sessions, which have to be kept")
    public void delete(@PathParam("station") String identity, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        stations.delete(actor.get(), find(identity).ref(), match(ifMatch));
    }

    @PUT
    @Permission("station.password")
    @Path("/{station}/password")
    @Operation(summary = "Sets the password that the station has to send from its next connection on")
    @APIResponse(responseCode = "204", description = "Set")
    @APIResponse(responseCode = "400", description = "The password is too short or too long")
    @APIResponse(responseCode = "404", description = "There is none of this identity")
    public void setPassword(
            @PathParam("station") String identity,
            @Nullable PasswordBody body,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        StationRef station = find(identity).ref();
        if (body == null || body.password() == null) {
            throw Refused.invalid(
                    "password", "password is missing; to let the station in without one, use DELETE instead of PUT.");
        }
        stations.setPassword(
                actor.get(), station, body.password(), Boolean.TRUE.equals(body.allowShort()), match(ifMatch));
    }

    @DELETE
    @Permission("station.password")
    @Path("/{station}/password")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Lets the station in without a password")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none of this identity")
    public void removePassword(
            @PathParam("station") String identity, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        stations.removePassword(actor.get(), find(identity).ref(), match(ifMatch));
    }

    /** A password has no tag of its own, because it is never shown: the station's stands for it. */
    private Consumer<Station> match(@Nullable String header) {
        IfMatch match = IfMatch.of(header);
        return station -> match.check(view(station));
    }

    private Station find(String identity) {
        return StationPaths.find(stations, actor.scope(), identity);
    }

    private StationView view(Station station) {
        return views.of(actor.scope(), station);
    }
}
