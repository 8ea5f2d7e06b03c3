package org.ohmstead.drivers;

import java.time.Instant;

/** A {@link Company} as it stands in the database. */
public record StoredCompany(long id, Company company, Instant createdAt, Instant updatedAt) {}
