package org.ohmstead.pricing.ocpi;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a period of a CDR or session tells (OCPI's CdrDimensionType). */
@Schema(name = "CdrDimensionType")
public enum CdrDimension {
    CURRENT,
    ENERGY,
    ENERGY_EXPORT,
    ENERGY_IMPORT,
    MAX_CURRENT,
    MIN_CURRENT,
    MAX_POWER,
    MIN_POWER,
    PARKING_TIME,
    POWER,
    RESERVATION_TIME,
    STATE_OF_CHARGE,
    TIME
}
