package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.ocpp.OcppVersion;

class VersionGuessTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [2,"1","BootNotification",{"chargePointVendor":"V","chargePointModel":"M"}]                       | V16
            [2,"1","BootNotification",{"firmwareVersion":{"a":[1]},"chargePointModel":"M"}]                   | V16
            [2,"1","BootNotification",{"reason":"PowerUp","chargingStation":{"vendorName":"V","model":"M"}}]  | V201
            [2,"1","StartTransaction",{}]                                                                     | V16
            [2,"1","TransactionEvent",{}]                                                                     | V201
            [2,"1","BatterySwap",{}]                                                                          | V21
            [2,"1","Heartbeat",{}]                                                                            | V16
            [2,"1","Nonsense",{}]                                                                             | V16
            [2,"1"                                                                                            | V16
            nonsense                                                                                          | V16
            """)
    void the_first_message_tells_the_version(String text, OcppVersion version) {
        assertThat(VersionGuess.of(text, null)).isEqualTo(version);
    }

    @Test
    void where_it_could_be_any_version_it_is_the_one_of_last_time() {
        assertThat(VersionGuess.of("[2,\"1\",\"Heartbeat\",{}]", OcppVersion.V21))
                .isEqualTo(OcppVersion.V21);
        assertThat(VersionGuess.of("[2,\"1\",\"StopTransaction\",{}]", OcppVersion.V21))
                .isEqualTo(OcppVersion.V16);
    }
}
