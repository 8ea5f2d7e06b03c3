package org.ohmstead.bench.siege;

import java.io.IOException;
import java.util.List;

/** What a page in a browser, a proxy or anybody can ask of the API. */
final class HttpAttacks {
    /** From elsewhere, as a proxy says: such a request needs more than a path. */
    private static final String FORWARDED = "X-Forwarded-For: 203.0.113.9\r\n";

    private static final String TOKEN = "{\"value\":\"STOLEN\"}";

    private HttpAttacks() {}

    static void aroundTheDoor(Battlefield field) throws IOException {
        for (String path : List.of(
                "/health/../api/v1/stations",
                "/health/%2E%2E/api/v1/stations",
                "/health/%2e%2e/api/v1/stations",
                "//api/v1/stations",
                "/health//../api/v1/stations",
                "/api/v1/stations")) {
            expectShut(field, "GET", path, FORWARDED, "");
        }
        expectShut(field, "POST", "/api/v1/tokens", "", TOKEN);
        String json = "Content-Type: application/json\r\n";
        expectShut(field, "POST", "/api/v1/tokens", json + "Origin: http://evil.example\r\n", TOKEN);
        expectShut(field, "POST", "/api/v1/tokens", json + "Sec-Fetch-Site: cross-site\r\n", TOKEN);
        try (Stranger page = field.connect()) {
            page.upgrade("/ocpp/PAGE", "Sec-WebSocket-Protocol: ocpp1.6\r\nOrigin: http://evil.example\r\n");
            if (page.status().contains(" 101 ")) {
                field.opened();
            }
        }
        try (Stranger rebound = field.connect()) {
            rebound.raw("GET /api/v1/stations HTTP/1.1\r\nHost: evil.example\r\n\r\n");
            if (rebound.status().contains(" 200 ")) {
                field.opened();
            }
        }
    }

    private static void expectShut(Battlefield field, String method, String path, String headers, String body)
            throws IOException {
        try (Stranger client = field.connect()) {
            field.tried();
            client.request(method, path, headers + "Content-Length: " + body.length() + "\r\n");
            client.raw(body);
            if (client.status().contains(" 20")) {
                field.opened();
            }
        }
    }

    static void pipelined(Battlefield field) throws IOException {
        String one = "GET /health/live HTTP/1.1\r\nHost: " + field.host() + "\r\n\r\n";
        String many = one.repeat(500);
        try (Stranger client = field.connect()) {
            for (int i = 0; i < 300 && field.goesOn(); i++) {
                client.raw(many);
            }
        }
    }

    static void unreadTail(Battlefield field) throws IOException {
        String data = "x".repeat(900_000);
        try (Stranger tail = field.connect();
                Stranger station = field.connect()) {
            tail.request("GET", "/api/v1/messages/live", "Accept: text/event-stream\r\n");
            if (!station.station("TAILED", "ocpp1.6")) {
                return;
            }
            for (int i = 0; i < 200 && field.goesOn(); i++) {
                station.text("[2,\"t\",\"DataTransfer\",{\"vendorId\":\"v\",\"data\":\"" + data + "\"}]");
                station.answer("t");
            }
        }
    }
}
