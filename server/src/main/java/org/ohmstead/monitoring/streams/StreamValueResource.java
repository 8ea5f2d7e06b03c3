package org.ohmstead.monitoring.streams;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
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
import org.ohmstead.monitoring.places.MonitoredVariable;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** The values that came in a station's streams. */
@Path("/api/v1/stations/{station}/stream-values")
@Tag(name = "Monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class StreamValueResource {
    private final EventStreams streams;
    private final SqlStreamValueStore store;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public StreamValueResource(EventStreams streams, SqlStreamValueStore store, Stations stations, CurrentActor actor) {
        this.streams = streams;
        this.store = store;
        this.stations = stations;
        this.actor = actor;
    }

    /** Which values are looked for, as it was written. */
    public record Query(
            @Parameter(description = "Id of a stream, as in the list of streams") @QueryParam("stream") @Nullable
            String stream,

            @Parameter(description = "Number of a monitor, as in the list of monitors") @QueryParam("monitor") @Nullable
            String monitor,

            @Parameter(description = "Name of a component, in any case") @QueryParam("component") @Nullable
            String component,

            @Parameter(description = "Name of a variable, in any case") @QueryParam("variable") @Nullable
            String variable,

            @Parameter(description = "EVSE that the component belongs to; 0: to none") @QueryParam("evse") @Nullable
            String evse,

            @Parameter(description = "Measured then or later, by the station's clock") @QueryParam("from") @Nullable
            String from,

            @Parameter(description = "Measured before, by the station's clock") @QueryParam("to") @Nullable
            String to) {
        boolean isOfAll() {
            return QueryWords.text(stream) == null
                    && QueryWords.text(monitor) == null
                    && QueryWords.text(component) == null
                    && QueryWords.text(variable) == null
                    && QueryWords.text(evse) == null;
        }

        boolean fits(EventStream one) {
            Long id = QueryWords.number("stream", stream);
            Long number = QueryWords.number("monitor", monitor);
            Integer place = QueryWords.evse(evse);
            return (id == null || id == one.id())
                    && (number == null || number == one.monitor())
                    && isNamed(one, component, MonitoredVariable::component)
                    && isNamed(one, variable, MonitoredVariable::variable)
                    && (place == null
                            || one.variable() != null
                                    && one.variable().component().at("/evse/id").asInt() == place);
        }

        private static boolean isNamed(
                EventStream one, @Nullable String name, Function<MonitoredVariable, JsonNode> part) {
            String text = QueryWords.text(name);
            return text == null
                    || one.variable() != null && MonitoredVariable.isNamed(part.apply(one.variable()), text);
        }
    }

    /** A value as the API shows it. */
    @Schema(name = "StreamValue")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record View(
            @Schema(description = "By the station's clock") Instant at,

            @Schema(description = "As it came", examples = "7360")
            String value,

            @Schema(description = "Id of the stream that it came in")
            long stream,

            @Schema(description = "Number of the monitor. Absent: the stream is not known any more") @Nullable
            Long monitor,

            @Schema(description = "Name of the component. Absent: not known", examples = "Connector") @Nullable
            String component,

            @Schema(description = "Name of the variable. Absent: not known", examples = "Temperature") @Nullable
            String variable,

            @Schema(description = "EVSE of the component. Absent: none, or not known") @Nullable
            Integer evse,

            Instant receivedAt) {
        static View of(SqlStreamValueStore.Kept kept, @Nullable EventStream stream) {
            MonitoredVariable what = stream == null ? null : stream.variable();
            JsonNode evse = what == null ? null : what.component().at("/evse/id");
            return new View(
                    kept.value().at(),
                    kept.value().value(),
                    kept.stream(),
                    stream == null ? null : stream.monitor(),
                    what == null ? null : what.component().path("name").asText(),
                    what == null ? null : what.variable().path("name").asText(),
                    evse == null || !evse.isInt() ? null : evse.asInt(),
                    kept.receivedAt());
        }
    }

    @GET
    @Permission("monitor.read")
    @Operation(
            operationId = "listStreamValues",
            summary = "Lists the values that came in a station's streams (OCPP 2.1 NotifyPeriodicEventStream)",
            description =
                    "The series of a variable goes on over the streams that a station has opened for it one after the"
                            + " other: ask by component, variable and EVSE.")
    @APIResponse(responseCode = "200", description = "A page of values, the latest first by the station's clock")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<View> list(
            @PathParam("station") String identity,
            @BeanParam Query query,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        StationRef station =
                StationPaths.find(stations, actor.scope(), identity).ref();
        Instant from = QueryWords.time("from", query.from());
        Instant to = QueryWords.time("to", query.to());
        QueryWords.period("from", from, "to", to);
        Map<Long, EventStream> known =
                streams.all(station).stream().collect(Collectors.toMap(EventStream::id, Function.identity()));
        List<Long> wanted =
                known.values().stream().filter(query::fits).map(EventStream::id).toList();
        SqlStreamValueStore.Filter filter = new SqlStreamValueStore.Filter(query.isOfAll() ? null : wanted, from, to);
        Limit rows = Limit.of(limit);
        return Page.of(
                        store.before(station, filter, rows.rows() + 1, Cursor.of(cursor)),
                        rows,
                        kept -> Cursor.at(kept.value().at().toString(), Long.toString(kept.id())))
                .map(kept -> View.of(kept, known.get(kept.stream())));
    }
}
