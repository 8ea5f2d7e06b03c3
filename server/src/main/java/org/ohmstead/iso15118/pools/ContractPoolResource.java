package org.ohmstead.iso15118.pools;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ohmstead.access.Permission;
import org.ohmstead.iso15118.Iso15118Settings;
import org.ohmstead.iso15118.fetch.NotAnswered;
import org.ohmstead.iso15118.roots.Certificates;

/** REST: where vehicles get contract certificates from. */
@Path("/api/v1/contract-pool")
@Tag(name = "Plug and Charge")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class ContractPoolResource {
    private final ContractCertificates certificates;
    private final Iso15118Settings settings;
    private final LabPki lab;

    @Inject
    public ContractPoolResource(ContractCertificates certificates, Iso15118Settings settings, LabPki lab) {
        this.certificates = certificates;
        this.settings = settings;
        this.lab = lab;
    }

    @GET
    @Permission("contract.read")
    @Operation(
            operationId = "getContractPool",
            summary = "Shows where vehicles get contract certificates from",
            description = "One for all organisations of the server; its settings say which.")
    @APIResponse(responseCode = "200", description = "The pool")
    public ContractPoolView get() {
        boolean isHubject = settings.pool() == Iso15118Settings.Pool.HUBJECT;
        boolean isLab = settings.pool() == Iso15118Settings.Pool.LAB;
        List<ContractPoolView.Root> roots = isLab
                ? lab.roots().entrySet().stream()
                        .map(root ->
                                new ContractPoolView.Root(root.getKey().word(), Certificates.write(root.getValue())))
                        .toList()
                : List.of();
        return new ContractPoolView(
                certificates.poolName(),
                isHubject ? settings.hubject().url() : null,
                settings.patience().toMillis(),
                roots);
    }

    @POST
    @Path("/test")
    @Permission("contract.write")
    @Operation(
            operationId = "testContractPool",
            summary = "Tries whether the pool of contract certificates can be reached",
            description = "No contract is asked for.")
    @APIResponse(responseCode = "200", description = "What came of it, also where it cannot be reached")
    public ContractPoolView.Tried test() {
        long start = System.nanoTime();
        boolean reached = true;
        String seen;
        try {
            seen = certificates.test();
        } catch (NotAnswered e) {
            reached = false;
            seen = Character.toUpperCase(e.why().charAt(0)) + e.why().substring(1) + ".";
        }
        long took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        return new ContractPoolView.Tried(reached, seen, took);
    }
}
