package org.ohmstead.commands;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.db.Database;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.stations.Passwords;
import org.ohmstead.stations.ProvisioningSettings;
import org.ohmstead.stations.SqlStationStore;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.TestStations;
import org.ohmstead.stations.connections.Attempts;
import org.ohmstead.stations.connections.Connections;
import org.ohmstead.stations.connections.SqlAttemptStore;
import org.ohmstead.stations.connections.SqlConnectionStore;
import org.ohmstead.stations.credentials.PasswordChanges;
import org.ohmstead.stations.credentials.SqlPasswordStore;
import org.ohmstead.stations.identities.SharedIdentities;
import org.ohmstead.stations.provisioning.RegistrationGate;
import org.ohmstead.stations.securityprofiles.SecurityProfiles;
import org.ohmstead.stations.securityprofiles.SerialCheck;
import org.ohmstead.stations.securityprofiles.SqlStationSecurityStore;

/** Commands to the stations of a database, which say what a test wants. */
public final class TestCommands {
    private final StationLinks links = new StationLinks();
    public final Commands commands;

    public TestCommands(Database database, GroupCommit commits, Clock clock) {
        AuditLog audit = new AuditLog(clock);
        Passwords passwords = new Passwords();
        ProvisioningSettings settings = ProvisioningSettings.defaults();
        Outbox outbox = new Outbox(clock);
        SqlStationStore rows = new SqlStationStore(database, commits, outbox);
        Stations stations = new Stations(rows, links, passwords, settings, audit, clock);
        Connections connections = new Connections(
                new SqlConnectionStore(database, commits, rows, outbox),
                stations,
                new Attempts(new SqlAttemptStore(database, commits), settings, clock),
                new SharedIdentities(rows, clock),
                settings,
                clock);
        SerialCheck serials = new SerialCheck(
                new SecurityProfiles(new SqlStationSecurityStore(database, commits, outbox), audit, clock),
                links,
                connections,
                clock);
        commands = new Commands(
                stations,
                links,
                new RegistrationGate(stations, links, serials, settings, clock),
                new Sending(
                        new PasswordChanges(stations, passwords, new SqlPasswordStore(database, commits), audit, clock),
                        new StationLimits(new SqlLimitStore(database, commits), clock)),
                records(database, commits, audit, new CommandListeners(List::of), clock),
                clock);
    }

    /** Where commands of these stations are kept. */
    public static CommandRecords records(TestStations world) {
        return records(world, List::of);
    }

    /** The same, with somebody who wants to know of them. */
    public static CommandRecords records(TestStations world, Supplier<List<CommandListener>> listeners) {
        return records(world.database, world.commits, world.audit, new CommandListeners(listeners), world.clock);
    }

    private static CommandRecords records(
            Database database, GroupCommit commits, AuditLog audit, CommandListeners listeners, Clock clock) {
        return new CommandRecords(
                commits, audit, new SqlCommandStore(database, commits), listeners, new Outbox(clock), clock);
    }

    /** Verbs for these stations. */
    public static Verbs verbs(TestStations world, Supplier<List<CommandListener>> listeners) {
        return new Verbs(world.stations, world.links, orders(world, listeners));
    }

    /** The door for commands to these stations. */
    public static CommandOrders orders(TestStations world, Supplier<List<CommandListener>> listeners) {
        CommandRecords records = records(world, listeners);
        Commands commands = new Commands(
                world.stations,
                world.links,
                world.gate,
                new Sending(
                        world.passwordChanges,
                        new StationLimits(new SqlLimitStore(world.database, world.commits), world.clock)),
                records,
                world.clock);
        return new CommandOrders(
                commands,
                records,
                new SqlCommandStore(world.database, world.commits),
                new CommandSettings(100, Duration.ofDays(90)),
                world.clock);
    }

    /** @return what it is sent from now on */
    public List<OcppCall<?>> connect(StationRef station, OcppVersion version, Function<OcppCall<?>, Outcome<?>> says) {
        ScriptedLink link = new ScriptedLink(station, version, says);
        links.put(link);
        return link.sent;
    }

    public static Outcome<?> answer(OcppResult response) {
        return new Outcome.Answered<>(response, Duration.ofMillis(12), List.of());
    }
}
