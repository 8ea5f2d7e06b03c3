package org.ohmstead.smartcharging.schedule;

/**
 * A cap for a battery that is nearly full (K01.FR.100).
 *
 * @param percent state of charge from which it holds
 * @param limit   in the unit of the schedule
 */
public record LimitAtSoc(int percent, Rate limit) {}
