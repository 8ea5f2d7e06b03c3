package org.ohmstead.app.tls;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.Permission;
import org.ohmstead.app.settings.Settings;

/** Which certificates the server shows, and what stations have to believe for that. */
@Path("/api/v1/server/tls")
@Tag(name = "Server")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TlsResource {
    private final Settings settings;
    private final ServerCertificates certificates;
    private final OwnRoot root;

    @Inject
    public TlsResource(Settings settings, ServerCertificates certificates, OwnRoot root) {
        this.settings = settings;
        this.certificates = certificates;
        this.root = root;
    }

    @GET
    @Permission("status.read")
    @Operation(
            operationId = "getServerTls",
            summary = "Shows the certificates that the server shows at its ports with TLS",
            description =
                    "Of the server that answers: until when they hold, where they come from, whether newer ones could not be"
                            + " taken, and, if the server has made them itself, the root that stations are to be given.")
    @APIResponse(responseCode = "200", description = "How it stands now")
    public ServerTlsView get() {
        return ServerTlsView.of(settings.tls(), certificates.state(), root.pem().orElse(null));
    }
}
