package org.ohmstead.ocpp.v2;

import static org.ohmstead.ocpp.OcppVersion.V21;

import org.ohmstead.ocpp.schema.Since;

/** Whether a cost is what was used, or the least or the greatest that the tariff allows. */
@Since(V21)
public enum TariffCost {
    NormalCost,
    MinCost,
    MaxCost
}
