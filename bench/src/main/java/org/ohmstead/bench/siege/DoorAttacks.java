package org.ohmstead.bench.siege;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Before anybody is let in. */
final class DoorAttacks {
    /** A station with a password, which {@link Siege} registers. */
    static final String GUARDED = "GUARDED";

    private static final int HOARD = 3_000;

    private DoorAttacks() {}

    /** The whole handshake, and gone before its answer. */
    static void hangUps(Battlefield field) throws IOException {
        for (int i = 0; i < 100 && field.goesOn(); i++) {
            try (Stranger station = field.connect()) {
                station.upgrade("/ocpp/HANG-UP-" + i % 7, "Sec-WebSocket-Protocol: ocpp1.6\r\n");
            }
        }
    }

    static void hoard(Battlefield field) throws IOException, InterruptedException {
        List<Stranger> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < HOARD && field.goesOn(); i++) {
                Stranger socket = field.connect();
                sockets.add(socket);
                if (i % 2 == 0) {
                    socket.upgrade("/ocpp/HOARD", "");
                } else {
                    socket.request("GET", "/health/live", "");
                }
            }
            while (field.goesOn()) {
                Thread.sleep(100);
            }
        } finally {
            for (Stranger socket : sockets) {
                socket.close();
            }
        }
    }

    static void guesses(Battlefield field) throws IOException {
        for (int i = 0; i < 50 && field.goesOn(); i++) {
            String login = GUARDED + ":guess" + field.random().nextInt(1_000_000);
            String basic = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
            try (Stranger station = field.connect()) {
                field.tried();
                station.upgrade(
                        "/ocpp/" + GUARDED,
                        "Sec-WebSocket-Protocol: ocpp1.6\r\nAuthorization: Basic " + basic + "\r\n");
                if (station.status().contains(" 101 ")) {
                    field.opened();
                }
            }
        }
    }
}
