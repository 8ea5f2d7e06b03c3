package org.ohmstead.commands;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.secrets.Secrets;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.provisioning.RegistrationGate;

/**
 * Sends commands to stations and waits for what they say; each is kept with its outcome. One CALL at a time is on a station's
 * wire, the next ones wait in the link's bounded queue; nothing is repeated by itself, because most commands are not idempotent
 * (OCPP-J §4.1.1).
 */
@Singleton
public class Commands {
    private static final Logger LOG = System.getLogger(Commands.class.getName());

    private final Stations stations;
    private final StationLinks links;
    private final RegistrationGate gate;
    private final Sending sending;
    private final CommandRecords records;
    private final CommandResults results;
    private final Clock clock;

    @Inject
    public Commands(
            Stations stations,
            StationLinks links,
            RegistrationGate gate,
            Sending sending,
            CommandRecords records,
            Clock clock) {
        this.stations = stations;
        this.links = links;
        this.gate = gate;
        this.sending = sending;
        this.records = records;
        this.results = new CommandResults(clock);
        this.clock = clock;
    }

    /**
     * A command that was looked at.
     *
     * @param link    null: the station is not connected
     * @param request null: it cannot leave, as {@code unsent} says
     * @param unsent  why it cannot leave; null: it can
     */
    record Checked(
            Station station,
            Command command,
            @Nullable StationLink link,
            @Nullable OcppVersion version,
            @Nullable OcppCall<OcppResult> request,
            @Nullable CommandResult unsent,
            Instant accepted) {}

    /**
     * Blocks until the outcome is known.
     *
     * @throws Refused not found for an unknown station; invalid for an unknown action or a payload that breaks the schema; in conflict when
     *                 the station's registration does not let the action pass, or it is more than the station takes; too many when too many commands wait for it
     */
    public CommandResult send(Actor by, Command command) {
        Checked checked = check(by, command);
        SqlCommandStore.Entry entry = entry(by, checked, null);
        if (checked.unsent() != null) {
            records.unsent(entry, checked.unsent());
            return checked.unsent();
        }
        long id = records.leaving(entry).orElseThrow(() -> new IllegalStateException("a key of its own stood already"));
        return deliver(by, checked, id, null);
    }

    SqlCommandStore.Entry entry(Actor by, Checked checked, @Nullable String key) {
        return records.entry(by, checked.station().ref(), checked.command(), checked.version(), key);
    }

    /** @throws Refused as {@link #send} */
    Checked check(Actor by, Command command) {
        Station station = stations.find(by.scope(), command.station())
                .orElseThrow(() -> Refused.notFound(
                        "There is no station '" + command.station() + "'. GET /api/v1/stations lists them."));
        Instant accepted = clock.instant();
        StationLink link = links.of(station.ref()).orElse(null);
        OcppVersion version = link == null ? station.lastVersion() : link.version();
        if (version == null) {
            CommandResult never =
                    results.unsent(command, null, How.NOT_CONNECTED, "The station has never been connected.", accepted);
            return new Checked(station, command, null, null, null, never, accepted);
        }
        Optional<Action> action = CommandRequest.action(command.action(), version);
        if (action.isEmpty()) {
            String why = "OCPP " + version.number() + ", which the station speaks, has no " + command.action() + ".";
            CommandResult none = results.unsent(command, version, How.NOT_SUPPORTED, why, accepted);
            return new Checked(station, command, link, version, null, none, accepted);
        }
        OcppCall<OcppResult> request = CommandRequest.read(action.get(), payload(command), version);
        if (link == null) {
            CommandResult away =
                    results.unsent(command, version, How.NOT_CONNECTED, "The station is not connected.", accepted);
            return new Checked(station, command, null, version, request, away, accepted);
        }
        checkRegistration(station, command.action());
        sending.check(station, link, request, payload(command));
        return new Checked(station, command, link, version, request, null, accepted);
    }

    /**
     * Looks at what many stations are to be sent, whichever versions they speak.
     *
     * @throws Refused invalid for an action that no version has, a payload that fits the schema of none, or one with a secret, which
     *                 is not kept
     */
    public static void checkForMany(String action, JsonNode payload) {
        if (!Secrets.masked(payload).equals(payload)) {
            throw Refused.invalid(
                    "payload",
                    "The payload has a password or a key, which is not kept, so it cannot go to many stations. Send it"
                            + " to each with POST /api/v1/stations/{station}/commands.");
        }
        Refused first = null;
        for (OcppVersion version : List.of(OcppVersion.V21, OcppVersion.V201, OcppVersion.V16)) {
            Optional<Action> here = CommandRequest.action(action, version);
            if (here.isPresent()) {
                try {
                    CommandRequest.read(here.get(), payload.toString(), version);
                    return;
                } catch (Refused refused) {
                    first = first == null ? refused : first;
                }
            }
        }
        throw Objects.requireNonNull(first, "an action that no version has is refused above");
    }

    /**
     * Sends what is on record, and keeps what comes of it. Blocks until then.
     *
     * @param queued it has waited, and does so again where it does not leave; null: it does not wait
     * @throws Refused too many wait for the station, and it is none that waits
     */
    CommandResult deliver(Actor by, Checked checked, long id, @Nullable StoredCommand queued) {
        Command command = checked.command();
        StationRef station = checked.station().ref();
        CommandResult result = null;
        try {
            result = exchange(by, checked);
        } finally {
            if (result == null) {
                String why = "The server failed; whether it was sent is not known.";
                records.ended(
                        by,
                        station,
                        id,
                        results.unsent(command, checked.version(), How.CONNECTION_LOST, why, checked.accepted()));
            }
        }
        boolean stayed = result.how() == How.NOT_CONNECTED || result.how() == How.BUSY;
        if (stayed && queued != null) {
            records.waitsAgain(queued);
            return result;
        }
        records.ended(by, station, id, result);
        if (result.how() == How.NOT_SUPPORTED && result.sent()) {
            // Remembered, so that an operator need not try again (OCPP-J §4.2.3).
            stations.unsupported(station, command.action());
        }
        String outcome = result.how().word();
        by.log(LOG, "station=" + command.station() + " action=" + command.action() + " command=" + id + " " + outcome);
        if (result.how() == How.BUSY) {
            throw new Refused(Refused.Kind.TOO_MANY, "Too many commands", String.valueOf(result.text()), null);
        }
        return result;
    }

    private CommandResult exchange(Actor by, Checked checked) {
        StationLink link = Objects.requireNonNull(checked.link());
        OcppCall<OcppResult> request = Objects.requireNonNull(checked.request());
        Command command = checked.command();
        gate.sending(checked.station().ref(), request);
        Sending.Sent sent = sending.send(by, checked.station(), link, request, command.patience());
        return results.of(command, link.version(), sent, checked.accepted());
    }

    /** Pending lets pass what prepares a station, Rejected nothing at all (B02, B03; 1.6 §4.2). */
    private void checkRegistration(Station station, String action) {
        if (!gate.maySend(station.ref(), action)) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "Not allowed yet",
                    action + " may not go to " + station.ref().identity()
                            + ", whose last BootNotification was answered " + station.registration()
                            + ". Set its admission to accepted and let it boot again.",
                    "action");
        }
    }

    private static String payload(Command command) {
        return CommandRecords.payload(command).toString();
    }
}
