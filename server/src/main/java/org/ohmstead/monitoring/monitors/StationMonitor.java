package org.ohmstead.monitoring.monitors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.ohmstead.monitoring.places.MonitoredVariable;

/**
 * A monitor as its station has it.
 *
 * @param number   given by the station
 * @param monitor  type, value, severity, transaction, and what else is known of it: eventNotificationType, periodicEventStream
 * @param isCustom false: the station has it by itself, or always had it
 * @param knownAt  when the station last told of it
 */
record StationMonitor(long number, MonitoredVariable variable, ObjectNode monitor, boolean isCustom, Instant knownAt) {
    /** From 0 (danger to life) to 9 (debugging). */
    int severity() {
        return monitor.path("severity").asInt();
    }
}
