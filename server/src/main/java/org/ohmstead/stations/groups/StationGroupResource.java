package org.ohmstead.stations.groups;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
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
import java.net.URI;
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
import org.ohmstead.api.Cursor;
import org.ohmstead.api.IfMatch;
import org.ohmstead.api.JsonBody;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.QueryWords;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** Groups of stations. */
@Path("/api/v1/station-groups")
@Tag(name = "Station groups")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationGroupResource {
    private final StationGroups groups;
    private final GroupMembers members;
    private final Stations stations;
    private final CurrentActor actor;
    private final ObjectMapper json;

    @Inject
    public StationGroupResource(
            StationGroups groups, GroupMembers members, Stations stations, CurrentActor actor, ObjectMapper json) {
        this.groups = groups;
        this.members = members;
        this.stations = stations;
        this.actor = actor;
        this.json = json;
    }

    @GET
    @Permission("station-group.read")
    @Operation(
            summary = "Lists groups of stations in the order of their names",
            description = "Whoever is limited to some sees these only.")
    @APIResponse(responseCode = "200", description = "A page of groups")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    public Page<StationGroupView> list(
            @Parameter(description = "Part of a name") @QueryParam("q") @Nullable String search,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return groups.page(actor.scope(), QueryWords.text(search), Limit.of(limit), Cursor.of(cursor))
                .map(StationGroupView::of);
    }

    @POST
    @Permission("station-group.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Makes a group of stations",
            description = "Whoever is limited to some groups makes and changes none.")
    @APIResponse(
            responseCode = "201",
            description = "Made; Location names it",
            content = @Content(schema = @Schema(implementation = StationGroupView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "409", description = "There is a group of that name")
    public Response create(@Nullable StationGroupBody body) {
        StationGroup made =
                groups.create(actor.get(), StationGroupBody.present(body).label());
        return Response.created(URI.create("/api/v1/station-groups/" + made.id()))
                .entity(StationGroupView.of(made))
                .build();
    }

    @GET
    @Path("/{id}")
    @Permission("station-group.read")
    @Operation(summary = "Shows a group of stations")
    @APIResponse(responseCode = "200", description = "The group")
    @APIResponse(responseCode = "404", description = "There is none")
    public StationGroupView get(@PathParam("id") String id) {
        return StationGroupView.of(groups.get(actor.scope(), number(id)));
    }

    @PATCH
    @Path("/{id}")
    @Permission("station-group.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Changes name or note of a group of stations",
            description = "A JSON merge patch: an absent field stays, null clears.")
    @APIResponse(responseCode = "200", description = "The group as it is now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "There is another group of that name")
    public StationGroupView change(
            @PathParam("id") String id,
            @RequestBody(content = @Content(schema = @Schema(implementation = StationGroupBody.class))) @Nullable
                    ObjectNode changes,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        return StationGroupView.of(groups.change(actor.get(), number(id), match(ifMatch), before -> JsonBody.patch(
                        json, StationGroupBody.of(before), changes, StationGroupBody.class)
                .label()));
    }

    @DELETE
    @Path("/{id}")
    @Permission("station-group.write")
    @Operation(summary = "Removes a group of stations; the stations themselves stay")
    @APIResponse(responseCode = "204", description = "Removed")
    @APIResponse(responseCode = "404", description = "There is none")
    @APIResponse(responseCode = "409", description = "A role or an API key is limited to it; the problem names which")
    public void delete(@PathParam("id") String id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        groups.remove(actor.get(), number(id), match(ifMatch));
    }

    @GET
    @Path("/{id}/stations")
    @Permission("station-group.read")
    @Operation(
            summary = "Lists the stations of a group in the order of their identity",
            description = "By identity and name; GET /api/v1/stations?stationGroup= has all about them.")
    @APIResponse(responseCode = "200", description = "A page of its stations")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public Page<StationGroupMember> stations(
            @PathParam("id") String id,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return members.page(actor.scope(), number(id), Limit.of(limit), Cursor.of(cursor));
    }

    @PUT
    @Path("/{id}/stations")
    @Permission("station-group.write")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Gives a group exactly these stations: others leave it")
    @APIResponse(responseCode = "200", description = "The group as it is now")
    @APIResponse(
            responseCode = "400",
            description = "There is no such station, or there are too many; nothing was changed")
    @APIResponse(responseCode = "404", description = "There is no such group")
    public StationGroupView setStations(@PathParam("id") String id, @Nullable GroupStationsBody body) {
        return StationGroupView.of(members.set(actor.get(), number(id), GroupStationsBody.present(body)));
    }

    @PUT
    @Path("/{id}/stations/{station}")
    @Permission("station-group.write")
    @Operation(operationId = "addStationToGroup", summary = "Puts a station into a group; one that is in it stays")
    @APIResponse(responseCode = "204", description = "It is in it now")
    @APIResponse(responseCode = "404", description = "There is no such group, or no such station")
    public void add(
            @PathParam("id") String id,
            @Parameter(description = "Identity, percent-encoded") @PathParam("station") String identity) {
        members.add(actor.get(), number(id), station(identity));
    }

    @DELETE
    @Path("/{id}/stations/{station}")
    @Permission("station-group.write")
    @Operation(
            operationId = "removeStationFromGroup",
            summary = "Takes a station out of a group; one that is not in it stays out")
    @APIResponse(responseCode = "204", description = "It is not in it now")
    @APIResponse(responseCode = "404", description = "There is no such group, or no such station")
    public void remove(
            @PathParam("id") String id,
            @Parameter(description = "Identity, percent-encoded") @PathParam("station") String identity) {
        members.remove(actor.get(), number(id), station(identity));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }

    private static Consumer<StationGroup> match(@Nullable String header) {
        IfMatch match = IfMatch.of(header);
        return before -> match.check(StationGroupView.of(before));
    }

    private static long number(String id) {
        return PathNumber.of("station group", id);
    }
}
