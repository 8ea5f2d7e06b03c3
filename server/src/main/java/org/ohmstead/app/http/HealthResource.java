package org.ohmstead.app.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.db.Database;
import org.ohmstead.db.StoreUnavailable;

/** For load balancers and those who restart processes. */
@Path("/health")
@PublicRoute
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Server", description = "Whether the server is well, and what it is doing")
public class HealthResource {
    private final Database database;

    @Inject
    public HealthResource(Database database) {
        this.database = database;
    }

    /**
     * How it is.
     *
     * @param status   {@code up} or {@code down}
     * @param database {@code sqlite} or {@code postgres}, and whether it answers
     */
    public record Health(String status, DatabaseHealth database) {}

    /** The database's part of it. */
    public record DatabaseHealth(String kind, String status) {}

    /** That the process answers, and nothing else. */
    public record Life(String status) {}

    @GET
    @Operation(summary = "Whether the server can do its work; the same as /health/ready")
    @APIResponse(responseCode = "200", description = "It can")
    @APIResponse(responseCode = "503", description = "It cannot, because the database does not answer")
    public Response health() {
        return ready();
    }

    @GET
    @Path("live")
    @Operation(summary = "Whether the process lives; restart it when this does not answer")
    public Life live() {
        return new Life("up");
    }

    @GET
    @Path("ready")
    @Operation(summary = "Whether the server can do its work; asks the database for a sign of life")
    @APIResponse(responseCode = "200", description = "It can")
    @APIResponse(responseCode = "503", description = "It cannot, because the database does not answer")
    public Response ready() {
        boolean up = isUp();
        String status = up ? "up" : "down";
        return Response.status(up ? 200 : 503)
                .entity(new Health(status, new DatabaseHealth(database.kind(), status)))
                .build();
    }

    private boolean isUp() {
        try {
            database.ping();
            return true;
        } catch (StoreUnavailable e) {
            return false;
        }
    }
}
