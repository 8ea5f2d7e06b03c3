package org.ohmstead.commands.verbs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandOrders;
import org.ohmstead.commands.StoredCommand;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationPaths;
import org.ohmstead.stations.Stations;

/** Tells stations to do things, in the words of the version that each speaks. Each is a command as any other, and kept. */
@Singleton
public class Verbs {
    private static final String NUMBER = "requestId";
    /** Its requestId is that of the station's own request, which whoever sends it gives. */
    private static final String NUMBERED_BY_THE_STATION = "CertificateSigned";

    private final Stations stations;
    private final StationLinks links;
    private final CommandOrders orders;

    @Inject
    public Verbs(Stations stations, StationLinks links, CommandOrders orders) {
        this.stations = stations;
        this.links = links;
        this.orders = orders;
    }

    /**
     * Blocks until the outcome is known, or for as long as the options say; so no handler of a station's messages may come here.
     *
     * @param station identity
     * @throws Refused not found for an unknown station; invalid for what does not fit the schema, naming the field; in conflict where
     *                 the station's registration or its limits do not let it pass; too many where too many wait for it
     */
    public VerbResult tell(Actor by, String station, Verb verb, SendOptions options) {
        Addressee addressee = addressee(by, station);
        Words words = verb.to(addressee);
        if (!words.action().equals(NUMBERED_BY_THE_STATION)) {
            keepNumber(by, words, options);
        }
        return new VerbResult(
                orders.submit(by, options.order(addressee.ref().identity(), words.action(), words.payload())));
    }

    /** A number that was made for a command is no other when the command is repeated with its key. */
    private void keepNumber(Actor by, Words words, SendOptions options) {
        ObjectNode payload = words.payload();
        if (payload.has(NUMBER)) {
            standing(by, options)
                    .ifPresent(before -> payload.set(NUMBER, before.payload().get(NUMBER)));
        }
    }

    /** The command that was sent with this Idempotency-Key before; empty: none, or there is no key. */
    public Optional<StoredCommand> standing(Actor by, SendOptions options) {
        return orders.standing(by, options.key());
    }

    /**
     * A station and what it speaks; 2.1 where it never was here, so that the outcome can say that.
     *
     * @throws Refused not found
     */
    public Addressee addressee(Actor by, String identity) {
        Station station = StationPaths.find(stations, by.scope(), identity);
        OcppVersion version = links.of(station.ref())
                .map(StationLink::version)
                .or(() -> Optional.ofNullable(station.lastVersion()))
                .orElse(OcppVersion.V21);
        return new Addressee(station, version);
    }
}
