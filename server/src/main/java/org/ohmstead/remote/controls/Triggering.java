package org.ohmstead.remote.controls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.commands.verbs.Addressee;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.VerbResult;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.stations.availability.ConnectorStates;

/** Has stations send messages (F06; 1.6 §5.17 and the security extension). */
@Singleton
public class Triggering {
    private static final String PLAIN = "TriggerMessage";
    private static final String EXTENDED = "ExtendedTriggerMessage";
    private static final String STATUS = "StatusNotification";
    private static final String CUSTOM = "CustomTrigger";

    /** Both of 1.6 know these. */
    private static final Set<String> OF_16 =
            Set.of("BootNotification", "FirmwareStatusNotification", "Heartbeat", "MeterValues", STATUS);

    private static final Set<String> OF_2 = Set.of(
            "BootNotification",
            "FirmwareStatusNotification",
            "Heartbeat",
            "LogStatusNotification",
            "MeterValues",
            "PublishFirmwareStatusNotification",
            "SignChargingStationCertificate",
            "SignCombinedCertificate",
            "SignV2GCertificate",
            "SignV2G20Certificate",
            STATUS,
            "TransactionEvent",
            CUSTOM);

    private final Verbs verbs;
    private final ConnectorStates connectors;

    @Inject
    public Triggering(Verbs verbs, ConnectorStates connectors) {
        this.verbs = verbs;
        this.connectors = connectors;
    }

    /** What of a station a message is about. @param evse null: all of it */
    private record Place(@Nullable Integer evse, @Nullable Integer connector) {}

    /**
     * Blocks until the station has answered, or for as long as the options say.
     *
     * @return one, or for a StatusNotification one for each connector, up to one that the station did not answer
     * @throws Refused as {@link Verbs#tell}; invalid for a message that its version has not
     */
    public List<VerbResult> trigger(Actor by, String station, TriggerBody wanted, SendOptions options) {
        String message = wanted.message() == null ? "" : wanted.message().strip();
        Place place = place(wanted);
        List<Place> places = message.equals(STATUS) && place.connector() == null
                ? each(verbs.addressee(by, station), place)
                : List.of(place);
        List<VerbResult> results = new ArrayList<>();
        for (Place one : places) {
            VerbResult result =
                    verbs.tell(by, station, verb(message, one, wanted.customTrigger()), options.part(results.size()));
            results.add(result);
            if (result.how() == How.TIMED_OUT
                    || result.how() == How.CONNECTION_LOST
                    || result.how() == How.NOT_CONNECTED) {
                break;
            }
        }
        return results;
    }

    private static Place place(TriggerBody wanted) {
        check("evse", wanted.evse());
        check("connector", wanted.connector());
        if (wanted.connector() != null && wanted.evse() == null) {
            throw Refused.invalid("evse", "evse is missing, and connector counts within an EVSE. Say which EVSE.");
        }
        return new Place(wanted.evse(), wanted.connector());
    }

    private static void check(String field, @Nullable Integer number) {
        if (number != null && number < 1) {
            throw Refused.invalid(field, field + " is " + number + "; allowed is a whole number from 1.");
        }
    }

    /**
     * The state of a connector is told of that connector alone (F06.FR.12), and of 1.6 stations some refuse to tell of all at once
     * (field note 72).
     */
    private List<Place> each(Addressee station, Place place) {
        List<Place> known = connectors.of(station.ref()).stream()
                .filter(state -> state.evse() > 0 && (place.evse() == null || state.evse() == place.evse()))
                .map(state -> new Place(state.evse(), state.connector()))
                .toList();
        return known.isEmpty() ? List.of(place) : known;
    }

    private static Verb verb(String message, Place place, @Nullable String custom) {
        return Verb.of(station -> words16(station, message, place), station -> words2(station, message, place, custom));
    }

    private static Words words16(Addressee station, String message, Place place) {
        String action;
        String word = message;
        if (OF_16.contains(message)) {
            action = station.lacks(PLAIN) && !station.lacks(EXTENDED) ? EXTENDED : PLAIN;
        } else {
            switch (message) {
                case "DiagnosticsStatusNotification" -> action = PLAIN;
                case "LogStatusNotification", "SignChargePointCertificate" -> action = EXTENDED;
                case "SignChargingStationCertificate" -> {
                    action = EXTENDED;
                    word = "SignChargePointCertificate";
                }
                default -> {
                    Set<String> allowed = new TreeSet<>(OF_16);
                    allowed.addAll(Set.of(
                            "DiagnosticsStatusNotification", "LogStatusNotification", "SignChargePointCertificate"));
                    throw unknown(station, message, allowed);
                }
            }
        }
        if (place.connector() != null && place.connector() != 1) {
            throw Refused.invalid(
                    "connector",
                    "connector is " + place.connector() + ", and "
                            + station.ref().identity()
                            + " speaks OCPP 1.6, where connector n is connector 1 of EVSE n. Name the EVSE alone.");
        }
        ObjectNode payload = Words.newPayload().put("requestedMessage", word);
        return new Words(action, place.evse() == null ? payload : payload.put("connectorId", place.evse()));
    }

    private static Words words2(Addressee station, String message, Place place, @Nullable String custom) {
        String word =
                switch (message) {
                    case "DiagnosticsStatusNotification" -> "LogStatusNotification";
                    case "SignChargePointCertificate" -> "SignChargingStationCertificate";
                    default -> message;
                };
        if (!OF_2.contains(word)) {
            throw unknown(station, message, new TreeSet<>(OF_2));
        }
        ObjectNode payload = Words.newPayload().put("requestedMessage", word);
        if (place.evse() != null) {
            ObjectNode evse = payload.putObject("evse").put("id", place.evse());
            if (place.connector() != null) {
                evse.put("connectorId", place.connector());
            }
        }
        return new Words(PLAIN, custom == null ? payload : payload.put("customTrigger", custom));
    }

    private static Refused unknown(Addressee station, String message, Set<String> allowed) {
        return Refused.invalid(
                "message",
                (message.isEmpty() ? "message is missing" : "message is '" + message + "'") + ", and "
                        + station.ref().identity() + " speaks OCPP "
                        + station.version().number() + "; allowed are " + String.join(", ", allowed) + ".");
    }
}
