package org.ohmstead.stations.connections;

import java.time.Instant;

/**
 * Refused connection attempts that are the same: from one address, to one path, for one reason, within a minute.
 *
 * @param first    the first of them
 * @param occurred how many there were
 */
public record AttemptRow(long id, Attempt first, long occurred, Instant lastAt) {}
