package org.ohmstead.commands;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.CommandResult.How;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.provisioning.RegistrationGate;

/**
 * Sends commands to stations and waits for what they say. One CALL at a time is on a station's wire, the next ones wait in
 * the link's bounded queue; nothing is repeated by itself, because most commands are not idempotent (OCPP-J §4.1.1).
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
     * Blocks until the outcome is known.
     *
     * @throws Refused not found for an unknown station; invalid for an unknown action or a payload that breaks the schema; in conflict when
     *                 the station's registration does not let the action pass, or it is more than the station takes; too many when too many commands wait for it
     */
    public CommandResult send(Actor by, Command command) {
        Station station = stations.find(by.scope(), command.station())
                .orElseThrow(() -> Refused.notFound(
                        "There is no station '" + command.station() + "'. GET /api/v1/stations lists them."));
        Instant accepted = clock.instant();
        Optional<StationLink> link = links.of(station.ref());
        OcppVersion version = link.map(StationLink::version).orElse(station.lastVersion());
        if (version == null) {
            return results.unsent(command, null, How.NOT_CONNECTED, "The station has never been connected.", accepted);
        }
        Optional<Action> action = CommandRequest.action(command.action(), version);
        if (action.isEmpty()) {
            String why = "OCPP " + version.number() + ", which the station speaks, has no " + command.action() + ".";
            return results.unsent(command, version, How.NOT_SUPPORTED, why, accepted);
        }
        OcppCall<OcppResult> request = CommandRequest.read(action.get(), payload(command), version);
        if (link.isEmpty()) {
            return results.unsent(command, version, How.NOT_CONNECTED, "The station is not connected.", accepted);
        }
        checkRegistration(station, action.get());
        sending.check(station, link.get(), request, payload(command));
        records.leaving(by, station.ref(), command);
        gate.sending(station.ref(), request);
        Sending.Sent sent = sending.send(by, station, link.get(), request, command.patience());
        records.ended(by, station.ref(), command, sent.outcome());
        CommandResult result = results.of(command, version, sent, accepted);
        remember(link.get(), action.get(), result);
        by.log(
                LOG,
                "station=" + command.station() + " action=" + command.action() + " command "
                        + result.how().word());
        return result;
    }

    /** Pending lets pass what prepares a station, Rejected nothing at all (B02, B03; 1.6 §4.2). */
    private void checkRegistration(Station station, Action action) {
        if (!gate.maySend(station.ref(), action.name())) {
            throw new Refused(
                    Refused.Kind.CONFLICT,
                    "Not allowed yet",
                    action.name() + " may not go to " + station.ref().identity()
                            + ", whose last BootNotification was answered " + station.registration()
                            + ". Set its admission to accepted and let it boot again.",
                    "action");
        }
    }

    /** A station that says it cannot is remembered for it, so that an operator need not try again (OCPP-J §4.2.3). */
    private void remember(StationLink link, Action action, CommandResult result) {
        if (result.how() == How.NOT_SUPPORTED && result.sent()) {
            stations.unsupported(link.station(), action.name());
        }
    }

    private static String payload(Command command) {
        return command.payload() == null ? "{}" : command.payload().toString();
    }
}
