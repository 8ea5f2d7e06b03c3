package org.ohmstead.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ohmstead.simulator.fleet.Simulators;

/** A station of 2.1 that calculates, has a terminal, feeds in and swaps batteries, against the packaged server. */
final class EnergyTest {
    @TempDir
    Path folder;

    @Test
    void whatever_it_is_told_and_tells_is_kept_and_shown() {
        try (ServerProcess server = ServerProcess.start(folder);
                Simulators simulators = new Simulators()) {
            server.api().tokens("04A2B3C4D5E680");
            DocumentedApi api = new DocumentedApi(server.api());
            new EnergyOperations(api, server, simulators).call();
            assertThat(api.faults()).isEmpty();
            assertThat(server.api().all("/api/v1/commands"))
                    .as("each is a command that is kept")
                    .extracting(command -> command.path("action").asText())
                    .contains(
                            "CostUpdated",
                            "SetDefaultTariff",
                            "GetTariffs",
                            "ClearTariffs",
                            "ChangeTransactionTariff",
                            "NotifyWebPaymentStarted",
                            "NotifyAllowedEnergyTransfer",
                            "AFRRSignal",
                            "SetDERControl",
                            "GetDERControl",
                            "ClearDERControl",
                            "RequestBatterySwap");
        }
    }
}
