package org.ohmstead.app.settings;

import java.time.Duration;

/** How the stations' connections are kept alive and within bounds. */
public record SocketSettings(
        @Setting(
                value = "How often a connection is pinged on which nothing came in.",
                fallback = "30s",
                off = "off",
                min = "1s",
                max = "1h")
        Duration pingInterval,

        @Setting(
                value =
                        "How long to wait for the pong, or for anything else to come in, before the connection is closed.",
                fallback = "10s",
                min = "1s",
                max = "10m")
        Duration pongTimeout,

        @Setting(
                value =
                        "When a connection is closed on which no OCPP message came in, pings or not. Some stations heartbeat once a"
                                + " day.",
                fallback = "26h",
                off = "off",
                min = "1m",
                max = "30d")
        Duration idleTimeout,

        @Setting(
                value =
                        "The longest message that a station may send which was accepted before, inflated; a longer one closes"
                                + " its connection with 1009. Some send all readings of a night in one StopTransaction.",
                fallback = "16MiB",
                min = "64KiB",
                max = "64MiB")
        Bytes maxMessageSize,

        @Setting(
                value = "The same for a station whose BootNotification has not been accepted before it connected.",
                fallback = "1MiB",
                min = "64KiB",
                max = "64MiB")
        Bytes maxFirstMessageSize,

        @Setting(
                value =
                        "How much the messages of all stations together may have that are larger than 16 KiB and come in or wait"
                                + " at the same time, inflated; a quarter of it again is for stations that have not been"
                                + " accepted before. No more than that of messages of any size waits to be served. Beyond it"
                                + " a station's connection is not read until others are served; nothing is lost. Serving one"
                                + " needs some ten times as much memory.",
                fallback = "32MiB",
                min = "1MiB",
                max = "1024MiB")
        Bytes largeMessageRoom,

        @Setting(
                value =
                        "How many messages a second a station may send for long. A faster one is read more slowly; nothing is lost.",
                fallback = "200",
                off = "off",
                min = "1",
                max = "1000000")
        int messagesPerSecond,

        @Setting(value = "Whether permessage-deflate is spoken with stations that offer it.", fallback = "true")
        boolean compression,

        @Setting(
                value = "How long a station may leave what it was sent unread before its connection is closed.",
                fallback = "30s",
                min = "1s",
                max = "10m")
        Duration slowReaderTimeout,

        @Setting(
                value = "How long the server waits at its end for station calls that are being served.",
                fallback = "10s",
                min = "0s",
                max = "5m")
        Duration drainTimeout) {}
