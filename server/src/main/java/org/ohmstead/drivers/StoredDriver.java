package org.ohmstead.drivers;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A {@link Driver} as it stands in the database. @param erasedAt when all that tells who it is was erased; null: it was not */
public record StoredDriver(
        long id,
        Driver driver,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Instant erasedAt) {}
