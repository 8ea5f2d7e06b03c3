package org.ohmstead.app.settings;

import java.time.Duration;

/** Who may connect as a station, and what it is told. */
public record StationSettings(
        @Setting(
                value =
                        "Whether stations for which no security profile is set have to prove who they are. 'none': none has."
                                + " 'optional': those that have a password or a token must send it. 'required': all have. See"
                                + " security.md.",
                fallback = "optional")
        Auth stationAuth,

        @Setting(
                value = "What happens to a station that nobody has created: 'reject' answers 404, 'pending' creates it"
                        + " and holds it in Pending, 'accept' creates and admits it.",
                fallback = "reject")
        Unknown unknownStations,

        @Setting(
                value = "How many stations unknown-stations may create within an hour.",
                fallback = "1000",
                min = "0",
                max = "1000000")
        int newStationsPerHour,

        @Setting(
                value = "The OCPP version of a station that names none in its handshake. 'sniff' reads it from the"
                        + " first message.",
                fallback = "sniff")
        DefaultVersion defaultVersion,

        @Setting(
                value = "The interval between Heartbeats that BootNotification is answered with.",
                fallback = "5m",
                min = "10s",
                max = "24h")
        Duration heartbeatInterval,

        @Setting(
                value = "When a station that is held in Pending, or rejected, may send its next BootNotification.",
                fallback = "1m",
                min = "5s",
                max = "24h")
        Duration bootRetryInterval,

        @Setting(
                value = "How many connections one station may have at a time, those included that are about to end. It"
                        + " needs one; of more, the oldest is closed.",
                fallback = "10",
                min = "2",
                max = "1000")
        int connectionsPerStation,

        @Setting(
                value = "How many connections one address may have for stations that have never been accepted; further"
                        + " ones are answered 503 until some are accepted or end. Loopback, and trusted proxies"
                        + " that do not say for whom they speak, may have any number.",
                fallback = "5000",
                off = "off",
                min = "1",
                max = "1000000")
        int newcomersPerAddress,

        @Setting(
                value = "How many handshakes of one identity from one address may fail in a minute before further ones"
                        + " are answered 429. Beyond the first five those with a password must come one by one,"
                        + " spread over the minute. One that came without a password and is asked for it has not"
                        + " failed.",
                fallback = "60",
                off = "off",
                min = "1",
                max = "100000")
        int failedHandshakesPerMinute,

        @Setting(
                value = "How many different identities that nobody has created an address may try in a minute before"
                        + " further ones are answered 429. Stations that are known get in from there all the"
                        + " same.",
                fallback = "1000",
                off = "off",
                min = "1",
                max = "1000000")
        int unknownIdentitiesPerMinute,

        @Setting(
                value = "A folder with jars that serve vendors' own messages, read when the server starts; it need not"
                        + " exist. See data-transfer.md.",
                fallback = "data/vendors")
        String vendorHandlers,

        @Setting(
                value = "How long such a handler may take for an answer. Then it is interrupted, and the station is"
                        + " answered Rejected.",
                fallback = "10s",
                min = "100ms",
                max = "5m")
        Duration vendorTimeout,

        @Setting(
                value = "Events of stations' monitors (OCPP 2.x) up to this severity raise an alert: 0 is danger to"
                        + " life, 1 hardware failure, 2 system failure, 3 critical, 4 error, 5 alert, 6 warning, 7"
                        + " notice, 8 information, 9 debugging. One whose severity is not known counts as grave"
                        + " enough.",
                fallback = "5",
                min = "0",
                max = "9")
        int alertSeverity,

        @Setting(
                value = "How long before the end of its certificate a station is asked for a new request. 'off' asks"
                        + " none.",
                fallback = "30d",
                off = "off",
                min = "1d",
                max = "365d")
        Duration certificateRenewal) {

    /** Whether stations have to authenticate. */
    public enum Auth {
        NONE,
        OPTIONAL,
        REQUIRED
    }

    /** What happens to unknown identities. */
    public enum Unknown {
        REJECT,
        PENDING,
        ACCEPT
    }

    /** What a connection without a subprotocol speaks. */
    public enum DefaultVersion {
        SNIFF,
        V1_6,
        V2_0_1,
        V2_1
    }
}
