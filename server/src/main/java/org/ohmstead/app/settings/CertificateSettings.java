package org.ohmstead.app.settings;

import java.time.Duration;

/** Certificates of stations, and the key that secrets in the database are encrypted with. */
public record CertificateSettings(
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
                value = "How long before the end of its certificate a station is asked for a new request. 'off' asks"
                        + " none.",
                fallback = "30d",
                off = "off",
                min = "1d",
                max = "365d")
        Duration certificateRenewal) {}
