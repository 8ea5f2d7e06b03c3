package org.ohmstead.pricing.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which tariff applies, and why.
 *
 * @param connectorTypes that the station tells of the place; empty: none, or nobody had to know
 * @param asOf           the assignments are those that stood then
 * @param candidates     the one that applies first, the others by how close they are
 */
public record Applicable(Subject subject, Set<String> connectorTypes, Instant asOf, List<Candidate> candidates) {
    /** The one that applies; empty: none does. */
    public Optional<Candidate> winner() {
        return candidates.stream()
                .filter(each -> each.outcome() == Outcome.APPLIES)
                .findFirst();
    }
}
