package org.ohmstead.reports;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Cursor;
import org.ohmstead.api.Limit;
import org.ohmstead.api.Page;
import org.ohmstead.tenants.CurrentTenant;

/** Security events of all stations. */
@Path("/api/v1/security-events")
@Tag(name = "Reports")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SecurityEventResource {
    private final SecurityEvents events;
    private final CurrentTenant tenant;

    @Inject
    public SecurityEventResource(SecurityEvents events, CurrentTenant tenant) {
        this.events = events;
        this.tenant = tenant;
    }

    @GET
    @Operation(summary = "Lists the security events of all stations")
    @APIResponse(responseCode = "200", description = "A page of them, the newest arrival first")
    public Page<SecurityEventView> list(
            @QueryParam("limit") @Nullable String limit, @QueryParam("cursor") @Nullable String cursor) {
        return events.page(tenant.id(), Limit.of(limit), Cursor.of(cursor)).map(SecurityEventView::of);
    }
}
