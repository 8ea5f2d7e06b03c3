package org.ohmstead.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Optional;
import org.ohmstead.app.settings.HttpSettings;

/** Whether the server will be able to listen, asked before anything starts. */
final class Ports {
    private Ports() {}

    /** Why not, in a sentence. */
    static Optional<String> refusal(HttpSettings http) {
        if (http.port() > 0 && http.port() == http.stationPort()) {
            return Optional.of(
                    "port and station-port are both " + http.port() + "; choose another one for one of them.");
        }
        return refusal("port", http.host(), http.port())
                .or(() -> refusal("station-port", http.host(), http.stationPort()));
    }

    private static Optional<String> refusal(String setting, String host, int port) {
        if (port == 0) { // any free one, or none
            return Optional.empty();
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // as the server itself does
            socket.bind(new InetSocketAddress(host, port));
            return Optional.empty();
        } catch (IOException e) {
            String why = String.valueOf(e.getMessage());
            String advice = why.contains("in use")
                    ? "another program listens there; stop it, or choose another port with --" + setting
                    : why.contains("denied")
                            ? "the system does not allow it; choose a port from 1024 on with --" + setting
                            : "choose an address of this machine with --host";
            return Optional.of("Cannot listen on " + host + ":" + port + " (" + why + "): " + advice + ".");
        }
    }
}
