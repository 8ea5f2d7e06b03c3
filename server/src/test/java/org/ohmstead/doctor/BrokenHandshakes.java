package org.ohmstead.doctor;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.stations.connections.Attempt.Reason;
import org.ohmstead.stations.connections.AttemptHint.Kind;

/**
 * The table of what goes wrong between chargers and this server: what comes over the wire, byte by byte, and what a technician is
 * told of it. A row more is a line more.
 */
final class BrokenHandshakes {
    /**
     * @param bytes  in Latin-1
     * @param reason that it is refused for
     * @param hint   null: none
     * @param told   parts of what is told: sentence, detail, hint, advice
     */
    record Broken(
            String name,
            String bytes,
            Reason reason,
            @Nullable Kind hint,
            List<String> told,
            List<String> flags) {
        @Override
        public String toString() {
            return name;
        }

        Broken with(String... started) {
            return new Broken(name, bytes, reason, hint, told, List.of(started));
        }
    }

    private BrokenHandshakes() {}

    static List<Broken> identities() {
        return List.of(
                row(
                        "an identity like no other",
                        knock("/ocpp/NOBODY-99"),
                        Reason.UNKNOWN_IDENTITY,
                        null,
                        "registered",
                        "character by character"),
                row("a zero is missing", knock("/ocpp/CP-7"), Reason.UNKNOWN_IDENTITY, Kind.SIMILAR_IDENTITY, "CP-07"),
                row(
                        "the letter O for a zero",
                        knock("/ocpp/CP-O7"),
                        Reason.UNKNOWN_IDENTITY,
                        Kind.SIMILAR_IDENTITY,
                        "CP-07"),
                row("a digit too many", knock("/ocpp/CP-077"), Reason.UNKNOWN_IDENTITY, Kind.SIMILAR_IDENTITY, "CP-07"),
                row(
                        "the hyphen is missing",
                        knock("/ocpp/cp07"),
                        Reason.UNKNOWN_IDENTITY,
                        Kind.SIMILAR_IDENTITY,
                        "CP-07"),
                row(
                        "the first letter is wrong",
                        knock("/ocpp/XP-07"),
                        Reason.UNKNOWN_IDENTITY,
                        Kind.SIMILAR_IDENTITY,
                        "CP-07"),
                row(
                        "the path is wrong",
                        knock("/CP-07"),
                        Reason.NO_STATION_PATH,
                        null,
                        "ws://localhost/ocpp",
                        "end with /ocpp"),
                row(
                        "the path of another product",
                        knock("/CentralSystem/CP-07"),
                        Reason.NO_STATION_PATH,
                        null,
                        "ws://localhost/ocpp"),
                row("no identity", knock("/ocpp"), Reason.NO_IDENTITY, null, "charge point ID"),
                row("a blank as identity", knock("/ocpp/%20"), Reason.NO_IDENTITY, null, "is empty"),
                row(
                        "an organisation that does not exist",
                        knock("/ocpp/acmee/CP-07"),
                        Reason.UNKNOWN_TENANT,
                        null,
                        "'acmee'",
                        "{organisation}"),
                row(
                        "an organisation that is suspended",
                        knock("/ocpp/acme/S-1"),
                        Reason.TENANT_SUSPENDED,
                        null,
                        "suspended",
                        "resume"));
    }

    static List<Broken> protocols() {
        String get = "GET /ocpp/OPEN-1 HTTP/1.1\r\nHost: localhost\r\n";
        String key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
        return List.of(
                row(
                        "OCPP 1.5",
                        knock("/ocpp/OPEN-1", "Sec-WebSocket-Protocol: ocpp1.5"),
                        Reason.NO_COMMON_SUBPROTOCOL,
                        null,
                        "ocpp1.5",
                        "1.6J"),
                row(
                        "another protocol",
                        knock("/ocpp/OPEN-1", "Sec-WebSocket-Protocol: mqtt"),
                        Reason.NO_COMMON_SUBPROTOCOL,
                        null,
                        "mqtt",
                        "SOAP"),
                row("a browser's GET", get + "\r\n", Reason.BAD_HANDSHAKE, null, "no WebSocket", "Upgrade"),
                row(
                        "SOAP",
                        "POST /ocpp/OPEN-1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\nSOAPAction: x\r\n\r\n",
                        Reason.BAD_HANDSHAKE,
                        null,
                        "not SOAP"),
                row(
                        "Upgrade without Connection",
                        get + "Upgrade: websocket\r\nSec-WebSocket-Version: 13\r\n" + key + "\r\n",
                        Reason.BAD_HANDSHAKE,
                        null,
                        "Connection: Upgrade"),
                row(
                        "no key",
                        get + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n\r\n",
                        Reason.BAD_HANDSHAKE,
                        null,
                        "no WebSocket handshake"),
                row(
                        "an old draft of WebSocket",
                        get + "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 6\r\n" + key
                                + "\r\n",
                        Reason.BAD_HANDSHAKE,
                        null,
                        "no WebSocket handshake"),
                row(
                        "a page of another site",
                        knock("/ocpp/OPEN-1", "Origin: http://evil.example"),
                        Reason.FOREIGN_ORIGIN,
                        null,
                        "browser",
                        "public-url"),
                row(
                        "wss:// where ws:// is spoken",
                        "\u0016\u0003\u0001\u0000\u0005\u0001\u0000\u0000\u0001\u0000",
                        Reason.TLS_ON_PLAIN_PORT,
                        null,
                        "ws:// instead of wss://"));
    }

    static Broken row(String name, String bytes, Reason reason, @Nullable Kind hint, String... told) {
        return new Broken(name, bytes, reason, hint, List.of(told), List.of());
    }

    static String knock(String target, String... headers) {
        StringBuilder request = new StringBuilder("GET " + target + " HTTP/1.1\r\nHost: localhost\r\n");
        request.append("Connection: Upgrade\r\nUpgrade: websocket\r\n");
        request.append("Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        boolean isNamed = List.of(headers).stream().anyMatch(header -> header.startsWith("Sec-WebSocket-Protocol"));
        if (!isNamed) {
            request.append("Sec-WebSocket-Protocol: ocpp1.6\r\n");
        }
        for (String header : headers) {
            request.append(header).append("\r\n");
        }
        return request + "\r\n";
    }
}
