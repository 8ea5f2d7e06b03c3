package org.ohmstead.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.simulator.station.network.ClientTls;
import org.ohmstead.simulator.station.network.Destinations;
import org.ohmstead.simulator.station.network.Destinations.Destination;

class DestinationsTest {
    private static final ClientTls.Identity SIGNED = new ClientTls.Identity(Buffer.buffer("a"), Buffer.buffer("b"));
    private static final Destination SECOND = new Destination(2, "wss://b/ocpp", 2);
    private static final Destination THIRD = new Destination(3, "wss://b/ocpp", 3);

    private final Destinations destinations = new Destinations("CP 1", "ws://a/ocpp", "secret", ClientTls.PLAIN);

    private boolean showsPassword() {
        MultiMap headers = destinations.target("ocpp1.6").getHeaders();
        return headers != null && headers.contains("Authorization");
    }

    @Test
    void each_profile_shows_what_it_asks_for_and_no_more() {
        destinations.identity(SIGNED);
        assertThat(destinations.profile()).isEqualTo(1);
        assertThat(destinations.target("ocpp1.6").getURI()).isEqualTo("/ocpp/CP%201");
        assertThat(showsPassword()).isTrue();
        destinations.go(List.of(SECOND));
        assertThat(showsPassword()).isTrue();
        assertThat(destinations.tls().identity()).isNull();
        destinations.go(List.of(THIRD));
        assertThat(showsPassword()).isFalse();
        assertThat(destinations.tls().identity()).isEqualTo(SIGNED);
    }

    @Test
    void what_is_not_reached_in_three_attempts_gives_way_to_the_next() {
        destinations.go(List.of(SECOND, destinations.delivered()));
        destinations.missed();
        destinations.missed();
        assertThat(destinations.current()).isEqualTo(SECOND);
        destinations.missed();
        assertThat(destinations.current()).isEqualTo(destinations.delivered());
        destinations.reached();
        destinations.missed();
        assertThat(destinations.profile()).isEqualTo(1);
    }

    @Test // A05.FR.06
    void once_a_profile_has_worked_there_is_no_way_down() {
        destinations.go(List.of(SECOND, destinations.delivered()));
        destinations.reached();
        for (int i = 0; i < 9; i++) {
            destinations.missed();
            assertThat(destinations.current()).isEqualTo(SECOND);
        }
        destinations.go(List.of(destinations.delivered()));
        assertThat(destinations.current()).isEqualTo(SECOND);
        destinations.go(List.of(THIRD, SECOND));
        assertThat(destinations.profile()).isEqualTo(3);
    }
}
