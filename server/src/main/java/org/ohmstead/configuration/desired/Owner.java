package org.ohmstead.configuration.desired;

import org.ohmstead.stations.StationRef;

/** Whose values they are. */
sealed interface Owner {
    /** As the audit log names it. */
    String entity();

    String id();

    record OfStation(StationRef station) implements Owner {
        @Override
        public String entity() {
            return "station";
        }

        @Override
        public String id() {
            return station.identity();
        }
    }

    /** @param number of the group */
    record OfGroup(long number) implements Owner {
        @Override
        public String entity() {
            return "station-group";
        }

        @Override
        public String id() {
            return Long.toString(number);
        }
    }
}
