package org.ohmstead.smartcharging;

import static org.ohmstead.db.schema.Tables.CHARGING_SESSION;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.lists.SqlSessionPages;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.commands.CommandListener;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.commands.limits.SqlLimitStore;
import org.ohmstead.commands.limits.StationLimits;
import org.ohmstead.commands.verbs.SendOptions;
import org.ohmstead.commands.verbs.Verb;
import org.ohmstead.commands.verbs.Verbs;
import org.ohmstead.commands.verbs.Words;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.devicemodel.TestModel;
import org.ohmstead.events.Outbox;
import org.ohmstead.notices.NoticeSettings;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.rpc.Outcome;
import org.ohmstead.ocpp.v16.GetConfiguration;
import org.ohmstead.reports.Reports;
import org.ohmstead.reports.SqlReportStore;
import org.ohmstead.smartcharging.composites.CompositeScheduleResource;
import org.ohmstead.smartcharging.composites.CompositeSchedules;
import org.ohmstead.smartcharging.composites.FactsOfStations;
import org.ohmstead.smartcharging.limits.ExternalLimits;
import org.ohmstead.smartcharging.limits.SqlLimitRows;
import org.ohmstead.smartcharging.needs.NeedWorld;
import org.ohmstead.smartcharging.ocpp2.ReportChargingProfiles2;
import org.ohmstead.smartcharging.priority.PriorityCharging;
import org.ohmstead.smartcharging.priority.SqlPriorityStore;
import org.ohmstead.smartcharging.profiles.ChargingProfiles;
import org.ohmstead.smartcharging.profiles.ProfileWorld;
import org.ohmstead.smartcharging.traits.SqlTraitStore;
import org.ohmstead.smartcharging.traits.StationTraits;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tokens.SqlTokenStore;
import org.ohmstead.tokens.Tokens;

/** The slice over a database, and a station CP-7 that charges and says what a test wants. */
public final class SmartWorld implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    public final TestStations stations;
    public final StationRef cp7;
    public final StationTraits traits;
    public final StationLimits told;
    public final DeviceModel model;
    public final SessionLists sessions;
    private final TestModel variables;
    public final Verbs verbs;
    public final ChargingProfiles profiles;
    public final ExternalLimits limits;
    public final PriorityCharging priority;
    public final FactsOfStations facts;
    public final CompositeScheduleResource composites;
    public final ReportChargingProfiles2 report;
    /** What is kept of profiles. */
    public final ProfileWorld kept;
    /** EVs that ask. */
    public final NeedWorld needs;

    public SmartWorld(TestDatabases.Kind kind) {
        stations = new TestStations(kind.open());
        cp7 = stations.station("CP-7");
        Outbox outbox = new Outbox(stations.clock);
        traits = new StationTraits(
                new SqlTraitStore(stations.database, stations.commits), stations.audit, stations.clock);
        told = new StationLimits(new SqlLimitStore(stations.database, stations.commits), stations.clock);
        variables = new TestModel(stations);
        model = variables.model;
        sessions = new SessionLists(
                new SqlSessionPages(stations.database),
                new Tokens(new SqlTokenStore(stations.database, stations.commits), stations.audit, stations.clock),
                ChargingSettings.defaults(),
                stations.clock);
        kept = new ProfileWorld(this, outbox);
        verbs = TestCommands.verbs(stations, this::listeners);
        priority = new PriorityCharging(
                new SqlPriorityStore(stations.database, stations.commits, outbox),
                verbs,
                NoticeSettings.defaults(),
                stations.clock);
        profiles = kept.profiles(verbs);
        limits = new ExternalLimits(
                new SqlLimitRows(stations.database, stations.commits, outbox),
                NoticeSettings.defaults(),
                stations.clock);
        facts = new FactsOfStations(
                profiles,
                limits,
                new FactsOfStations.Circumstances(stations.connectors, sessions, traits, priority, stations.links));
        composites = new CompositeScheduleResource(
                new CompositeSchedules(facts, verbs, stations.clock), CurrentActor.of(Actor.LOCAL));
        report = new ReportChargingProfiles2(
                kept.reports, new Reports(new SqlReportStore(stations.database, stations.commits), outbox));
        needs = new NeedWorld(this, outbox);
    }

    private List<CommandListener> listeners() {
        return List.of(kept.commands, priority, variables.answers);
    }

    /** A 1.6 station says that a key of its configuration has this value. */
    public void tells(String key, String value) {
        GetConfiguration.Response answer =
                new GetConfiguration.Response(List.of(new GetConfiguration.KeyValue(key, true, value)), List.of());
        says(OcppVersion.V16, call -> answer);
        verbs.tell(Actor.LOCAL, "CP-7", Verb.of("GetConfiguration", Words.newPayload()), SendOptions.USUAL);
        told.answered(cp7, answer);
    }

    /** A 2.x station reports that a variable has this value. */
    public void reports(String component, String variable, String value) {
        variables.tells(cp7, Address.of(component, variable), value);
    }

    /** @return the link, with what it is sent from now on */
    public ScriptedLink says(OcppVersion version, Function<OcppCall<?>, OcppResult> answer) {
        ScriptedLink link = new ScriptedLink(
                cp7, version, call -> new Outcome.Answered<>(answer.apply(call), Duration.ofMillis(5), List.of()));
        connect(link);
        return link;
    }

    public void connect(ScriptedLink link) {
        stations.links.of(cp7).ifPresent(stations.links::remove);
        stations.links.put(link);
    }

    /** A session of 2.x that runs at EVSE 1. @return its number */
    public long charges(String transaction) {
        return stations.commits.write(cp7.scope(), cp7.id(), tx -> tx.sql()
                .insertInto(CHARGING_SESSION)
                .set(CHARGING_SESSION.TENANT_ID, cp7.tenant())
                .set(CHARGING_SESSION.STATION_ID, cp7.id())
                .set(CHARGING_SESSION.OCPP_VERSION, "2.0.1")
                .set(CHARGING_SESSION.EVSE, 1)
                .set(CHARGING_SESSION.CONNECTOR, 1)
                .set(CHARGING_SESSION.STATION_TX, transaction)
                .set(CHARGING_SESSION.STATION_TX_KEY, transaction)
                .set(CHARGING_SESSION.STARTED_AT, now())
                .set(CHARGING_SESSION.RECEIVED_AT, now())
                .set(CHARGING_SESSION.UPDATED_AT, now())
                .set(CHARGING_SESSION.GENERATION, 0)
                .set(CHARGING_SESSION.IS_OFFLINE, false)
                .set(CHARGING_SESSION.STATE, "open")
                .returning(CHARGING_SESSION.ID)
                .fetchSingle(CHARGING_SESSION.ID));
    }

    public Instant now() {
        return stations.clock.instant();
    }

    public ChargingProfiles.Outcome set(int evse, String profile) {
        return profiles.set(Actor.LOCAL, "CP-7", ChargingProfiles.Wanted.of(evse, json(profile)), SendOptions.USUAL);
    }

    public static ObjectNode json(String text) {
        try {
            return (ObjectNode) JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** A default without end. */
    public static String profile(String more, String unit, String limit) {
        return "{" + more
                + "'stackLevel':3,'chargingProfilePurpose':'TxDefaultProfile','chargingProfileKind':'Absolute',"
                + "'chargingSchedule':[{'id':1,'startSchedule':'2026-01-01T00:00:00Z','chargingRateUnit':'" + unit
                + "','chargingSchedulePeriod':[{'startPeriod':0,'limit':" + limit + "}]}]}";
    }

    @Override
    public void close() {
        stations.close();
    }
}
