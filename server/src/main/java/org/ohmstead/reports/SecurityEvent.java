package org.ohmstead.reports;

/**
 * A security event that is kept.
 *
 * @param id      grows with each arrival
 * @param station the identity of who reported it
 */
public record SecurityEvent(long id, String station, SecurityReport report) {}
