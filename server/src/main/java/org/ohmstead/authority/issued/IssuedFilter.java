package org.ohmstead.authority.issued;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which certificates are wanted; null: any.
 *
 * @param station identity
 * @param until   those that end by then
 */
public record IssuedFilter(
        @Nullable String station,
        IssuedCertificate.@Nullable State state,
        @Nullable Instant until,
        @Nullable Long authority) {
    public static final IssuedFilter ALL = new IssuedFilter(null, null, null, null);
}
