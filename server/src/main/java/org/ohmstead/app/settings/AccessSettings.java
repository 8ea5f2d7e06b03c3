package org.ohmstead.app.settings;

import java.time.Duration;
import java.util.List;

/** Who gets in, and how often they may ask. */
public record AccessSettings(
        @Setting(
                value =
                        "The e-mail address of the first owner, for installations without a terminal; with admin-password. It"
                                + " counts at the first start alone: once anybody can sign in, it changes nothing.",
                fallback = "")
        String adminEmail,

        @Setting(
                value = "The first password of the owner that admin-email names; 10 to 200 characters.",
                fallback = "",
                secret = true)
        String adminPassword,

        @Setting(
                value =
                        "By which name the organisation is called; with admin-email, and like that at the first start alone.",
                fallback = "")
        String adminOrganisation,

        @Setting(
                value =
                        "How long somebody who is signed in with a browser may be away before the password is asked for again.",
                fallback = "12h",
                min = "5m",
                max = "30d")
        Duration signInIdleTimeout,

        @Setting(
                value =
                        "After how long it is asked for in any case; and how long the refresh tokens of a program count.",
                fallback = "30d",
                min = "1h",
                max = "365d")
        Duration signInLifetime,

        @Setting(
                value = "How many requests a second a user or an API key may send; four times as many at once.",
                fallback = "100",
                off = "off",
                min = "1",
                max = "100000")
        int requestsPerUser,

        @Setting(
                value =
                        "How many requests a second may come from an address that nobody has signed in from with them; four"
                                + " times as many at once.",
                fallback = "20",
                off = "off",
                min = "1",
                max = "100000")
        int requestsPerAddress,

        @Setting(
                value =
                        "How long a request of the API may take until it is answered with 503; live feeds have no end, and"
                                + " commands wait as long as they are told.",
                fallback = "60s",
                off = "off",
                min = "1s",
                max = "10m")
        Duration requestTimeout,

        @Setting(
                value = "Whether /metrics is open to anybody who reaches it; else it needs the permission status.read.",
                fallback = "false")
        boolean openMetrics,

        @Setting(
                value = "Origins of web pages of other hosts that may use the API with a token or a key, such as"
                        + " https://portal.example.com; never with cookies. * allows every page, and the server starts with it"
                        + " only if allow-any-origin is true.",
                fallback = "")
        List<String> corsOrigins,

        @Setting(value = "Whether cors-origins may be *.", fallback = "false")
        boolean allowAnyOrigin) {}
