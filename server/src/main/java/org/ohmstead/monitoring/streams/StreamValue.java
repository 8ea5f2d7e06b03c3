package org.ohmstead.monitoring.streams;

import java.time.Instant;

/**
 * One value of a stream.
 *
 * @param at    the station's clock
 * @param value as it came
 */
public record StreamValue(Instant at, String value) {}
