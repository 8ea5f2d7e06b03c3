package org.ohmstead.tokens;

import java.time.Instant;

/** A {@link Token} as it stands in the database. */
public record StoredToken(long id, Token token, Instant createdAt, Instant updatedAt) {}
