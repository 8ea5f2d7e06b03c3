package org.ohmstead.app.socket.listening;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.ohmstead.app.settings.HttpSettings;
import org.ohmstead.app.settings.TlsSettings;

/** What somebody who just started the server wants to know: addresses that work, also from where the chargers are. */
public final class Welcome {
    /** A machine may have dozens of addresses. */
    private static final int MOST_ADDRESSES = 4;

    private static final String STATIONS = "  stations   ";
    private static final String MORE = "             ";

    private final HttpSettings http;
    private final TlsSettings tls;
    private final int port;
    private final List<String> hosts;

    /**
     * @param port     that was asked for, or the free one that was found
     * @param machines the addresses of this machine, see {@link HostAddresses#ofThisMachine()}
     */
    public Welcome(HttpSettings http, TlsSettings tls, int port, List<InetAddress> machines) {
        this.http = http;
        this.tls = tls;
        this.port = port;
        this.hosts = HostAddresses.inUrls(http.host(), machines);
    }

    /** The URL of the dashboard, without a slash at its end. */
    public String pages() {
        return http.publicUrl().isEmpty() ? "http://" + hosts.getFirst() + ":" + port : publicUrl();
    }

    /**
     * @param setup    the link by which the first owner is made; null: somebody can sign in
     * @param database without its password
     */
    public String text(@Nullable String setup, String database) {
        StringJoiner lines = new StringJoiner("\n");
        lines.add("Ohmstead is ready");
        if (setup != null) {
            lines.add("  set up     " + setup);
            lines.add("             makes the first owner; the link counts once, for a day");
        }
        lines.add("  dashboard  " + pages() + "/");
        lines.add("  API        " + pages() + "/docs");
        stations(lines);
        lines.add("  data       " + database);
        if (!http.isLoopback() && !pages().startsWith("https://") && tls.tlsPort() == 0) {
            lines.add("  Passwords and keys travel in the clear: set tls-port, or put a proxy with TLS in front");
            lines.add("  of it and set public-url and trusted-proxies (docs/security.md).");
        }
        return lines.toString();
    }

    /** What stands before a station's identity in its URL, the best first. */
    public List<String> stationBases() {
        List<String> bases = new ArrayList<>();
        if (!http.publicUrl().isEmpty()) { // ws for http, wss for https
            bases.add("ws" + publicUrl().substring("http".length()) + "/ocpp");
        }
        for (String host : hosts.subList(0, Math.min(MOST_ADDRESSES, hosts.size()))) {
            bases.add("ws://" + host + ":" + port + "/ocpp");
            if (tls.tlsPort() > 0) {
                bases.add("wss://" + host + ":" + tls.tlsPort() + "/ocpp");
            }
            if (http.stationPort() > 0) {
                bases.add("ws://" + host + ":" + http.stationPort());
            }
        }
        return bases;
    }

    private void stations(StringJoiner lines) {
        String margin = STATIONS;
        for (String base : stationBases()) {
            lines.add(margin + base + "/{identity}");
            margin = MORE;
        }
        if (http.isLoopback()) {
            lines.add(margin + "only from this machine; for chargers in your network start with");
            lines.add(margin + "--host 0.0.0.0 --station-auth required");
        }
    }

    private String publicUrl() {
        return http.publicUrl().replaceAll("/+$", "");
    }
}
