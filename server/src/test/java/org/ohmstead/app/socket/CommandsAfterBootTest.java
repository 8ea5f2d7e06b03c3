package org.ohmstead.app.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.Reset;
import org.ohmstead.stations.StationLink;

/** When a station that has just connected may be commanded (field note 67). */
class CommandsAfterBootTest {
    private static final String BOOT =
            "[2,\"b\",\"BootNotification\",{\"chargePointVendor\":\"V\",\"chargePointModel\":\"M\"}]";

    @Test
    void a_command_waits_until_the_boot_notification_is_answered() throws Exception {
        try (EndpointHarness server = new EndpointHarness();
                RawStation station = server.connected("CP-1")) {
            StationLink link = server.link("CP-1");
            CompletableFuture<Outcome<Reset.Response>> outcome =
                    link.call(new Reset.Request(Reset.Type.Soft), Duration.ofSeconds(5));
            assertThat(link.booted()).isFalse();

            station.text(BOOT);
            assertThat(station.read().text()).startsWith("[3,\"b\"");
            String call = station.read().text();
            assertThat(call).contains("\"Reset\"");
            assertThat(link.booted()).isTrue();
            station.text("[3,\"" + call.split("\"")[1] + "\",{\"status\":\"Accepted\"}]");
            assertThat(outcome.get(5, TimeUnit.SECONDS)).isInstanceOf(Outcome.Answered.class);
        }
    }

    @Test
    void nothing_is_sent_to_a_station_that_was_rejected() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--commands-grace=0s");
                RawStation station = server.connectedAfter("CP-1", () -> server.bootIsRejected = true)) {
            station.text(BOOT);
            assertThat(station.read().text()).contains("Rejected");
            // The sweep would have opened it within a second by the grace time.
            assertThat(server.link("CP-1").call(new Reset.Request(Reset.Type.Soft), Duration.ofSeconds(1)))
                    .isNotDone();
        }
    }

    @Test
    void a_station_that_reconnects_without_booting_can_be_commanded_after_the_grace_time() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--reconnect-grace=1s");
                RawStation station = server.connectedAfter("CP-1", () -> server.stationIsAccepted = true)) {
            server.link("CP-1").call(new Reset.Request(Reset.Type.Soft), Duration.ofSeconds(5));
            assertThat(station.read().text()).contains("\"Reset\"");
        }
    }
}
