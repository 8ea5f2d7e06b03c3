package org.ohmstead.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ohmstead.app.settings.HttpSettings;
import org.ohmstead.app.settings.TlsSettings;

/** Whether the server will be able to listen, asked before anything starts. */
final class Ports {
    private Ports() {}

    /** Why not, in a sentence. */
    static Optional<String> refusal(HttpSettings http, TlsSettings tls) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("port", http.port());
        ports.put("station-port", http.stationPort());
        ports.put("tls-port", tls.tlsPort());
        ports.put("tls-legacy-port", tls.tlsLegacyPort());
        Map<Integer, String> taken = new HashMap<>();
        for (Map.Entry<String, Integer> each : ports.entrySet()) {
            String other = each.getValue() == 0 ? null : taken.putIfAbsent(each.getValue(), each.getKey());
            if (other != null) {
                return Optional.of(other + " and " + each.getKey() + " are both " + each.getValue()
                        + "; choose another one for one of them.");
            }
        }
        return ports.entrySet().stream()
                .flatMap(each -> refusal(each.getKey(), http.host(), each.getValue()).stream())
                .findFirst();
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
