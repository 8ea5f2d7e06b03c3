package org.ohmstead.stations;

import org.ohmstead.db.Scope;

/**
 * Which station: enough to find it, to log it and to key what belongs to it.
 *
 * @param id       ours, the same for its whole life
 * @param identity the station's name on the wire, as it was registered
 */
public record StationRef(long tenant, long id, String identity) {
    /** By which stations are compared and sorted: the identity in small letters. */
    public String key() {
        return SqlStationStore.key(identity);
    }

    /** For its own reads and writes. */
    public Scope scope() {
        return Scope.tenant(tenant);
    }
}
