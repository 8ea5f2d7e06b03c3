package org.ohmstead.ocpp.v2;

/** Cost Kind. */
public enum CostKind {
    CarbonDioxideEmission,
    RelativePricePercentage,
    RenewableGenerationPercentage
}
