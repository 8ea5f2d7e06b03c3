package org.ohmstead.stations;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.AuditLog;
import org.ohmstead.db.Database;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.monitoring.SqlStationEventStore;
import org.ohmstead.monitoring.StationEvents;
import org.ohmstead.monitoring.alerts.AlertSettings;
import org.ohmstead.monitoring.alerts.Alerts;
import org.ohmstead.monitoring.alerts.SqlAlertStore;
import org.ohmstead.monitoring.ocpp2.MonitoringEvents2;
import org.ohmstead.nodes.Node;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.Deviation;
import org.ohmstead.ocpp.codec.Rule;
import org.ohmstead.stations.availability.ConnectorStates;
import org.ohmstead.stations.availability.ConnectorWatch;
import org.ohmstead.stations.availability.SqlConnectorStore;
import org.ohmstead.stations.clocks.StationClocks;
import org.ohmstead.stations.connections.Attempt;
import org.ohmstead.stations.connections.Attempts;
import org.ohmstead.stations.connections.Connections;
import org.ohmstead.stations.connections.LargeMessages;
import org.ohmstead.stations.connections.LastSeen;
import org.ohmstead.stations.connections.SqlAttemptStore;
import org.ohmstead.stations.connections.SqlConnectionStore;
import org.ohmstead.stations.credentials.ClientTrust;
import org.ohmstead.stations.credentials.CredentialPolicy;
import org.ohmstead.stations.credentials.CredentialPolicy.Needed;
import org.ohmstead.stations.credentials.CredentialPolicy.Way;
import org.ohmstead.stations.credentials.PasswordChanges;
import org.ohmstead.stations.credentials.SqlPasswordStore;
import org.ohmstead.stations.credentials.StationLogin;
import org.ohmstead.stations.deviations.SqlDeviationStore;
import org.ohmstead.stations.deviations.StationDeviations;
import org.ohmstead.stations.groups.GroupMembers;
import org.ohmstead.stations.groups.SqlStationGroupStore;
import org.ohmstead.stations.groups.StationGroups;
import org.ohmstead.stations.hints.HandshakeHints;
import org.ohmstead.stations.hints.SqlSimilarStations;
import org.ohmstead.stations.identities.SharedIdentities;
import org.ohmstead.stations.lists.SqlStationPages;
import org.ohmstead.stations.lists.SqlStationSummaries;
import org.ohmstead.stations.lists.StationLists;
import org.ohmstead.stations.ocpp2.NotifyEvent2;
import org.ohmstead.stations.oddities.Oddities;
import org.ohmstead.stations.oddities.SqlOddityStore;
import org.ohmstead.stations.provisioning.Boots;
import org.ohmstead.stations.provisioning.RegistrationGate;
import org.ohmstead.stations.rest.StationViews;
import org.ohmstead.stations.rest.StationWarnings;
import org.ohmstead.stations.securityprofiles.CertificateCheck;
import org.ohmstead.stations.securityprofiles.Judgement;
import org.ohmstead.stations.securityprofiles.SecretCheck;
import org.ohmstead.stations.securityprofiles.SecurityCheck;
import org.ohmstead.stations.securityprofiles.SecurityProfiles;
import org.ohmstead.stations.securityprofiles.SerialCheck;
import org.ohmstead.stations.securityprofiles.Shown;
import org.ohmstead.stations.securityprofiles.SqlStationSecurityStore;
import org.ohmstead.stations.securityprofiles.StationTokens;

/** This slice put together by hand over a database of its own. */
public final class TestStations implements AutoCloseable {
    public static final long TENANT = 1;

    public final Database database;
    public final GroupCommit commits;
    public final TestClock clock = new TestClock();
    public final StationLinks links = new StationLinks();
    public final Passwords passwords = new Passwords();
    public final ProvisioningSettings settings;
    public final SqlStationStore store;
    public final Stations stations;
    public final PasswordChanges passwordChanges;
    public final AuditLog audit;
    public final RegistrationGate gate;
    public final SharedIdentities shared;
    public final SecurityProfiles security;
    public final SerialCheck serials;
    public final Boots boots;
    public final StationClocks clocks;
    public final ConnectorStates connectors;
    public final Attempts attempts;
    public final Connections connections;
    public final LastSeen lastSeen;
    public final StationDeviations deviations;
    public final HandshakeHints hints;
    public final Oddities oddities;
    public final StationGroups groups;
    public final GroupMembers members;
    /** What is said to be limited to any group. */
    public final List<String> limited = new ArrayList<>();

    public TestStations() {
        this(TestDatabases.sqlite(), ProvisioningSettings.defaults());
    }

    public TestStations(Database database) {
        this(database, ProvisioningSettings.defaults());
    }

    public TestStations(ProvisioningSettings settings) {
        this(TestDatabases.sqlite(), settings);
    }

    public TestStations(Database database, ProvisioningSettings settings) {
        this(database, settings, Node.alone());
    }

    /** One of several over the same database. */
    public TestStations(Database database, Node node) {
        this(database, ProvisioningSettings.defaults(), node);
    }

    private TestStations(Database database, ProvisioningSettings settings, Node node) {
        this.database = database;
        this.settings = settings;
        commits = new GroupCommit(database, node);
        audit = new AuditLog(clock);
        Outbox outbox = new Outbox(clock);
        store = new SqlStationStore(database, commits, outbox);
        stations = new Stations(store, links, passwords, settings, audit, clock);
        passwordChanges =
                new PasswordChanges(stations, passwords, new SqlPasswordStore(database, commits), audit, clock);
        shared = new SharedIdentities(store, clock);
        clocks = new StationClocks(stations, store);
        connectors = new ConnectorStates(
                new SqlConnectorStore(database, commits, outbox), stations, clocks, ConnectorWatch.NONE, audit);
        attempts = new Attempts(new SqlAttemptStore(database, commits), settings, clock);
        connections = new Connections(
                new SqlConnectionStore(database, commits, store, outbox), stations, attempts, shared, settings, clock);
        security = new SecurityProfiles(new SqlStationSecurityStore(database, commits, outbox), audit, clock);
        serials = new SerialCheck(security, links, connections, clock);
        gate = new RegistrationGate(stations, links, serials, settings, clock);
        boots = new Boots(stations, gate, shared, serials, settings, clock);
        lastSeen = new LastSeen(store);
        SqlStationGroupStore groupStore = new SqlStationGroupStore(database, commits);
        groups = new StationGroups(groupStore, audit, clock, () -> Stream.of((tx, tenant, group) -> limited));
        members = new GroupMembers(groupStore, groups, audit);
        hints = new HandshakeHints(stations, passwords, new SqlSimilarStations(database));
        oddities = new Oddities(new SqlOddityStore(database, commits));
        deviations = new StationDeviations(new SqlDeviationStore(database, commits));
    }

    /** The handler of NotifyEvent, which also keeps the events. */
    public NotifyEvent2 notifyEvent() {
        StationEvents events = new StationEvents(new SqlStationEventStore(database, commits, new Outbox(clock)));
        Alerts alerts = new Alerts(
                new SqlAlertStore(database, commits), AlertSettings.defaults(), audit, new Outbox(clock), clock);
        return new NotifyEvent2(connectors, new MonitoringEvents2(events, alerts), clocks);
    }

    /** Who comes in, as these settings say. */
    public SecurityCheck securityCheck(CredentialPolicy settings, ClientTrust... trusts) {
        StationLogin login = new StationLogin(passwordChanges, passwords);
        return new SecurityCheck(
                security,
                new SecretCheck(login, settings),
                new CertificateCheck(List.of(trusts), settings, clock),
                settings);
    }

    /** Why a station does not come in with this header over a plain connection; empty: it does. */
    public Optional<Attempt.Reason> refusal(Station station, @Nullable String authorization) {
        Shown shown = new Shown(false, List.of(), authorization, null);
        return securityCheck(CredentialPolicy.defaults()).judge(station, shown) instanceof Judgement.Failed failed
                ? Optional.of(failed.reason())
                : Optional.empty();
    }

    public void token(StationRef station, String token) {
        StationTokens tokens = new StationTokens(
                security, passwords, new CredentialPolicy(Needed.OPTIONAL, Set.of(Way.TOKEN), "", ""));
        tokens.set(Actor.LOCAL, station, token);
    }

    /** How they are shown. */
    public StationViews views() {
        return new StationViews(
                links, lastSeen, clocks, new StationWarnings(shared, new LargeMessages()), members, lists());
    }

    public StationLists lists() {
        return new StationLists(new SqlStationPages(database), new SqlStationSummaries(database), links, clock);
    }

    /** Registers an accepted station that never connected. */
    public StationRef station(String identity) {
        return stations.create(Actor.LOCAL, NewStation.of(identity, StationConfig.DEFAULT))
                .ref();
    }

    public Station now(StationRef ref) {
        return stations.get(ref).orElseThrow();
    }

    public void admission(StationRef ref, Admission admission) {
        stations.configure(Actor.LOCAL, ref, StationConfig.of(admission));
    }

    /** A message that comes right now and is as the specification wants it. */
    public Caller caller(StationRef station, OcppVersion version) {
        return caller(station, version, List.of());
    }

    /** A message that comes right now, in which a word of an enum is none. */
    public Caller oddWord(StationRef station, OcppVersion version, String path, String found) {
        return caller(station, version, List.of(new Deviation(path, Rule.VALUE, found, "a value of the enum")));
    }

    private Caller caller(StationRef station, OcppVersion version, List<Deviation> deviations) {
        return new Caller(station, version, 1, "id", clock.instant(), ZoneOffset.UTC, deviations);
    }

    public FakeLink connect(StationRef station, OcppVersion version) {
        FakeLink link = new FakeLink(station, version, clock.instant());
        links.put(link);
        return link;
    }

    /** The events of a kind, as JSON, in their order. */
    public List<String> events(String kind) {
        return WaitingEvents.in(database).stream()
                .filter(event -> event.kind().equals(kind))
                .map(event -> event.payload().toString())
                .toList();
    }

    @Override
    public void close() {
        commits.close();
        database.close();
    }
}
