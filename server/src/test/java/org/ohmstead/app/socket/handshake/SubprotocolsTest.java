package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.app.socket.handshake.Subprotocols.Agreed;
import org.ohmstead.ocpp.OcppVersion;

class SubprotocolsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ocpp1.6                      | V16  | ocpp1.6
            ocpp2.0.1, ocpp1.6           | V201 | ocpp2.0.1
            ocpp1.6,ocpp2.1              | V16  | ocpp1.6
            ocpp2.0, ocpp2.1             | V21  | ocpp2.1
            soap, ocpp1.5, OCPP1.6       | V16  | OCPP1.6
            ocpp1.6j                     | V16  | ocpp1.6j
            "ocpp1.6"                    | V16  | "ocpp1.6"
            """)
    void the_stations_order_decides_and_its_own_token_is_echoed(String header, OcppVersion version, String token) {
        assertThat(Subprotocols.of(List.of(header)).agree()).contains(new Agreed(version, token));
    }

    @Test
    void repeated_headers_are_one_list() {
        assertThat(Subprotocols.of(List.of("ocpp1.5", "ocpp2.0.1,ocpp1.6")).agree())
                .contains(new Agreed(OcppVersion.V201, "ocpp2.0.1"));
    }

    @Test
    void nothing_in_common_is_something_else_than_nothing_offered() {
        Subprotocols foreign = Subprotocols.of(List.of("ocpp1.2, mqtt"));

        assertThat(foreign.agree()).isEmpty();
        assertThat(foreign.isSilent()).isFalse();
        assertThat(Subprotocols.of(List.of()).isSilent()).isTrue();
        assertThat(Subprotocols.of(List.of(" , ")).isSilent()).isTrue();
    }
}
