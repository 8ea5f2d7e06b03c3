package org.ohmstead.devicemodel;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
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
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** What a station is and was set to. */
@Path("/api/v1/stations/{station}/configuration")
@Tag(name = "Configuration")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StationConfigurationResource {
    private final DeviceModel model;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StationConfigurationResource(DeviceModel model, Stations stations, CurrentActor actor) {
        this.model = model;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("configuration.read")
    @Operation(
            operationId = "listConfiguration",
            summary = "Lists what a station is set to, as far as it has said",
            description = "Configuration keys of 1.6 and variables of 2.x alike. It is known from reports, answers and"
                    + " accepted changes; POST /api/v1/stations/{station}/configuration/refresh asks the station.")
    @APIResponse(responseCode = "200", description = "A page of values, in the order of their addresses")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<VariableView> list(
            @PathParam("station") String identity,
            @Parameter(description = "Part of an address: of a key, a component, a variable or an instance")
                    @QueryParam("q")
                    @Nullable
                    String search,
            @Parameter(description = "Component (2.x), in any case") @QueryParam("component") @Nullable
                    String component,
            @Parameter(description = "Variable (2.x) or key (1.6), in any case") @QueryParam("variable") @Nullable
                    String variable,
            @Parameter(description = "true: only what another value is taken for, which counts from the next boot")
                    @QueryParam("rebootPending")
                    @Nullable
                    String pending,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Station station = station(identity);
        Instant lastBoot = station.times().lastBootAt();
        VariableFilter filter = new VariableFilter(
                QueryWords.text(search),
                QueryWords.text(component),
                QueryWords.text(variable),
                Boolean.TRUE.equals(QueryWords.flag("rebootPending", pending)),
                lastBoot);
        return model.page(actor.scope(), station.ref(), filter, Limit.of(limit), Cursor.of(cursor))
                .map(each -> VariableView.of(each, lastBoot));
    }

    @GET
    @Path("/history")
    @Permission("configuration.read")
    @Operation(
            operationId = "listConfigurationHistory",
            summary = "Lists what a station was set to before, of one value or of all",
            description = "A change is noticed when the station tells of it, or when it accepts one from here.")
    @APIResponse(responseCode = "200", description = "A page of changes, the newest first")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<VariableChangeView> history(
            @PathParam("station") String identity,
            @BeanParam AddressQuery of,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return model.changes(actor.scope(), station(identity).ref(), of.address(), Limit.of(limit), Cursor.of(cursor))
                .map(VariableChangeView::of);
    }

    @GET
    @Path("/diff")
    @Permission("configuration.read")
    @Operation(
            operationId = "compareConfiguration",
            summary = "Compares what a station is set to with another station, or with itself at another time",
            description =
                    "Either with, or since and perhaps until. Values that mean the same are alike, such as TRUE and"
                            + " true. Secrets are never compared. As far back as changes are kept.")
    @APIResponse(responseCode = "200", description = "A page of differences, in the order of the addresses")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of one of these identities")
    public Page<VariableDifferenceView> diff(
            @PathParam("station") String identity,
            @Parameter(description = "Identity of another station") @QueryParam("with") @Nullable String with,
            @Parameter(description = "The earlier time") @QueryParam("since") @Nullable String since,
            @Parameter(description = "The later time; absent: now") @QueryParam("until") @Nullable String until,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        String other = QueryWords.text(with);
        Instant from = QueryWords.time("since", since);
        Instant to = QueryWords.time("until", until);
        if ((other == null) == (from == null)) {
            throw Refused.invalid(
                    "with", "Give either with, another station, or since, a time at which to compare it with itself.");
        }
        QueryWords.period("since", from, "until", to);
        Station station = station(identity);
        List<VariableDifference> all = from == null
                ? model.between(
                        actor.scope(),
                        station.ref(),
                        station(String.valueOf(other)).ref())
                : model.between(actor.scope(), station.ref(), from, to);
        return page(all, Limit.of(limit), Cursor.of(cursor)).map(VariableDifferenceView::of);
    }

    private static Page<VariableDifference> page(List<VariableDifference> all, Limit limit, @Nullable Cursor cursor) {
        String after = cursor == null ? "" : cursor.key(0, 1);
        List<VariableDifference> rest = all.stream()
                .filter(each -> each.address().key().compareTo(after) > 0)
                .limit(limit.rows() + 1L)
                .toList();
        return Page.of(rest, limit, each -> Cursor.at(each.address().key()));
    }

    private Station station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity);
    }
}
