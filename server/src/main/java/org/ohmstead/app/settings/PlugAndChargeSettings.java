package org.ohmstead.app.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Contract certificates of vehicles. */
public record PlugAndChargeSettings(
        @Setting(
                value =
                        "How long a station waits at most for a responder or a pool of certificates that is asked on its"
                                + " behalf. A vehicle ends its session when it hears nothing for some seconds.",
                fallback = "4s",
                min = "500ms",
                max = "25s")
        Duration certificatePatience,

        @Setting(
                value = "Whether OCSP responders and revocation lists that stations or certificates name may be at this"
                        + " machine and in private networks. Whoever has a station's password could else not have this"
                        + " server talk to what only it reaches. Link-local addresses are never asked.",
                fallback = "false")
        boolean privateResponders,

        @Setting(
                value = "Where vehicles get contract certificates from: 'none', 'lab' for keys and certificates of this"
                        + " server's own that prove nothing, or 'hubject' for a pool that speaks Hubject's Open"
                        + " Plug&Charge Protocol. See plug-and-charge.md.",
                fallback = "none")
        ContractPool contractPool,

        @Setting(
                value = "The folder with the keys and certificates of contract-pool 'lab'; made when it is needed.",
                fallback = "data/lab-pki")
        String labPki,

        @Setting(
                value = "The URL of the contract certificate pool, without /v1/ccp, such as"
                        + " https://eu.plugncharge-qa.hubject.com.",
                fallback = "")
        String hubjectUrl,

        @Setting(
                value = "Where the pool's access tokens are issued (OAuth 2.0, client credentials). Empty:"
                        + " hubject-client-secret is such a token itself.",
                fallback = "")
        String hubjectTokenUrl,

        @Setting(value = "As which client this server is known there.", fallback = "")
        String hubjectClientId,

        @Setting(value = "The client's secret.", fallback = "", secret = true)
        String hubjectClientSecret,

        @Setting(value = "For whom a token is asked for (audience); empty: that is not said.", fallback = "")
        String hubjectAudience,

        @Setting(
                value = "How long it is kept what stations have asked about certificates, and what came of it; of each"
                        + " station the newest 5,000 alone.",
                fallback = "30d",
                min = "1h",
                max = "3650d")
        Duration certificateRequestRetention) {

    /** Where contract certificates come from. */
    public enum ContractPool {
        NONE,
        LAB,
        HUBJECT
    }

    /** What is wrong, if taken together. */
    List<Wrong> wrong() {
        List<Wrong> wrong = new ArrayList<>();
        Stream.of(hubjectUrl, hubjectTokenUrl)
                .filter(url -> !url.isEmpty() && !url.matches("https?://[^/?#@]+[^?#]*"))
                .forEach(url -> wrong.add(new Wrong(
                        url.equals(hubjectUrl) ? "hubject-url" : "hubject-token-url",
                        url,
                        "in the settings",
                        "allowed is a URL such as https://example.com")));
        if (contractPool == ContractPool.HUBJECT && hubjectUrl.isEmpty()) {
            wrong.add(new Wrong("contract-pool", "hubject", "in the settings", "it needs hubject-url"));
        }
        return wrong;
    }
}
