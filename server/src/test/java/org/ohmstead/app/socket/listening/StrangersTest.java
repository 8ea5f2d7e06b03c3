package org.ohmstead.app.socket.listening;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.app.socket.EndpointHarness;
import org.ohmstead.app.socket.RawStation;

class StrangersTest {
    private static final String HEARTBEAT = "[2,\"1\",\"Heartbeat\",{}]";

    @Test
    void of_too_many_the_one_is_closed_that_has_stood_longest() {
        Strangers strangers = new Strangers(2);
        List<EmbeddedChannel> channels = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            channels.add(new EmbeddedChannel());
        }
        strangers.stands(channels.get(0));
        strangers.stands(channels.get(1));
        strangers.goes(channels.get(0));
        strangers.stands(channels.get(2));
        strangers.stands(channels.get(0)); // stands again
        channels.get(1).runPendingTasks();
        assertThat(channels.stream().map(EmbeddedChannel::isOpen)).containsExactly(true, false, true, true);
        strangers.stands(channels.get(1)); // has ended a moment ago
        assertThat(strangers.count()).isLessThanOrEqualTo(2);
    }

    @Test
    void connections_that_only_stand_there_take_none_from_a_station_that_was_accepted() throws Exception {
        try (EndpointHarness server = new EndpointHarness("--unproven-connections=5")) {
            server.stationIsAccepted = true;
            try (RawStation station = server.connected("CP-1")) {
                server.stationIsAccepted = false;
                List<RawStation> strangers = new ArrayList<>();
                strangers.add(server.connected("CP-2"));
                RawStation asking = new RawStation(server.port());
                asking.write("GET /other HTTP/1.1\r\nHost: x\r\n\r\n");
                asking.readHead();
                strangers.add(asking);
                for (int i = 0; i < 5; i++) {
                    strangers.add(new RawStation(server.port()));
                    server.connected("CP-3").close(); // so that the one before it has been seen
                }
                assertThat(strangers.get(0).rest()).isNotNull();
                assertThat(strangers.get(1).rest()).contains("not for stations");
                server.stationIsAccepted = true;
                try (RawStation other = server.connected("CP-4")) {
                    other.text(HEARTBEAT);
                    assertThat(other.readUntil(RawStation.TEXT).text()).startsWith("[3,");
                }
                station.text(HEARTBEAT);
                assertThat(station.readUntil(RawStation.TEXT).text()).startsWith("[3,");
                for (RawStation stranger : strangers) {
                    stranger.close();
                }
            }
        }
    }
}
