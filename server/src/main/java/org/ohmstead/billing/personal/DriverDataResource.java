package org.ohmstead.billing.personal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.api.LongestAnswer;
import org.ohmstead.api.PathNumber;

/** REST: all that is kept of a driver, and its end. */
@Path("/api/v1/drivers/{id}")
@Tag(name = "Drivers")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DriverDataResource {
    private static final String NONE = "There is no such driver";

    private final DriverData data;
    private final CurrentActor actor;

    @Inject
    public DriverDataResource(DriverData data, CurrentActor actor) {
        this.data = data;
        this.actor = actor;
    }

    @GET
    @Path("/export")
    @Permission("driver.export")
    @LongestAnswer(10)
    @Operation(
            operationId = "exportDriver",
            summary = "Gives all that is kept of a driver",
            description = "What a driver may ask for: contact, tokens, wallet and what moved there, bills, invoices."
                    + " Sessions stand in GET /api/v1/sessions, by token.")
    @APIResponse(responseCode = "200", description = "All of it")
    @APIResponse(responseCode = "404", description = NONE)
    public DriverExportView export(@PathParam("id") String id) {
        actor.wholeTenant("The data of a driver");
        return DriverExportView.of(data.of(actor.scope(), PathNumber.of("driver", id)));
    }

    @POST
    @Path("/erase")
    @Permission("driver.erase")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            operationId = "eraseDriver",
            summary = "Erases all that tells who a driver is, which cannot be undone",
            description =
                    "Name, contact, note and tokens go, and with which tokens bills were made. Bills, invoices and the"
                            + " ledger stay, because the law wants them for years; invoices keep the name that they were"
                            + " sent to.")
    @APIResponse(responseCode = "200", description = "What is left")
    @APIResponse(responseCode = "404", description = NONE)
    @APIResponse(responseCode = "409", description = "Money is still to be paid or paid out, or it was erased already")
    public DriverExportView erase(@PathParam("id") String id) {
        actor.get().checkSeesAll("A driver");
        long number = PathNumber.of("driver", id);
        data.erase(actor.get(), number);
        return DriverExportView.of(data.of(actor.scope(), number));
    }
}
