package org.ohmstead.app.settings;

import java.time.Duration;

/** Files that stations load and leave. */
public record FileStoreSettings(
        @Setting(
                value = "The folder for images of firmware and for what stations leave, such as logs. Made when the"
                        + " first one comes. Several servers on one database need a folder that all of them see.",
                fallback = "data/files")
        String files,

        @Setting(
                value = "How large a file may be, whoever sends it.",
                fallback = "512MiB",
                min = "1KiB",
                max = "2046MiB")
        Bytes maxUpload,

        @Setting(
                value = "Under which URL stations load and leave files, such as http://10.0.0.5:8080, if they do not"
                        + " reach the server under public-url or its address. Old ones cannot speak TLS.",
                fallback = "")
        String stationFilesUrl,

        @Setting(
                value = "How long files that stations have left are kept. Images of firmware stay until they are"
                        + " deleted.",
                fallback = "90d",
                off = "off",
                min = "1h",
                max = "3650d")
        Duration fileRetention,

        @Setting(
                value = "A port for OCPP 1.6 stations that leave diagnostics by FTP alone. Each upload has a user and"
                        + " a password of its own; nothing can be read. FTP has no TLS here.",
                fallback = "off",
                off = "off",
                min = "1",
                max = "65535")
        int ftpPort,

        @Setting(
                value = "The ports of FTP's data connections, such as 30000-30100, which a firewall has to let in;"
                        + " empty: any free one.",
                fallback = "")
        String ftpPassivePorts) {}
