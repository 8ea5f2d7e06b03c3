package org.ohmstead.pricing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.api.StrictJson;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.course.SessionCourses;
import org.ohmstead.charging.course.SqlSessionCourses;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.trail.TransactionAnswerPart;
import org.ohmstead.db.Database;
import org.ohmstead.devicemodel.DeviceModel;
import org.ohmstead.devicemodel.SqlVariableReads;
import org.ohmstead.devicemodel.SqlVariableStore;
import org.ohmstead.events.Outbox;
import org.ohmstead.events.StoredEvent;
import org.ohmstead.events.WaitingEvents;
import org.ohmstead.pricing.assignment.ApplicableResource;
import org.ohmstead.pricing.assignment.ApplicableTariffs;
import org.ohmstead.pricing.assignment.AssignmentBody;
import org.ohmstead.pricing.assignment.AssignmentResource;
import org.ohmstead.pricing.assignment.AssignmentView;
import org.ohmstead.pricing.assignment.Assignments;
import org.ohmstead.pricing.assignment.ConnectorTypes;
import org.ohmstead.pricing.assignment.SqlAssignmentStore;
import org.ohmstead.pricing.assignment.Targets;
import org.ohmstead.pricing.catalogue.OperatorTariffs;
import org.ohmstead.pricing.catalogue.SqlTariffStore;
import org.ohmstead.pricing.catalogue.TariffBody;
import org.ohmstead.pricing.catalogue.TariffResource;
import org.ohmstead.pricing.catalogue.TariffVersionResource;
import org.ohmstead.pricing.catalogue.TariffView;
import org.ohmstead.pricing.catalogue.TariffWrites;
import org.ohmstead.pricing.sessions.PricingSettings;
import org.ohmstead.pricing.sessions.RunningCosts;
import org.ohmstead.pricing.sessions.SessionPlans;
import org.ohmstead.pricing.sessions.SessionPriceWatch;
import org.ohmstead.pricing.sessions.SessionPricing;
import org.ohmstead.pricing.sessions.SqlSessionPlanStore;
import org.ohmstead.pricing.sessions.SqlSessionPrices;
import org.ohmstead.stations.Passwords;
import org.ohmstead.stations.ProvisioningSettings;
import org.ohmstead.stations.SqlStationStore;
import org.ohmstead.stations.StationLinks;
import org.ohmstead.stations.Stations;
import org.ohmstead.stations.groups.GroupMembers;
import org.ohmstead.stations.groups.SqlStationGroupStore;
import org.ohmstead.stations.groups.StationGroups;

/** Stations that charge, and all that makes a price of it. */
public final class PricingWorld implements AutoCloseable {
    public final ChargingSite site;
    public final Clock clock;
    public final Stations stations;
    public final StationGroups groups;
    public final GroupMembers members;
    public final DeviceModel model;
    public final SqlVariableStore variables;
    public final TariffResource tariffs;
    public final TariffVersionResource versions;
    public final OperatorTariffs catalogue;
    public final AssignmentResource assignments;
    public final ApplicableResource applicable;
    public final ApplicableTariffs choice;
    public final SessionCourses courses;
    public final SqlSessionPlanStore plans;
    public final SqlSessionPrices prices;
    public final SessionPricing pricing;
    public final SessionPriceWatch watch;
    public final ObjectMapper json = JsonMapper.builder().build();

    /** What stations of 2.0.1 were told that sessions cost. */
    public final List<String> told = new ArrayList<>();

    private final @Nullable RunningCosts costs;
    private int seen;

    public PricingWorld(Database database) {
        this(database, Actor.LOCAL);
    }

    public PricingWorld(Database database, Actor actor) {
        StrictJson.apply(json);
        site = new ChargingSite(database, lenient(), List.of(), List.of((answer, report, session) -> costs().add(
                        answer, report, session)));
        clock = clock(site);
        Outbox outbox = new Outbox(clock);
        stations = new Stations(
                new SqlStationStore(database, site.commits, outbox),
                new StationLinks(),
                new Passwords(),
                ProvisioningSettings.defaults(),
                site.audit,
                clock);
        SqlAssignmentStore store = new SqlAssignmentStore(database, site.commits);
        plans = new SqlSessionPlanStore(database, site.commits);
        Assignments[] own = new Assignments[1];
        catalogue = new OperatorTariffs(
                new SqlTariffStore(database, site.commits),
                new TariffWrites(site.audit, clock),
                () -> Stream.of(own[0], plans));
        own[0] = new Assignments(store, catalogue, site.audit, clock);
        SqlStationGroupStore groupStore = new SqlStationGroupStore(database, site.commits);
        groups = new StationGroups(groupStore, site.audit, clock, () -> Stream.of(own[0]));
        members = new GroupMembers(groupStore, groups, site.audit);
        variables = new SqlVariableStore(database, site.commits, outbox);
        model = new DeviceModel(variables, new SqlVariableReads(database));
        choice = new ApplicableTariffs(store, catalogue, new ConnectorTypes(model));
        Targets targets = new Targets(stations, groups, site.tokens);
        CurrentActor who = CurrentActor.of(actor);
        tariffs = new TariffResource(catalogue, who);
        versions = new TariffVersionResource(catalogue, who);
        assignments = new AssignmentResource(own[0], targets, who);
        applicable = new ApplicableResource(choice, own[0], targets, who, clock);
        courses = new SessionCourses(new SqlSessionCourses(database, site.pages));
        prices = new SqlSessionPrices(database, site.commits, outbox);
        pricing = new SessionPricing(
                courses, new SessionPlans(plans, choice, stations, clock), plans, catalogue, prices, clock);
        watch = new SessionPriceWatch(pricing, courses, plans);
        costs = new RunningCosts(
                pricing, (session, amount) -> told.add(amount.toPlainString()), PricingSettings.defaults(), clock);
    }

    private TransactionAnswerPart costs() {
        return Objects.requireNonNull(costs);
    }

    private static ChargingSettings lenient() {
        ChargingSettings usual = ChargingSettings.defaults();
        return new ChargingSettings(
                usual.maxPowerW(),
                Duration.ofDays(1),
                Duration.ofDays(1),
                usual.offlineMost(),
                usual.staleAfter(),
                usual.freeAfter(),
                usual.closeAfter());
    }

    private static Clock clock(ChargingSite site) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return site.now;
            }
        };
    }

    /** Now it is so many minutes after noon. */
    public void minute(int minute) {
        site.now = ChargingSite.at(minute);
    }

    public TariffBody body(String text) {
        try {
            return json.readValue(text.replace('\'', '"'), TariffBody.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    /** A tariff in the simple form. @param prices such as {@code 'perKwh': 0.5} */
    public TariffView simple(String name, String prices) {
        return (TariffView)
                tariffs.create(body("{'name': '%s', 'simple': {'currency': 'EUR', %s}}".formatted(name, prices)))
                        .getEntity();
    }

    public AssignmentView assign(AssignmentBody body) {
        return (AssignmentView) assignments.create(body).getEntity();
    }

    public AssignmentView assign(TariffView tariff) {
        return assign(new AssignmentBody(tariff.id(), null, null, null, null, null, null));
    }

    /** Every event that the watch has not seen yet. @return how many there were */
    public int listen() {
        List<StoredEvent> all = WaitingEvents.in(site.database);
        List<StoredEvent> fresh = all.subList(seen, all.size());
        seen = all.size();
        fresh.forEach(watch::on);
        return fresh.size();
    }

    /** All events once more, as after a kill. */
    public void listenAgain() {
        seen = 0;
        listen();
    }

    /** The events of prices, in their order. */
    public List<StoredEvent> priced() {
        return WaitingEvents.in(site.database).stream()
                .filter(event -> event.kind().equals("session.priced"))
                .toList();
    }

    public @Nullable String winner(String station, @Nullable String evse, @Nullable String token) {
        var found = applicable.applicable(station, evse, null, token, null).applies();
        return found == null ? null : found.tariffName();
    }

    @Override
    public void close() {
        site.close();
    }
}
