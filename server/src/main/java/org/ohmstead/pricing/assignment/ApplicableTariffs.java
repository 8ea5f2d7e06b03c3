package org.ohmstead.pricing.assignment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ohmstead.db.Scope;
import org.ohmstead.pricing.catalogue.OperatorTariff;
import org.ohmstead.pricing.catalogue.OperatorTariffs;
import org.ohmstead.stations.StationRef;
import org.ohmstead.tokens.Token;

/** Says which tariff applies, and in which version. The answer for a time stays the same, whatever is changed later. */
@Singleton
public class ApplicableTariffs {
    private final SqlAssignmentStore store;
    private final OperatorTariffs tariffs;
    private final ConnectorTypes connectors;

    @Inject
    public ApplicableTariffs(SqlAssignmentStore store, OperatorTariffs tariffs, ConnectorTypes connectors) {
        this.store = store;
        this.tariffs = tariffs;
        this.connectors = connectors;
    }

    /** Whether the tenant has ever assigned any. Costs nothing to ask. */
    public boolean areUsed(StationRef station) {
        return store.isUsed(station.scope());
    }

    public Applicable of(Subject subject) {
        Applicable then = asOf(subject, subject.began());
        return then.winner().isPresent() || !subject.heard().isAfter(subject.began())
                ? then
                : asOf(subject, subject.heard());
    }

    private Applicable asOf(Subject subject, Instant at) {
        String key = subject.token() == null ? null : Token.key(subject.token());
        List<Assignment> standing = store.standing(subject.station(), key, at);
        boolean matters = standing.stream().anyMatch(each -> each.target().connectorType() != null);
        Set<String> types = matters ? connectors.at(subject) : Set.of();
        Scope scope = subject.station().scope();
        Map<Long, OperatorTariff> versions = tariffs.at(
                scope, standing.stream().map(Assignment::tariff).collect(Collectors.toSet()), subject.began());
        return new Applicable(subject, types, at, new Choice(subject, types, versions).among(standing));
    }
}
