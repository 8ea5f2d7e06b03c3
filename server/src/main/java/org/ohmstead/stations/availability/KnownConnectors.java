package org.ohmstead.stations.availability;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of one station's connectors, as its lane remembers them. */
final class KnownConnectors {
    private final List<ConnectorState> states;

    KnownConnectors(List<ConnectorState> states) {
        this.states = new ArrayList<>(states);
    }

    /** @return null: it was never reported */
    @Nullable
    ConnectorState find(int evse, int connector) {
        return states.stream()
                .filter(state -> state.evse() == evse && state.connector() == connector)
                .findFirst()
                .orElse(null);
    }

    /** The connectors of an EVSE. */
    List<Integer> of(int evse) {
        return states.stream()
                .filter(state -> state.evse() == evse)
                .map(ConnectorState::connector)
                .toList();
    }

    int size() {
        return states.size();
    }

    /** @return false: it was not known */
    boolean remove(int evse, int connector) {
        return states.removeIf(old -> old.evse() == evse && old.connector() == connector);
    }

    List<ConnectorState> all() {
        return List.copyOf(states);
    }

    void put(ConnectorState state) {
        states.removeIf(old -> old.evse() == state.evse() && old.connector() == state.connector());
        states.add(state);
    }
}
