package org.ohmstead.pricing.assignment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.db.Scope;
import org.ohmstead.pricing.assignment.Target.Holder;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.groups.StationGroup;
import org.ohmstead.stations.groups.StationGroupName;
import org.ohmstead.stations.groups.StationGroups;
import org.ohmstead.tokens.StoredToken;
import org.ohmstead.tokens.Token;
import org.ohmstead.tokens.Tokens;

/** What the names in requests mean: stations, groups of them, and tokens. */
@Singleton
public class Targets {
    private final Stations stations;
    private final StationGroups groups;
    private final Tokens tokens;

    @Inject
    public Targets(Stations stations, StationGroups groups, Tokens tokens) {
        this.stations = stations;
        this.groups = groups;
        this.tokens = tokens;
    }

    /** @throws Refused not found */
    StationRef station(Scope scope, String identity) {
        return StationPaths.find(stations, scope, identity).ref();
    }

    /** @throws Refused invalid, naming what there is not */
    Target of(Scope scope, AssignmentBody body) {
        return new Target(
                body.stationGroup() == null ? null : group(scope, body.stationGroup()),
                body.station() == null ? null : named(scope, body.station()),
                body.evse(),
                body.connectorType() == null ? null : body.connectorType().strip(),
                body.tokenGroup() == null ? null : body.tokenGroup().strip(),
                body.token() == null ? null : holder(scope, body.token()));
    }

    private StationGroupName group(Scope scope, long id) {
        if (!groups.has(scope, id)) {
            throw Refused.invalid(
                    "stationGroup",
                    "stationGroup is " + id + ", which there is not. GET /api/v1/station-groups lists them.");
        }
        StationGroup group = groups.get(scope, id);
        return new StationGroupName(group.id(), group.name());
    }

    private StationRef named(Scope scope, String identity) {
        return stations.find(scope, identity)
                .orElseThrow(() -> Refused.invalid(
                        "station",
                        "station is '" + identity + "', which there is not. GET /api/v1/stations lists them."))
                .ref();
    }

    /** One that nobody has registered yet may be assigned a tariff, too. */
    private Holder holder(Scope scope, String value) {
        String own = registered(scope, value).map(Token::value).orElse(value.strip());
        return new Holder(own, Token.key(own));
    }

    private Optional<Token> registered(Scope scope, String value) {
        return tokens.find(scope, value, null).map(StoredToken::token);
    }

    /** A session that might begin. @param token however it is written; null: none */
    Subject subject(
            Scope scope,
            StationRef station,
            @Nullable Integer evse,
            @Nullable Integer connector,
            @Nullable String token,
            Instant at) {
        Optional<Token> known = token == null ? Optional.empty() : registered(scope, token);
        Instant when = at.truncatedTo(ChronoUnit.MICROS);
        return new Subject(
                station,
                evse,
                connector,
                known.map(Token::value).orElse(token),
                known.map(Token::group).orElse(null),
                when,
                when);
    }
}
