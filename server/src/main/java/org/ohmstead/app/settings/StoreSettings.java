package org.ohmstead.app.settings;

import java.time.Duration;

/** Where the facts are kept, and for how long the trace. */
public record StoreSettings(
        @Setting(
                value = "sqlite:PATH, or postgresql://user:password@host:5432/database.",
                fallback = "sqlite:data/ohmstead.db",
                secret = true)
        String database,

        @Setting(
                value = "The key that secrets in the database are encrypted with, such as those of certificate"
                        + " authorities: 32 bytes in Base64, as openssl rand -base64 32 makes them. Empty: it stands in"
                        + " encryption-key-file. Several servers on one database need the same one.",
                fallback = "",
                secret = true)
        String encryptionKey,

        @Setting(
                value = "The file with that key, made at the first start, and readable for the server's user alone."
                        + " Empty: encryption-key beside the database. Back it up: without it those secrets are lost.",
                fallback = "")
        String encryptionKeyFile,

        @Setting(
                value = "How many transactions commit at the same time on PostgreSQL. SQLite always has one writer.",
                fallback = "4",
                min = "1",
                max = "64")
        int databaseLanes,

        @Setting(value = "How many database connections serve reads.", fallback = "8", min = "1", max = "200")
        int databaseReaders,

        @Setting(value = "How long raw OCPP messages are kept.", fallback = "30d", min = "1h", max = "3650d")
        Duration messageRetention,

        @Setting(
                value = "How long meter readings are kept as they came, counted from the last sign of their session."
                        + " Older ones are rolled up, a quarter of an hour to a row; registers at its ends, signed"
                        + " values and all readings of suspect sessions stay. 'off' keeps all of them.",
                fallback = "90d",
                off = "off",
                min = "30d",
                max = "3650d")
        Duration readingRetention,

        @Setting(
                value = "How long refused connection attempts and closed connections are kept.",
                fallback = "90d",
                min = "1h",
                max = "3650d")
        Duration connectionRetention,

        @Setting(
                value = "How long stations' events, their reports, and the steps of their jobs, such as firmware"
                        + " updates, are kept.",
                fallback = "90d",
                min = "1h",
                max = "3650d")
        Duration noticeRetention,

        @Setting(
                value = "How long values that stations send in streams (OCPP 2.1) are kept; each takes some 100 bytes"
                        + " of the database. Of a station the newest million stay.",
                fallback = "30d",
                min = "1h",
                max = "3650d")
        Duration streamRetention,

        @Setting(
                value = "How long is kept what stations have told about a customer (CustomerInformation): it is"
                        + " personal data, and kept no longer than somebody needs to pass it on.",
                fallback = "7d",
                min = "1h",
                max = "365d")
        Duration customerInformationRetention,

        @Setting(
                value = "How long security events are kept after the last one of their row came. 'off' keeps them for"
                        + " ever; then a station fills at most some hundred rows a day.",
                fallback = "1095d",
                off = "off",
                min = "1d",
                max = "36500d")
        Duration securityRetention,

        @Setting(
                value = "How long events wait for a listener that is behind, such as a webhook that does not answer,"
                        + " and how long those are kept that were given up. Older ones are lost to it, which the"
                        + " log, the metrics and /health say; each takes some 300 bytes of the database.",
                fallback = "7d",
                min = "1h",
                max = "365d")
        Duration eventRetention,

        @Setting(
                value = "How long events are kept that all listeners have, for GET /api/v1/events and for readers of"
                        + " /api/v1/events/live that come back: of the newest million alone, which are some 300 MB, and"
                        + " not longer than event-retention.",
                fallback = "1d",
                min = "1h",
                max = "365d")
        Duration eventHistory,

        @Setting(
                value = "How long the lines of the audit log are kept, which tell who changed what. 'off' keeps them"
                        + " for ever; each takes some 500 bytes of the database.",
                fallback = "off",
                off = "off",
                min = "30d",
                max = "36500d")
        Duration auditRetention) {}
