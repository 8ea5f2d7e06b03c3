package org.ohmstead.iso15118;

import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of this slice.
 *
 * @param patience          how long a station waits for others at most; a vehicle ends its session after some seconds
 * @param privateResponders whether stations may name responders at this machine and in private networks
 * @param pool              where contract certificates come from
 * @param hubject           looked at where the pool is Hubject's
 * @param lab               folder with the keys and certificates of the laboratory
 * @param retention         how long it is kept what stations have asked
 */
public record Iso15118Settings(
        Duration patience, boolean privateResponders, Pool pool, Hubject hubject, Path lab, Duration retention) {

    /** Where contract certificates come from. */
    public enum Pool {
        NONE,
        LAB,
        HUBJECT
    }

    /**
     * Access to a contract certificate pool that speaks Hubject's Open Plug&Charge Protocol.
     *
     * @param url      without the path of an operation
     * @param tokenUrl where access tokens are issued (OAuth 2.0, client credentials); empty: none is needed
     * @param audience empty: none is asked for
     */
    public record Hubject(String url, String tokenUrl, String clientId, String clientSecret, String audience) {
        @Override
        public String toString() {
            return "Hubject[" + url + "]"; // the secret stays here
        }
    }

    public static Iso15118Settings defaults() {
        return new Iso15118Settings(
                Duration.ofSeconds(4),
                false,
                Pool.NONE,
                new Hubject("", "", "", "", ""),
                Path.of("data/lab-pki"),
                Duration.ofDays(30));
    }
}
