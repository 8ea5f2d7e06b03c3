package org.ohmstead.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.Page;
import org.ohmstead.api.PathNumber;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditEntry;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbView;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;

/** What a station knows of a customer. */
@Path("/api/v1/stations/{station}/customer-information")
@Tag(
        name = "Customer information",
        description = "What stations know of customers, to tell them and to erase it (OCPP 2.x)")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class CustomerInformationResource {
    private final SqlCustomerStore store;
    private final Verbs verbs;
    private final Stations stations;
    private final CurrentActor actor;
    private final AuditLog audit;

    @Inject
    public CustomerInformationResource(
            SqlCustomerStore store, Verbs verbs, Stations stations, CurrentActor actor, AuditLog audit) {
        this.store = store;
        this.verbs = verbs;
        this.stations = stations;
        this.actor = actor;
        this.audit = audit;
    }

    /** With what the station told. */
    @Schema(name = "CustomerInformationReport")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Report(
            CustomerInformation request,

            @Schema(description = "Whether all pages have come")
            boolean complete,

            @Schema(description = "How many pages have come")
            int pages,

            @Schema(description = "What they hold, in their order, for people; empty: nothing is known of the customer")
            String text) {}

    @POST
    @Permission("customer-information.write")
    @LongestAnswer(6)
    @Operation(
            operationId = "requestCustomerInformation",
            summary = "Lets a station tell what it knows of a customer, or erase it (CustomerInformation)",
            description =
                    "It tells in the messages that follow its answer; GET .../customer-information shows them, for as"
                            + " long as customer-information-retention of the settings says. Stations of OCPP 1.6 have no"
                            + " such command.")
    @APIResponse(
            responseCode = "200",
            description = "What the station said: Accepted, Rejected or Invalid",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(
            responseCode = "202",
            description = "It has not answered yet; the command goes on",
            content = @Content(schema = @Schema(implementation = VerbView.class)))
    @APIResponse(responseCode = "400", description = "A field is not allowed; the problem names it")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    @APIResponse(responseCode = "409", description = "The station's registration does not let it pass")
    @APIResponse(responseCode = "429", description = "Too many commands wait for this station")
    public Response request(
            @PathParam("station") String identity, @BeanParam SendOptions options, @Nullable CustomerBody body) {
        StationRef station = station(identity);
        if (body == null) {
            throw Refused.invalid("token", "The body is empty; name a customer by token, certificate or identifier.");
        }
        ObjectNode payload = body.payload(number());
        return VerbView.answer(
                verbs.tell(actor.get(), station.identity(), Verb.of(CustomerReports.ACTION, payload), options));
    }

    /** One that this station was not given lately, also by another node or before a restart. */
    private int number() {
        return ThreadLocalRandom.current().nextInt() & Integer.MAX_VALUE;
    }

    @GET
    @Permission("customer-information.read")
    @Operation(
            operationId = "listCustomerInformation",
            summary = "Lists what a station was asked about customers, and how far its reports are")
    @APIResponse(responseCode = "200", description = "A page of them, the newest first")
    @APIResponse(responseCode = "404", description = "There is no station of this identity")
    public Page<CustomerInformation> list(
            @PathParam("station") String identity,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Limit rows = Limit.of(limit);
        return Page.of(
                store.before(station(identity), rows.rows() + 1, Cursor.of(cursor)),
                rows,
                asked -> Cursor.at(asked.id()));
    }

    @GET
    @Path("/{id}")
    @Permission("customer-information.read")
    @Operation(operationId = "getCustomerInformation", summary = "Shows what a station told about a customer")
    @APIResponse(responseCode = "200", description = "What it told, as far as it has come")
    @APIResponse(responseCode = "404", description = "There is no such station, or nothing of this id any more")
    public Report get(@PathParam("station") String identity, @PathParam("id") String id) {
        StationRef station = station(identity);
        CustomerInformation asked = found(station, id);
        SortedMap<Integer, CustomerReports.Part> pages = store.pages(station, asked.id());
        String text = pages.values().stream().map(CustomerReports.Part::data).collect(Collectors.joining());
        return new Report(asked, asked.completedAt() != null, pages.size(), text);
    }

    @DELETE
    @Path("/{id}")
    @Permission("customer-information.write")
    @Operation(
            operationId = "removeCustomerInformation",
            summary = "Removes what a station told about a customer from this server, before its time is over",
            description = "What the station knows stays there: ask it to clear that.")
    @APIResponse(responseCode = "204", description = "Gone")
    @APIResponse(responseCode = "404", description = "There is no such station, or nothing of this id any more")
    public void remove(@PathParam("station") String identity, @PathParam("id") String id) {
        StationRef station = station(identity);
        CustomerInformation asked = found(station, id);
        Actor by = actor.get();
        store.write(station, tx -> {
            boolean removed = store.remove(tx, station, asked.id());
            if (removed) {
                audit.record(
                        tx,
                        by,
                        AuditEntry.done(
                                "customer-information",
                                station.identity() + "/" + asked.id(),
                                AuditEntry.DELETED,
                                Map.of("requestId", asked.requestId())));
            }
            return removed;
        });
    }

    private CustomerInformation found(StationRef station, String id) {
        long number = PathNumber.of("customer information", id);
        return store.find(station, number)
                .orElseThrow(() -> Refused.notFound("Station '" + station.identity() + "' has told nothing under " + id
                        + ", or its time is over. GET /api/v1/stations/{station}/customer-information"
                        + " lists what is there."));
    }

    private StationRef station(String identity) {
        return StationPaths.find(stations, actor.scope(), identity).ref();
    }
}
