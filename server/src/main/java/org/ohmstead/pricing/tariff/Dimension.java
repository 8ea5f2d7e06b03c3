package org.ohmstead.pricing.tariff;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a price component is charged by (OCPI's TariffDimensionType). */
@Schema(name = "TariffDimensionType")
public enum Dimension {
    /** Per kWh; its step is in Wh. */
    ENERGY,
    /** Once per session, and once per reservation; has no step. */
    FLAT,
    /** Per hour in which the vehicle is connected and does not ask for power; its step is in s. */
    PARKING_TIME,
    /** Per hour of charging, or of reservation; its step is in s. */
    TIME
}
