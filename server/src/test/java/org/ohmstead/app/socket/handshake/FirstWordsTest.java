package org.ohmstead.app.socket.handshake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ohmstead.ocpp.OcppVersion;

class FirstWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            [2,"1","Heartbeat",{}]              | V16  | true
            [2,"1","StartTransaction",{"a":1}]  | V16  | true
            [2,"1","StartTransaction",{}]       | V201 | false
            [2,"1","TransactionEvent",{}]       | V201 | true
            [2,"1","TransactionEvent",{}]       | -    | true
            [2,"1","Nonsense",{}]               | -    | false
            [2,"1","Heartbeat"]                 | V16  | false
            [2,"1","Heartbeat",[]]              | V16  | false
            [3,"1",{}]                          | V16  | false
            [4,"1","InternalError","",{}]       | V16  | false
            hello                               | V16  | false
            {}                                  | V16  | false
            """)
    void a_request_that_there_is_speaks_ocpp_and_nothing_else(
            String text, @Nullable OcppVersion version, boolean isCall) {
        assertThat(FirstWords.isCall(text, version)).isEqualTo(isCall);
    }
}
