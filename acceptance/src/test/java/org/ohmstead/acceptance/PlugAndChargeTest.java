package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.simulator.fleet.Simulators;

/** A vehicle gets a contract from the laboratory and charges with it, at a station of 2.1 and the packaged server. */
final class PlugAndChargeTest {
    @TempDir
    Path folder;

    @Test
    void a_vehicle_gets_a_contract_and_is_accepted_with_it_once_its_root_is_trusted() {
        try (ServerProcess server = ServerProcess.start(folder, "--contract-pool=lab");
                Simulators simulators = new Simulators()) {
            DocumentedApi api = new DocumentedApi(server.api());
            new ContractOperations(api, server, simulators).call();
            assertThat(api.faults()).isEmpty();
            assertThat(server.api().all("/api/v1/audit-logs"))
                    .extracting(line -> line.path("entity").asText())
                    .contains("contract-root", "contract-leniency");
        }
    }
}
