package org.ohmstead.app.settings;

import java.time.Duration;
import org.ohmstead.access.Loopback;
import org.ohmstead.access.Networks;

/** Where the server listens. */
public record HttpSettings(
        @Setting(
                value =
                        "The address to listen on. Anything but loopback needs station-auth=required; put TLS in front of it.",
                fallback = "127.0.0.1")
        String host,

        @Setting(
                value = "The port of the dashboard, the API and the stations. 0 takes any free one.",
                fallback = "8080",
                min = "0",
                max = "65535")
        int port,

        @Setting(
                value = "A port of its own for stations that can be configured with ws://host:port/{identity} only.",
                fallback = "off",
                off = "off",
                min = "1",
                max = "65535")
        int stationPort,

        @Setting(
                value = "How long a connection may take to send its first request.",
                fallback = "20s",
                min = "1s",
                max = "10m")
        Duration handshakeTimeout,

        @Setting(
                value = "How long a connection may stand idle between two HTTP requests, or behind the last one.",
                fallback = "60s",
                min = "1s",
                max = "15m")
        Duration httpIdleTimeout,

        @Setting(
                value = "How many open connections are taken at most; further ones are closed at once.",
                fallback = "200000",
                min = "10",
                max = "2000000")
        int maxConnections,

        @Setting(
                value =
                        "How many new connections a second are taken at each port; further ones wait in the system's queue. A fleet"
                                + " that comes back after a restart is in the sooner, the more there are, and whoever floods the port"
                                + " takes more of the time of those who are in.",
                fallback = "1000",
                off = "off",
                min = "50",
                max = "1000000")
        int newConnectionsPerSecond,

        @Setting(
                value =
                        "How many connections may stand idle that have proved nothing: neither has anybody signed in on them or"
                                + " shown a key, nor was their station ever accepted. Of more, the one that has stood"
                                + " longest is closed. The others of max-connections are for those that have proved something; half of"
                                + " them at least.",
                fallback = "10000",
                min = "5",
                max = "1000000")
        int unprovenConnections,

        @Setting(
                value = "Addresses and networks of proxies that stations dial in through. What they say in Forwarded or"
                        + " X-Forwarded-For about a station's address is believed, for limits and for what is shown; what"
                        + " anybody else says is not. The same for those who sign in, and for X-Forwarded-Proto.",
                fallback = "")
        Networks trustedProxies,

        @Setting(
                value = "Under which URL its users reach the server, such as https://csms.example.com, if not under its"
                        + " address. Links that are sent lead there; with https, cookies travel by TLS only.",
                fallback = "")
        String publicUrl) {

    /** How many connections may stand idle that have proved nothing. */
    public int mostUnproven() {
        return Math.min(unprovenConnections, maxConnections / 2);
    }

    /** Whether nobody outside this machine can connect. */
    public boolean isLoopback() {
        return Loopback.is(host);
    }
}
