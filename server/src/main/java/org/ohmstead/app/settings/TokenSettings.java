package org.ohmstead.app.settings;

import java.util.List;

/** How tokens are recognised. */
public record TokenSettings(
        @Setting(
                value = "Tokens that are accepted everywhere without being registered, for stations that send a fixed"
                        + " word when nobody has to identify himself.",
                fallback = "")
        List<String> freeTokens,

        @Setting(
                value = "Whether a card is also recognised when a reader sends the bytes of its number in the other"
                        + " order.",
                fallback = "false")
        boolean matchReversedCards,

        @Setting(
                value = "Whether a change or import that leaves a token blocked or expired also tells the stations to"
                        + " stop the sessions that run with it. Without it the answer names them and how to stop"
                        + " them.",
                fallback = "false")
        boolean stopBlockedSessions,

        @Setting(
                value = "Whether the list of tokens that a station keeps for when it is offline follows the registered"
                        + " tokens by itself: when the station connects, and after changes of tokens. For a single"
                        + " station PUT /api/v1/stations/{station}/local-list says otherwise.",
                fallback = "false")
        boolean autoSyncLocalList) {}
