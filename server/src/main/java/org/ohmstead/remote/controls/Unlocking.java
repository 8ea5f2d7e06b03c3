package org.ohmstead.remote.controls;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.availability.ConnectorState;
import org.ohmstead.stations.availability.ConnectorStates;

/** Has stations unlock connectors. Connector n of OCPP 1.6 is connector 1 of EVSE n. */
@Singleton
public class Unlocking {
    static final String ACTION = "UnlockConnector";

    private final Verbs verbs;
    private final ConnectorStates connectors;

    @Inject
    public Unlocking(Verbs verbs, ConnectorStates connectors) {
        this.verbs = verbs;
        this.connectors = connectors;
    }

    /**
     * Blocks until the station has answered, or for as long as the options say.
     *
     * @param connector null: the only one of the EVSE
     * @throws Refused as {@link Verbs#tell}; invalid where it is not said which of several connectors
     */
    public VerbResult unlock(Actor by, String station, int evse, @Nullable Integer connector, SendOptions options) {
        if (connector != null && connector < 1) {
            throw Refused.invalid("connector", "connector is " + connector + "; allowed is a whole number from 1.");
        }
        Verb verb = Verb.of(
                addressee -> words16(addressee, evse, connector),
                addressee -> new Words(
                        ACTION,
                        Words.newPayload()
                                .put("evseId", evse)
                                .put("connectorId", connector == null ? only(addressee, evse) : connector)));
        return verbs.tell(by, station, verb, options);
    }

    private static Words words16(Addressee station, int evse, @Nullable Integer connector) {
        if (connector != null && connector != 1) {
            throw Refused.invalid(
                    "connector",
                    "connector is " + connector + ", and " + station.ref().identity()
                            + " speaks OCPP 1.6, where connector n is connector 1 of EVSE n. Name the EVSE alone.");
        }
        return new Words(ACTION, Words.newPayload().put("connectorId", evse));
    }

    private int only(Addressee station, int evse) {
        List<Integer> known = connectors.of(station.ref()).stream()
                .filter(state -> state.evse() == evse)
                .map(ConnectorState::connector)
                .toList();
        if (known.size() > 1) {
            throw Refused.invalid(
                    "connector",
                    "connector is missing, and EVSE " + evse + " of "
                            + station.ref().identity() + " has the connectors " + known + ". Say which.");
        }
        return known.isEmpty() ? 1 : known.getFirst();
    }
}
