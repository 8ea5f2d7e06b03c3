package org.ohmstead.ocpp.v2;

/** What a cost counts: emission of carbon dioxide, price relative to others, or share of renewables. */
public enum CostKind {
    CarbonDioxideEmission,
    RelativePricePercentage,
    RenewableGenerationPercentage
}
