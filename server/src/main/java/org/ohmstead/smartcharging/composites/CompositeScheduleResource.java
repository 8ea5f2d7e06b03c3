package org.ohmstead.smartcharging.composites;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.QueryWords;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.smartcharging.schedule.RateUnit;
import org.ohmstead.smartcharging.schedule.json.Words;

/** REST: composite schedules. */
@Path("/api/v1/stations/{station}/composite-schedule")
@Tag(name = "Smart charging")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CompositeScheduleResource {
    private static final long LONGEST = Duration.ofDays(7).toSeconds();
    private static final long USUAL = Duration.ofDays(1).toSeconds();
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");
    private static final String EVSE = "0: the station as a whole";
    private static final String SECONDS = "How long, in seconds: 1 to 604800. Default: 86400";
    private static final String UNIT = "A or W. Default: A";

    private final CompositeSchedules schedules;
    private final CurrentActor actor;

    @Inject
    public CompositeScheduleResource(CompositeSchedules schedules, CurrentActor actor) {
        this.schedules = schedules;
        this.actor = actor;
    }

    @GET
    @Permission("charging-profile.read")
    @Operation(
            operationId = "getCompositeSchedule",
            summary = "Computes what an EVSE or the station may draw, by all profiles and limits that are known",
            description =
                    "The station is not asked. Where no transaction runs, it is what one may draw that begins then. Of"
                            + " the station as a whole it is the sum over its EVSEs, capped by its maximum.")
    @APIResponse(responseCode = "200", description = "What holds when")
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public CompositeView get(
            @PathParam("station") String identity,
            @Parameter(description = EVSE, required = true) @QueryParam("evse") @Nullable String evse,
            @Parameter(description = SECONDS) @QueryParam("seconds") @Nullable String seconds,
            @Parameter(description = UNIT) @QueryParam("unit") @Nullable String unit,
            @Parameter(description = "From when. Default: now") @QueryParam("from") @Nullable String from) {
        CompositeSchedules.Question now = question(evse, seconds, unit);
        Instant start = QueryWords.time("from", from);
        if (start != null && (start.isBefore(EARLIEST) || start.isAfter(LATEST))) {
            throw Refused.invalid("from", "from is " + start + "; allowed are " + EARLIEST + " to " + LATEST + ".");
        }
        return CompositeView.of(schedules.computed(
                actor.get(), identity, new CompositeSchedules.Question(now.evse(), now.length(), now.unit(), start)));
    }

    @POST
    @Path("/compare")
    @Consumes(MediaType.WILDCARD)
    @LongestAnswer(6)
    @Permission("charging-profile.write")
    @Operation(
            operationId = "compareCompositeSchedule",
            summary = "Asks the station what may be drawn (GetCompositeSchedule), and shows beside it what we compute",
            description =
                    "Stations may lower limits by what they alone know, and some label their answer with the wrong"
                            + " unit: the two are shown side by side, with the times at which they differ by more than"
                            + " rounding.")
    @APIResponse(
            responseCode = "200",
            description = "Both",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(
            responseCode = "202",
            description =
                    "The command waits for its station, or the station for longer than the request; ours is there",
            content = @Content(schema = @Schema(implementation = ComparisonView.class)))
    @APIResponse(responseCode = "400", description = "A parameter is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass yet")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response compare(
            @PathParam("station") String identity,
            @Parameter(description = EVSE, required = true) @QueryParam("evse") @Nullable String evse,
            @Parameter(description = SECONDS) @QueryParam("seconds") @Nullable String seconds,
            @Parameter(description = UNIT) @QueryParam("unit") @Nullable String unit,
            @BeanParam SendOptions options) {
        CompositeSchedules.Comparison both =
                schedules.compared(actor.get(), identity, question(evse, seconds, unit), options);
        return VerbView.answer(both.asked(), ComparisonView.of(both));
    }

    private static CompositeSchedules.Question question(
            @Nullable String evse, @Nullable String seconds, @Nullable String unit) {
        Integer place = QueryWords.evse(evse);
        if (place == null) {
            throw Refused.invalid("evse", "evse is missing; 0 is the station as a whole.");
        }
        Long length = QueryWords.number("seconds", seconds);
        if (length != null && (length < 1 || length > LONGEST)) {
            throw Refused.invalid("seconds", "seconds is " + length + "; allowed are 1 to " + LONGEST + ".");
        }
        String word = QueryWords.text(unit);
        RateUnit rate = word == null
                ? RateUnit.AMPERE
                : Words.unit(word)
                        .orElseThrow(() -> Refused.invalid("unit", "unit is '" + word + "'; allowed are A and W."));
        return new CompositeSchedules.Question(place, Duration.ofSeconds(length == null ? USUAL : length), rate, null);
    }
}
