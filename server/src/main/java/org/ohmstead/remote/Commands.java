package org.ohmstead.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Problem;
import org.ohmstead.ocpp.Action;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.rpc.ErrorCode;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.remote.CommandResult.How;
import org.ohmstead.stations.RegistrationGate;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.Stations;

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
    private final ObjectMapper json;
    private final Clock clock;

    @Inject
    public Commands(Stations stations, StationLinks links, RegistrationGate gate, ObjectMapper json, Clock clock) {
        this.stations = stations;
        this.links = links;
        this.gate = gate;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Blocks until the outcome is known.
     *
     * @throws Problem 404 for an unknown station; 400 for an unknown action or a payload that breaks the schema; 409 when
     *                 the station's registration does not let the action pass; 429 when too many commands wait for it
     */
    public CommandResult send(long tenant, Command command) {
        Station station = stations.find(tenant, command.station())
                .orElseThrow(() -> Problem.notFound(
                        "There is no station '" + command.station() + "'. GET /api/v1/stations lists them."));
        Instant accepted = clock.instant();
        Optional<StationLink> link = links.of(station.ref());
        OcppVersion version = link.map(StationLink::version).orElse(station.lastVersion());
        if (version == null) {
            return silent(command, null, How.NOT_CONNECTED, "The station has never been connected.", accepted);
        }
        Optional<Action> action = CommandRequest.action(command.action(), version);
        if (action.isEmpty()) {
            String why = "OCPP " + version.number() + ", which the station speaks, has no " + command.action() + ".";
            return silent(command, version, How.NOT_SUPPORTED, why, accepted);
        }
        OcppCall<OcppResult> request = CommandRequest.read(action.get(), payload(command), version);
        if (link.isEmpty()) {
            return silent(command, version, How.NOT_CONNECTED, "The station is not connected.", accepted);
        }
        checkRegistration(station, action.get());
        gate.sending(station.ref(), request);
        return result(command, action.get(), link.get(), outcome(link.get(), request, command), accepted);
    }

    /** Pending lets pass what prepares a station, Rejected nothing at all (B02, B03; 1.6 §4.2). */
    private void checkRegistration(Station station, Action action) {
        if (!gate.maySend(station.ref(), action.name())) {
            throw new Problem(
                    409,
                    "Not allowed yet",
                    action.name() + " may not go to " + station.ref().identity()
                            + ", whose last BootNotification was answered " + station.registration()
                            + ". Set its admission to accepted and let it boot again.",
                    "action");
        }
    }

    private Outcome<OcppResult> outcome(StationLink link, OcppCall<OcppResult> request, Command command) {
        try {
            return link.call(request, command.patience()).join();
        } catch (CompletionException e) {
            throw new IllegalStateException(command.action() + " for " + command.station(), e.getCause());
        }
    }

    private CommandResult result(
            Command command, Action action, StationLink link, Outcome<OcppResult> outcome, Instant accepted) {
        OcppVersion version = link.version();
        CommandResult result =
                switch (outcome) {
                    case Outcome.Answered<OcppResult> answered ->
                        answered(command, action, version, answered, accepted);
                    case Outcome.Refused<OcppResult> refused -> refused(command, link, refused, accepted);
                    case Outcome.TimedOut<OcppResult> late ->
                        silent(
                                command,
                                version,
                                How.TIMED_OUT,
                                "No answer within " + late.waited().toMillis()
                                        + " ms; whether the station did it is not known.",
                                accepted);
                    case Outcome.NotConnected<OcppResult> gone ->
                        silent(command, version, How.NOT_CONNECTED, gone.why(), accepted);
                    case Outcome.NotSupported<OcppResult> none ->
                        silent(command, version, How.NOT_SUPPORTED, none.why(), accepted);
                    case Outcome.Busy<OcppResult> busy ->
                        throw new Problem(
                                429,
                                "Too many commands",
                                "The command was not sent: " + busy.why()
                                        + ". Send it again when the station has answered.",
                                null);
                };
        LOG.log(
                Level.INFO,
                "tenant={0} station={1} action={2} command {3}",
                Long.toString(link.station().tenant()),
                command.station(),
                command.action(),
                result.how().word());
        return result;
    }

    private CommandResult answered(
            Command command,
            Action action,
            OcppVersion version,
            Outcome.Answered<OcppResult> answered,
            Instant accepted) {
        return new CommandResult(
                command.station(),
                command.action(),
                version,
                How.ANSWERED,
                tree((Record) answered.response(), version),
                null,
                null,
                null,
                answered.tolerated().stream().map(Deviation::toString).toList(),
                accepted,
                clock.instant(),
                answered.took().toMillis());
    }

    /** A station that says it cannot is remembered for it, so that an operator need not try again (OCPP-J §4.2.3). */
    private CommandResult refused(
            Command command, StationLink link, Outcome.Refused<OcppResult> refused, Instant accepted) {
        boolean missing = refused.code() == ErrorCode.NotSupported || refused.code() == ErrorCode.NotImplemented;
        if (missing) {
            stations.unsupported(link.station(), command.action());
        }
        return new CommandResult(
                command.station(),
                command.action(),
                link.version(),
                missing ? How.NOT_SUPPORTED : How.REFUSED,
                null,
                refused.rawCode(),
                refused.description(),
                refused.details(),
                List.of(),
                accepted,
                clock.instant(),
                null);
    }

    private CommandResult silent(
            Command command, @Nullable OcppVersion version, How how, String why, Instant accepted) {
        return new CommandResult(
                command.station(),
                command.action(),
                version,
                how,
                null,
                null,
                why,
                null,
                List.of(),
                accepted,
                clock.instant(),
                null);
    }

    private static String payload(Command command) {
        return command.payload() == null ? "{}" : command.payload().toString();
    }

    private <T extends Record> JsonNode tree(T response, OcppVersion version) {
        @SuppressWarnings("unchecked") // the class of a T is a Class<T>
        Class<T> type = (Class<T>) response.getClass();
        try {
            return json.readTree(RecordCodec.of(type, version).write(response));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
