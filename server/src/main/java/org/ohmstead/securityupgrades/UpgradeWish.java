package org.ohmstead.securityupgrades;

import org.jspecify.annotations.Nullable;

/**
 * Where a station is to go.
 *
 * @param profile     1 to 3
 * @param slot        of its network profile (2.x); null: one that is not in use
 * @param url         at which it finds us by then (2.x), without its identity; null: as that slot, or the one in use, has it
 * @param ocppInterface of the network (2.x), such as {@code Wired0}; null: as that slot, or the one in use, has it
 * @param otherCertificate whether it has a certificate for profile 3 of which nothing is known here
 */
public record UpgradeWish(
        int profile,
        @Nullable Integer slot,
        @Nullable String url,
        @Nullable String ocppInterface,
        boolean otherCertificate) {}
