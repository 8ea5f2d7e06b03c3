package org.ohmstead.batteryswap;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What happened at the slots of a station.
 *
 * @param request   requestId of the swap that it belongs to
 * @param token     of the driver
 * @param tokenType OCPP 2.x type
 * @param batteries as BatteryData of OCPP 2.1 has them
 */
public record SlotReport(Step step, long request, String token, String tokenType, JsonNode batteries) {
    /** What it was. */
    public enum Step {
        /** A battery was put in. */
        IN,
        /** A battery was taken out. */
        OUT,
        /** A battery was offered, and nobody took it. */
        OUT_TIMEOUT
    }
}
