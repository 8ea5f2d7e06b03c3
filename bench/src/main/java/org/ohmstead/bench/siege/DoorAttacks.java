package org.ohmstead.bench.siege;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.ohmstead.bench.load.Fleets;

/** Before anybody is let in. */
final class DoorAttacks {
    /** A station with a password, which {@link Siege} registers. */
    static final String GUARDED = "GUARDED";

    private static final int HOARD = 3_000;
    private static final int SLOW = 500;

    /** Of each of three attackers. */
    private static final long PROBE_NANOS = 3_000_000;

    private DoorAttacks() {}

    /** The whole handshake, and gone before its answer. */
    static void hangUps(Battlefield field) throws IOException {
        for (int i = 0; i < 100 && field.goesOn(); i++) {
            try (Stranger station = field.connect()) {
                station.upgrade("/ocpp/HANG-UP-" + i % 7, "Sec-WebSocket-Protocol: ocpp1.6\r\n");
            }
        }
    }

    /** Slowloris: many at once, none of which ends. */
    static void slowHandshakes(Battlefield field) throws IOException, InterruptedException {
        byte[] letter = {'x'};
        List<Stranger> sockets = new ArrayList<>();
        try {
            while (field.goesOn()) {
                if (sockets.size() < SLOW) {
                    Stranger socket = field.connect();
                    sockets.add(socket);
                    socket.raw("GET /ocpp/SLOW HTTP/1.1\r\nX-Slow: ");
                }
                for (Stranger socket : sockets) {
                    socket.raw(letter); // an IOException where the server has had enough: all are dialled again
                }
                Thread.sleep(10);
            }
        } finally {
            for (Stranger socket : sockets) {
                socket.close();
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

    /** Invented identities, about a thousand a second by all attackers together, with passwords for half of them. */
    static void probes(Battlefield field) throws IOException {
        for (int i = 0; i < 100 && field.goesOn(); i++) {
            String identity = "PROBE-" + field.random().nextInt(1_000_000);
            String basic = Base64.getEncoder().encodeToString((identity + ":guess").getBytes(StandardCharsets.UTF_8));
            try (Stranger station = field.connect()) {
                field.tried();
                station.upgrade(
                        "/ocpp/" + identity,
                        "Sec-WebSocket-Protocol: ocpp1.6\r\n"
                                + (i % 2 == 0 ? "" : "Authorization: Basic " + basic + "\r\n"));
                if (station.status().contains(" 101 ")) {
                    field.opened();
                }
            }
            LockSupport.parkNanos(PROBE_NANOS);
        }
    }

    /** Handshakes in the names of stations that charge meanwhile, which say nothing and go, or stay for a while. */
    static void doubles(Battlefield field) throws IOException {
        List<String> honest = Fleets.identities(Siege.HONEST);
        String identity = honest.get(field.random().nextInt(honest.size()));
        List<Stranger> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 20 && field.goesOn(); i++) {
                Stranger socket = field.connect();
                sockets.add(socket);
                socket.upgrade("/ocpp/" + identity, "Sec-WebSocket-Protocol: ocpp1.6\r\n");
                socket.status();
            }
        } finally {
            for (Stranger socket : sockets) {
                socket.close();
            }
        }
    }
}
