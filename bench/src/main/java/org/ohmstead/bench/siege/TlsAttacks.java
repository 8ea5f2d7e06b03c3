package org.ohmstead.bench.siege;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ohmstead.bench.socket.AnyCertificate;

/** Before anything is said over TLS. */
final class TlsAttacks {
    private static final int AT_ONCE = 1_000;
    /** The head of a ClientHello of 512 bytes that does not come. */
    private static final byte[] BEGINNING = {0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, (byte) 0xFC, 0x03, 0x03};

    private TlsAttacks() {}

    static void halfWay(Battlefield field) throws IOException, InterruptedException {
        List<Stranger> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < AT_ONCE && field.goesOn(); i++) {
                Stranger socket = field.connectToTls();
                sockets.add(socket);
                socket.raw(BEGINNING);
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

    /** Each with a key of its own, and none resumed: as dear for the server as they can be. */
    static void inVain(Battlefield field) throws IOException {
        for (int i = 0; i < 100 && field.goesOn(); i++) {
            field.tried();
            try (Stranger socket = field.connectToTls()) {
                socket.agree(AnyCertificate.context());
            }
        }
    }
}
