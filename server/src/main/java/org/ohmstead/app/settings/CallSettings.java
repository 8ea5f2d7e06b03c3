package org.ohmstead.app.settings;

import java.time.Duration;

/** The calls from here to the stations. */
public record CallSettings(
        @Setting(value = "How long to wait for a station's answer.", fallback = "30s", min = "1s", max = "10m")
        Duration callTimeout,

        @Setting(
                value = "How many calls may wait for one station; further ones are refused.",
                fallback = "32",
                min = "1",
                max = "1000")
        int callQueue,

        @Setting(
                value = "How many commands may wait for a station that is not connected; further ones are refused.",
                fallback = "100",
                min = "1",
                max = "10000")
        int commandQueue,

        @Setting(
                value = "How long commands are kept after their end, with what the stations answered.",
                fallback = "90d",
                min = "1d",
                max = "3650d")
        Duration commandRetention,

        @Setting(
                value = "How long a session is waited for after a station has accepted a remote start: the connection"
                        + " time-out of the stations and some more.",
                fallback = "3m",
                min = "10s",
                max = "1h")
        Duration remoteStartWait,

        @Setting(
                value = "How long a boot is waited for after a station has accepted a reset.",
                fallback = "10m",
                min = "10s",
                max = "1d")
        Duration resetWait,

        @Setting(
                value = "After so many unanswered calls in a row a connection is closed, because a reconnect heals"
                        + " deaf stations.",
                fallback = "3",
                off = "off",
                min = "1",
                max = "100")
        int closeAfterTimeouts,

        @Setting(
                value = "How long nothing is sent to a station that has not booted on this connection. Some break when"
                        + " asked before.",
                fallback = "30s",
                min = "0s",
                max = "10m")
        Duration commandsGrace,

        @Setting(
                value = "The same for a station that was accepted before and merely reconnected.",
                fallback = "5s",
                min = "0s",
                max = "10m")
        Duration reconnectGrace) {}
