package org.ohmstead.doctor.connect;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.access.Permission;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** What to type into a charger, in three forms. */
@Path("/api/v1/stations/{station}/connect")
@Tag(name = "Connections")
@RunOnVirtualThread
public class ConnectSheetResource {
    private final ConnectSheets sheets;
    private final Stations stations;
    private final CurrentActor actor;

    @Inject
    public ConnectSheetResource(ConnectSheets sheets, Stations stations, CurrentActor actor) {
        this.sheets = sheets;
        this.stations = stations;
        this.actor = actor;
    }

    @GET
    @Permission("station.read")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "getConnectSheet",
            summary = "Shows what to type into a charger so that it connects",
            description =
                    "Addresses with and without the identity, user name, form of the password, subprotocols and root certificate."
                            + " The password itself is never shown: set a new one with PUT /api/v1/stations/{station}/password."
                            + " As text/plain the same for people; as image/svg+xml a QR code of the first whole URL.")
    @APIResponse(responseCode = "200", description = "The sheet")
    @APIResponse(responseCode = "404", description = "There is no such station")
    public ConnectSheet get(@PathParam("station") String identity) {
        return sheet(identity);
    }

    @GET
    @Permission("station.read")
    @Produces("text/plain;charset=utf-8;qs=0.5")
    @Operation(hidden = true) // the same operation in another form
    public Response text(@PathParam("station") String identity) {
        return Response.ok(sheet(identity).text(), "text/plain;charset=utf-8").build();
    }

    @GET
    @Permission("station.read")
    @Produces("image/svg+xml;qs=0.4")
    @Operation(hidden = true) // the same operation in another form
    public Response picture(@PathParam("station") String identity) {
        return Response.ok(QrPicture.svg(sheet(identity).scanned()), "image/svg+xml")
                .build();
    }

    private ConnectSheet sheet(String identity) {
        return sheets.of(StationPaths.find(stations, actor.scope(), identity));
    }
}
