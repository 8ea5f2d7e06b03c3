package org.ohmstead.monitoring.alerts;

/**
 * Which events raise an alert.
 *
 * @param severity those up to this number: 0 is danger to life, 9 debugging. Default 5, which OCPP calls Alert
 */
public record AlertSettings(int severity) {
    public static AlertSettings defaults() {
        return new AlertSettings(5);
    }
}
