package org.ohmstead.iso15118.roots;

import java.security.cert.X509Certificate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An authority that an organisation trusts.
 *
 * @param id    0: it has none yet
 * @param actor who added it
 */
public record ContractRoot(
        long id,
        RootUse use,
        X509Certificate certificate,
        @Nullable String note,
        String actor,
        Instant addedAt) {}
