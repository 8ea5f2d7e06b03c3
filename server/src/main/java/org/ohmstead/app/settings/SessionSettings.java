package org.ohmstead.app.settings;

import java.time.Duration;

/** What is plausible about charging sessions, and how long is too long. */
public record SessionSettings(
        @Setting(
                value =
                        "After how long without any sign an open session is stale: it is shown as such and no longer keeps its token"
                                + " busy.",
                fallback = "12h",
                min = "5m",
                max = "365d")
        Duration sessionStaleAfter,

        @Setting(
                value =
                        "How long a connector must be available, while a session is said to charge there and no boot explains it, until"
                                + " the session counts as over and its token is free.",
                fallback = "5m",
                min = "10s",
                max = "1d")
        Duration sessionFreeAfter,

        @Setting(
                value =
                        "How long a session must count as over, by what its station says of boots, connectors and other sessions, until"
                                + " it is closed by what its meter showed last. One that goes on after all is open again.",
                fallback = "15m",
                min = "0s",
                max = "7d")
        Duration sessionCloseAfter,

        @Setting(
                value =
                        "How far a station's clock may be off, as its live messages show it, before times are corrected by that and its"
                                + " sessions are marked clock_off; nothing comes from further in the future. The station shows its"
                                + " clockOffset in any case.",
                fallback = "5m",
                min = "1m",
                max = "365d")
        Duration clockTolerance,

        @Setting(
                value =
                        "How old a 1.6 message is that counts as queued while the station was offline. 2.x stations say so"
                                + " themselves.",
                fallback = "10m",
                min = "10s",
                max = "1d")
        Duration offlineAfter,

        @Setting(
                value =
                        "How old a queued 1.6 message may be; an older one was not queued, its clock is wrong, and the time of its"
                                + " arrival is taken.",
                fallback = "60d",
                min = "1d",
                max = "3650d")
        Duration offlineAtMost,

        @Setting(
                value =
                        "The most that a charger delivers on average, in W. Readings that say more are kept and marked as suspect.",
                fallback = "1000000",
                min = "1000",
                max = "100000000")
        int maxChargingPower) {}
