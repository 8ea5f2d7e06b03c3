package org.ohmstead.pricing.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.access.Actor;
import org.ohmstead.access.CurrentActor;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.lists.SessionLists;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.pricing.PricingWorld;
import org.ohmstead.pricing.assignment.AssignmentBody;
import org.ohmstead.pricing.catalogue.TariffView;
import org.ohmstead.tariffs.session.SessionTariffReport;
import org.ohmstead.tariffs.session.SessionTariffs;
import org.ohmstead.tariffs.session.SqlSessionTariffStore;

/** What sessions cost, from their beginning to the last revision, on both databases. */
class SessionPricesTest {
    private static final Scope SCOPE = Scope.tenant(1);

    private static SessionCostView cost(PricingWorld world, long session) {
        SessionLists lists =
                new SessionLists(world.site.pages, world.site.tokens, ChargingSettings.defaults(), world.clock);
        SqlSessionTariffStore told =
                new SqlSessionTariffStore(world.site.database, world.site.commits, new Outbox(world.clock));
        return new SessionCostResource(
                        lists,
                        world.pricing,
                        world.prices,
                        world.catalogue,
                        new StationCosts(new SessionTariffs(null, told)),
                        CurrentActor.of(Actor.LOCAL))
                .get(Long.toString(session), null);
    }

    private static List<String> items(PricingWorld world, long session) {
        return world.prices.latest(SCOPE, session).orElseThrow().priced().items().stream()
                .map(item -> item.part() + " " + item.volume() + " " + item.unit() + " " + item.exclVat() + " "
                        + item.inclVat())
                .toList();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_session_of_1_6_is_priced_as_it_runs_and_when_it_has_ended(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("City", "'perKwh': 0.5, 'perHour': 1.2, 'perSession': 1, 'vat': 20"));
            long session = world.site.start("KNOWN", 1000, 0);
            world.minute(30);
            world.site.meter(session, "6000", 30);
            world.listen();
            SessionCostView running = cost(world, session);
            assertThat(running.state()).isEqualTo("running");
            // 5 kWh * 0.5 + 0.5 h * 1.2 + 1 = 4.1; with 20 %: 4.92
            assertThat(running.payable()).isEqualTo("4.92");
            assertThat(running.tariff().name()).isEqualTo("City");
            assertThat(world.priced()).isEmpty();
            world.minute(60);
            world.site.stop(session, 11000, 60);
            world.listen();
            assertThat(world.priced()).hasSize(1);
            JsonNode priced = world.priced().getFirst().payload();
            // 10 kWh * 0.5 + 1 h * 1.2 + 1 = 7.2; with 20 %: 8.64
            assertThat(priced.path("payableExclVat").decimalValue()).isEqualByComparingTo("7.20");
            assertThat(priced.path("payableInclVat").decimalValue()).isEqualByComparingTo("8.64");
            assertThat(priced.path("state").asText()).isEqualTo("final");
            assertThat(priced.path("revision").asInt()).isEqualTo(1);
            assertThat(priced.path("token").asText()).isEqualTo("KNOWN");
            assertThat(priced.path("energyWh").decimalValue()).isEqualByComparingTo("10000");
            assertThat(items(world, session))
                    .containsExactlyInAnyOrder(
                            "fixed 1.0000 session 1.00 1.20",
                            "energy 10.0000 kWh 5.00 6.00",
                            "time 1.0000 h 1.20 1.44");
            SessionCostView ended = cost(world, session);
            assertThat(ended.state()).isEqualTo("final");
            assertThat(ended.revision()).isEqualTo(1);
            assertThat(ended.cost()).contains("first_element_that_holds");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_is_heard_again_after_a_kill_changes_nothing(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("City", "'perKwh': 0.5"));
            long session = world.site.start("KNOWN", 0, 0);
            world.minute(60);
            world.site.stop(session, 10000, 60);
            world.listen();
            world.minute(90);
            world.listenAgain();
            world.listenAgain();
            assertThat(world.priced()).hasSize(1);
            assertThat(world.prices.revisions(SCOPE, session)).hasSize(1);
            assertThat(world.prices.latest(Scope.tenant(2), session)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_session_keeps_the_version_that_it_began_with_even_if_nobody_looked_until_its_end(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            TariffView tariff = world.simple("City", "'perKwh': 0.5");
            world.assign(tariff);
            world.minute(1);
            long session = world.site.start("KNOWN", 0, 1);
            world.minute(10);
            world.tariffs.replace(
                    Long.toString(tariff.id()),
                    world.body("{'name': 'City', 'simple': {'currency': 'EUR', 'perKwh': 9}}"),
                    null);
            world.minute(60);
            world.site.stop(session, 10000, 60);
            world.listen();
            JsonNode priced = world.priced().getFirst().payload();
            assertThat(priced.path("tariffVersion").asInt()).isEqualTo(1);
            assertThat(priced.path("payableInclVat").decimalValue()).isEqualByComparingTo("5");
            long next = world.site.start("KNOWN", 10000, 60);
            assertThat(cost(world, next).tariff().version()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_vehicle_that_is_full_is_parked_at_a_station_of_1_6_too(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("City", "'perHour': 6, 'idlePerHour': 3, 'idleGraceSeconds': 600"));
            world.site.status(1, "Preparing");
            long session = world.site.start("KNOWN", 0, 0);
            world.site.status(1, "Charging");
            world.minute(30);
            world.site.status(1, "SuspendedEV");
            world.minute(60);
            world.site.stop(session, 10000, 60);
            world.listen();
            // 0.5 h * 6 + (30 - 10) min * 3 = 3 + 1
            assertThat(items(world, session))
                    .containsExactlyInAnyOrder("time 0.5000 h 3.00 3.00", "parking 0.3333 h 1.00 1.00");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_session_of_2_x_is_provisional_until_its_missing_event_has_come(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("City", "'perKwh': 0.5, 'idlePerHour': 3"));
            String place = "'evse':{'id':1,'connectorId':1},'idToken':{'idToken':'KNOWN','type':'ISO14443'},";
            world.site.event(
                    "Started",
                    0,
                    "Authorized",
                    place + charging("Charging") + "," + ChargingSite.wh(0, "0", "Transaction.Begin"));
            world.minute(30);
            world.site.event("Updated", 30, "MeterValuePeriodic", ChargingSite.wh(30, "4000", "Sample.Periodic"));
            assertThat(world.told).containsExactly("2.00"); // 2.0.1 has no place for it in the answer
            world.minute(60);
            world.site.event(
                    "Ended",
                    60,
                    "EVDeparted",
                    charging("Idle") + "," + ChargingSite.wh(60, "10000", "Transaction.End"));
            world.listen();
            long session = world.site.session().id();
            assertThat(cost(world, session).state()).isEqualTo("provisional");
            // seqNo 1 to 59 are missing; they come, and one of them says that the vehicle was full at 12:31
            for (int i = 1; i < 60; i += i == 29 ? 2 : 1) {
                world.site.event(
                        "Updated",
                        i,
                        i == 31 ? "ChargingStateChanged" : "Trigger",
                        charging(i < 30 ? "Charging" : "SuspendedEV"));
            }
            world.listen();
            List<SessionPrice> all = world.prices.revisions(SCOPE, session);
            assertThat(all.getLast().priced().state()).isEqualTo("final");
            assertThat(all.getLast().priced().payableInclVat()).isEqualByComparingTo("6.45"); // 10 * 0.5 + 29 / 60 * 3
            assertThat(all.getFirst().priced().payableInclVat()).isEqualByComparingTo("5.00");
            assertThat(world.priced()).hasSize(all.size());
            assertThat(all).extracting(each -> each.priced().revision()).startsWith(1, 2);
        }
    }

    private static String charging(String state) {
        return "'transactionInfo':{'transactionId':'TX','chargingState':'" + state + "'}";
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void a_token_that_is_named_after_the_beginning_still_counts(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("all", "'perKwh': 1"));
            world.assign(new AssignmentBody(
                    world.simple("fleet", "'perKwh': 0.1").id(), null, null, null, null, "FLEET", null));
            world.site.event("Started", 0, "CablePluggedIn", "'evse':{'id':1,'connectorId':1}");
            world.listen();
            long session = world.site.session().id();
            assertThat(cost(world, session).tariff().name()).isEqualTo("all");
            world.minute(1);
            world.site.event("Updated", 1, "Authorized", "'idToken':{'idToken':'FRIEND','type':'ISO14443'}");
            assertThat(cost(world, session).tariff().name()).isEqualTo("fleet");
            world.listen();
            assertThat(world.plans.find(ChargingSite.CP7, session))
                    .map(SessionPlan::tariff)
                    .contains(cost(world, session).tariff().id());
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void without_a_tariff_or_an_accepted_token_there_is_no_price(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            long free = world.site.start("KNOWN", 0, 0);
            world.minute(5);
            world.site.stop(free, 5000, 5);
            world.listen();
            assertThat(cost(world, free).state()).isEqualTo("unpriced");
            world.minute(10);
            world.assign(world.simple("City", "'perSession': 1"));
            world.listenAgain();
            assertThat(world.priced()).isEmpty(); // nothing was assigned when it began
            long refused = world.site.start("BLOCKED", 5000, 10);
            world.minute(11);
            world.site.stop(refused, 5000, 11);
            world.listen();
            assertThat(world.priced()).isEmpty();
            assertThat(cost(world, refused).state()).isEqualTo("unpriced");
        }
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void stations_of_2_x_are_told_what_it_costs(TestDatabases.Kind kind) {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("City", "'perKwh': 0.5"));
            String place = "'evse':{'id':1,'connectorId':1},'idToken':{'idToken':'KNOWN','type':'ISO14443'}";
            assertThat(event(world, "Started", 0, place + "," + ChargingSite.wh(0, "0", "Transaction.Begin")))
                    .isNull();
            world.minute(30);
            assertThat(event(world, "Updated", 1, ChargingSite.wh(30, "4000", "Sample.Periodic")))
                    .isEqualTo("2.00");
            assertThat(event(world, "Updated", 2, ChargingSite.wh(30, "4100", "Sample.Periodic")))
                    .isNull(); // within the same minute
            world.minute(60);
            assertThat(event(world, "Ended", 3, ChargingSite.wh(60, "10000", "Transaction.End")))
                    .isEqualTo("5.00");
        }
    }

    private static String event(PricingWorld world, String type, int seqNo, String more) {
        var answer = world.site.event(
                ChargingSite.CP7,
                OcppVersion.V21,
                "{'eventType':'%s','timestamp':'%s','triggerReason':'Trigger','seqNo':%d,'transactionInfo':{'transactionId':'TX'},%s}"
                        .formatted(type, world.site.now, seqNo, more));
        return answer.totalCost() == null ? null : answer.totalCost().toPlainString();
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void what_a_station_has_calculated_stands_beside_ours(TestDatabases.Kind kind) throws JsonProcessingException {
        try (PricingWorld world = new PricingWorld(kind.open())) {
            world.assign(world.simple("City", "'perKwh': 0.5, 'vat': 20"));
            String place = "'evse':{'id':1,'connectorId':1},'idToken':{'idToken':'KNOWN','type':'ISO14443'}";
            event(world, "Started", 0, place + "," + ChargingSite.wh(0, "0", "Transaction.Begin"));
            world.minute(60);
            event(world, "Ended", 1, ChargingSite.wh(60, "10000", "Transaction.End"));
            world.listen();
            long session = world.site.session().id();
            assertThat(cost(world, session).station()).isNull();
            JsonNode details = world.json.readTree(
                    "{\"totalCost\":{\"currency\":\"EUR\",\"total\":{\"exclTax\":5.2,\"inclTax\":6.24}}}");
            new SessionTariffs(
                            null,
                            new SqlSessionTariffStore(world.site.database, world.site.commits, new Outbox(world.clock)))
                    .reported(
                            ChargingSite.CP7,
                            new SessionTariffReport("TX", "day", false, details, true, world.site.now),
                            world.site.now);
            assertThat(cost(world, session).station().total()).isEqualByComparingTo("6.24");
            assertThat(cost(world, session).station().difference()).isEqualByComparingTo("0.24"); // ours: 6.00
        }
    }
}
