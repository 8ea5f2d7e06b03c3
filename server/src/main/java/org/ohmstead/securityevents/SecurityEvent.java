package org.ohmstead.securityevents;

import java.time.Instant;

/**
 * Security events of one type and text within a day.
 *
 * @param id             grows with each first arrival
 * @param station        the identity of who reported them
 * @param first          the first of them
 * @param occurred       how many there were
 * @param lastStationAt  of the last one, by the station's clock
 * @param lastReceivedAt of the last one, by ours
 */
public record SecurityEvent(
        long id, String station, SecurityReport first, long occurred, Instant lastStationAt, Instant lastReceivedAt) {}
