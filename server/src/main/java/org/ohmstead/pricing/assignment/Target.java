package org.ohmstead.pricing.assignment;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.db.keys.IndexKey;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.groups.StationGroupName;

/**
 * For whom and where a tariff is; what is null does not matter, so that nothing at all is everybody everywhere.
 *
 * @param group         of stations
 * @param evse          of the station
 * @param connectorType in the word of OCPP, such as {@code cCCS2}, in any case
 * @param tokenGroup    in any case
 * @param token         as it is registered
 */
public record Target(
        @Nullable StationGroupName group,
        @Nullable StationRef station,
        @Nullable Integer evse,
        @Nullable String connectorType,
        @Nullable String tokenGroup,
        @Nullable Holder token) {

    /**
     * A token.
     *
     * @param key by which tokens are compared
     */
    public record Holder(String value, String key) {}

    /** The same for the same target. It stands in the database. */
    String key() {
        return IndexKey.of(String.join(
                " ",
                group == null ? "*" : Long.toString(group.id()),
                station == null ? "*" : Long.toString(station.id()),
                evse == null ? "*" : Integer.toString(evse),
                connectorType == null ? "*" : "=" + connectorType.toLowerCase(Locale.ROOT),
                token == null ? "*" : "=" + token.key(),
                tokenGroup == null ? "*" : "=" + tokenGroup.toLowerCase(Locale.ROOT)));
    }

    /** How closely it says who: a token, its group, anybody. */
    int who() {
        return token != null ? 2 : tokenGroup != null ? 1 : 0;
    }

    /** How closely it says where: an EVSE, a station, a group of them, anywhere. */
    int where() {
        return evse != null ? 3 : station != null ? 2 : group != null ? 1 : 0;
    }

    /** Whether it says at what. */
    int what() {
        return connectorType != null ? 1 : 0;
    }
}
