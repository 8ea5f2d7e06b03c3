package org.ohmstead.pricing.assignment;

import org.ohmstead.pricing.catalogue.OperatorTariff;

/**
 * An assignment that was considered.
 *
 * @param tariff  in the version that it would be charged by
 * @param outcome what became of it
 * @param why     in words
 */
public record Candidate(Assignment assignment, OperatorTariff tariff, Outcome outcome, String why) {}
