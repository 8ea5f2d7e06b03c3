package org.ohmstead.stations;

import org.ohmstead.db.RowCache;

/** By which a station is looked up that somebody names: its identity, in small letters. */
record StationKey(long tenant, String identity) {
    static final RowCache.Keys<StationKey> TEXT = new RowCache.Keys<>(
            key -> key.tenant + "/" + key.identity,
            text -> new StationKey(
                    Long.parseLong(text.substring(0, text.indexOf('/'))), text.substring(text.indexOf('/') + 1)));

    /** @param identity in any case */
    static StationKey of(long tenant, String identity) {
        return new StationKey(tenant, SqlStationStore.key(identity));
    }
}
