package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Tariff Cost. */
@Since(V21)
public enum TariffCost {
    NormalCost,
    MinCost,
    MaxCost
}
