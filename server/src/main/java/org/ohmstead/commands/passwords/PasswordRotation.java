package org.ohmstead.commands.passwords;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.api.Refused;
import org.ohmstead.commands.Command;
import org.ohmstead.commands.CommandResult;
import org.ohmstead.commands.Commands;
import org.ohmstead.commands.PasswordCommands;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.stations.Station;
import org.ohmstead.stations.StationLink;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.credentials.PasswordChanges;
import org.ohmstead.stations.credentials.PasswordChanges.InForce;

/** Gives a station a new password on both sides, in the right order. */
@Singleton
public class PasswordRotation {
    private final Stations stations;
    private final StationLinks links;
    private final Commands commands;
    private final PasswordChanges changes;

    @Inject
    public PasswordRotation(Stations stations, StationLinks links, Commands commands, PasswordChanges changes) {
        this.stations = stations;
        this.links = links;
        this.commands = commands;
        this.changes = changes;
    }

    /**
     * What became of it.
     *
     * @param shown the new password, where it was made here and may count; never logged
     */
    public record Rotated(
            CommandResult result, InForce inForce, @Nullable String shown) {
        @Override
        public String toString() {
            return "(hidden)";
        }
    }

    /**
     * Blocks until the outcome is known.
     *
     * @param wanted null: one at random
     * @throws Refused as {@link Commands#send}; 400 for a password that the station's version does not allow; 409 for a
     *                 station that never connected, whose version nobody knows
     */
    public Rotated rotate(Actor by, String identity, @Nullable String wanted, Duration patience) {
        Station station = stations.find(by.scope(), identity)
                .orElseThrow(() ->
                        Refused.notFound("There is no station '" + identity + "'. GET /api/v1/stations lists them."));
        OcppVersion version = links.of(station.ref()).map(StationLink::version).orElse(station.lastVersion());
        if (version == null) {
            throw Refused.conflict(
                    null,
                    "Station '" + identity + "' has never been connected. Set its password here with PUT"
                            + " /api/v1/stations/{station}/password and in the station by hand.");
        }
        String password = NewPassword.of(wanted, version);
        CommandResult result = commands.send(by, command(station.ref().identity(), version, password, patience));
        InForce inForce = changes.inForce(station.ref(), password);
        boolean shown = wanted == null && inForce != InForce.OLD;
        return new Rotated(result, inForce, shown ? password : null);
    }

    private static Command command(String station, OcppVersion version, String password, Duration patience) {
        ObjectNode payload = JsonNodeFactory.instance.objectNode();
        if (!version.isV2()) {
            payload.put("key", PasswordCommands.KEY_16).put("value", password);
            return new Command(station, "ChangeConfiguration", payload, patience);
        }
        ObjectNode one = payload.putArray("setVariableData").addObject().put("attributeValue", password);
        one.putObject("component").put("name", PasswordCommands.COMPONENT_2);
        one.putObject("variable").put("name", PasswordCommands.VARIABLE_2);
        return new Command(station, "SetVariables", payload, patience);
    }
}
