package org.ohmstead.app.http;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.Permission;
import org.ohmstead.app.settings.SettingList;
import org.ohmstead.app.settings.SettingList.SettingView;

/** What the server was started with. */
@Path("/api/v1/settings")
@Tag(name = "Server")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class SettingsResource {
    private final SettingList settings;

    @Inject
    public SettingsResource(SettingList settings) {
        this.settings = settings;
    }

    /** All of them, in the order of docs/settings.md. */
    @Schema(name = "Settings")
    public record All(List<SettingView> items) {
        public All {
            items = List.copyOf(items);
        }
    }

    @GET
    @Permission("status.read")
    @Operation(
            operationId = "listSettings",
            summary = "Lists the settings that the server was started with, and where each comes from",
            description =
                    "Of the server that answers, as it started: what was written to the file since is not there. Values that"
                            + " may hold a secret are ***. There are no pages.")
    @APIResponse(responseCode = "200", description = "All settings")
    public All list() {
        return new All(settings.settings());
    }
}
