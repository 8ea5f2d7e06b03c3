package org.ohmstead.locallist;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
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
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** REST: the list of tokens that a station keeps. */
@Path("/api/v1/stations/{station}/local-list")
@Tag(name = "Local lists", description = "The tokens that stations know when they are offline")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class LocalListResource {
    private final LocalLists lists;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public LocalListResource(LocalLists lists, Stations stations, CurrentActor actor) {
        this.lists = lists;
        this.stations = stations;
        this.actor = actor;
    }

    /** How a list is kept. */
    @Schema(name = "LocalListWishes")
    public record Wishes(
            @Schema(
                    description =
                            "Whether it follows our tokens by itself. Null: as the setting auto-sync-local-list says",
                    examples = "true")
            @Nullable
            Boolean autoSync,

            @Schema(
                    implementation = TooMany.class,
                    description = "What is done where there are more tokens than it holds: refuse sends nothing, newest"
                            + " sends those that were changed last. Default: refuse",
                    examples = "newest")
            @Nullable
            String whenTooMany) {}

    /** What is to be sent. */
    @Schema(name = "LocalListSyncBody")
    public record SyncBody(
            @Schema(
                    description =
                            "Whether the whole list is sent. Default: what is different from what the station is known"
                                    + " to have",
                    examples = "false")
            @Nullable
            Boolean full) {}

    @GET
    @Permission("local-list.read")
    @Operation(
            operationId = "getLocalList",
            summary = "Shows what is known of the list of tokens that a station keeps",
            description = "GET .../entries shows what it holds; POST .../refresh asks the station for its version.")
    @APIResponse(responseCode = "200", description = "The list")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public LocalListView get(@PathParam("station") String identity) {
        return lists.view(station(identity));
    }

    @GET
    @Path("/entries")
    @Permission("local-list.read")
    @Operation(
            operationId = "listLocalListEntries",
            summary = "Lists what a station's list of tokens holds",
            description = "As far as it is known: see known in GET .../local-list.")
    @APIResponse(responseCode = "200", description = "A page of entries, in the order of their values in small letters")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public Page<ListEntryView> entries(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return lists.entries(station(identity), Limit.of(limit), Cursor.of(cursor))
                .map(ListEntryView::of);
    }

    @PUT
    @Permission("local-list.write")
    @Operation(
            operationId = "configureLocalList",
            summary = "Says how a station's list is kept: by itself or not, and what is done with too many tokens",
            description =
                    "One that follows our tokens by itself is looked at when its station connects, and within a minute"
                            + " of a change of tokens; many changes lead to one update.")
    @APIResponse(responseCode = "200", description = "The list as it stands now")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public LocalListView configure(@PathParam("station") String identity, @Nullable Wishes wishes) {
        if (wishes == null) {
            throw Refused.invalid("body", "The body is empty; send autoSync and whenTooMany.");
        }
        TooMany tooMany = QueryWords.word("whenTooMany", TooMany.class, wishes.whenTooMany());
        StationRef station = station(identity);
        lists.configure(actor.get(), station, wishes.autoSync(), tooMany == null ? TooMany.REFUSE : tooMany);
        return lists.view(station);
    }

    @POST
    @Path("/sync")
    @LongestAnswer(6)
    @Permission("local-list.write")
    @Operation(
            operationId = "syncLocalList",
            summary = "Brings a station's list to what our tokens say (GetLocalListVersion, SendLocalList)",
            description = "All tokens that may be used at the station, with all their values; those that are blocked or"
                    + " expired go with that word, as far as there is room. It goes in as many messages as the"
                    + " station's limits want, each with the next version; where the station does not take a"
                    + " difference, the whole list is sent. Of a station that is not connected it is remembered,"
                    + " and done when it is.")
    @APIResponse(responseCode = "200", description = "What came of it")
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description =
                    "There are more tokens than the station takes, and the problem names both numbers; or it is being"
                            + " done just now, or the station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public SyncView sync(
            @PathParam("station") String identity,
            @Parameter(
                            description =
                                    "How long the station may take to answer each message, from 1ms to 5m. Default:"
                                            + " 30s")
                    @QueryParam("timeout")
                    @Nullable
                    String timeout,
            @RequestBody(required = false, content = @Content(schema = @Schema(implementation = SyncBody.class)))
                    @Nullable
                    SyncBody body) {
        StationRef station = station(identity);
        boolean full = body != null && Boolean.TRUE.equals(body.full());
        LocalListSync.Done done =
                lists.sync(actor.get(), station, full, timeout == null || timeout.isBlank() ? "30s" : timeout);
        return SyncView.of(done, lists.view(station));
    }

    @POST
    @Path("/refresh")
    @LongestAnswer(6)
    @Consumes(MediaType.WILDCARD)
    @Permission("local-list.write")
    @Operation(
            operationId = "refreshLocalList",
            summary = "Asks a station for the version of its list (GetLocalListVersion)",
            description =
                    "Another one than ours means that somebody else has changed it, or that it was lost: then known is"
                            + " false, and the next update replaces all of it.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "The command has not ended: it waits for its station, or the station for longer than the request",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no such station")
    @APIResponse(
            responseCode = "409",
            description =
                    "The station's registration does not let it pass yet, or the Idempotency-Key stands for another"
                            + " command")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response refresh(@PathParam("station") String identity, @BeanParam SendOptions options) {
        return VerbView.answer(lists.ask(actor.get(), station(identity), options));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
