package org.ohmstead.pricing.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ohmstead.Await;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.commands.ScriptedLink;
import org.ohmstead.commands.TestCommands;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.devicemodel.Address;
import org.ohmstead.devicemodel.TestModel;
import org.ohmstead.events.Outbox;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.CostUpdated;
import org.ohmstead.stations.StationRef;
import org.ohmstead.stations.TestStations;
import org.ohmstead.tariffs.session.SessionTariffWatch;
import org.ohmstead.tariffs.session.SessionTariffs;
import org.ohmstead.tariffs.session.SqlSessionTariffStore;

/** Who is sent what a session costs. */
class CostTellingTest {
    private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");

    @Test
    void a_station_is_told_until_it_says_that_it_shows_no_costs_or_does_not_know_the_message() {
        try (TestStations stations = new TestStations(TestDatabases.sqlite())) {
            StationRef cp7 = stations.station("CP-7");
            SqlSessionTariffStore store =
                    new SqlSessionTariffStore(stations.database, stations.commits, new Outbox(stations.clock));
            TestModel model = new TestModel(stations);
            CostTelling telling = new CostTelling(
                    new SessionTariffs(
                            TestCommands.verbs(stations, () -> List.of(new SessionTariffWatch(store))), store),
                    stations.stations,
                    model.model);
            ScriptedLink link = new ScriptedLink(
                    cp7, OcppVersion.V201, call -> TestCommands.answer(new CostUpdated.Response(null)));
            stations.links.put(link);
            ChargingSession session = ChargingSession.fresh(
                            new Origin(cp7, OcppVersion.V201, null, "TX", 0, null, null),
                            new SessionTimes(NOON, NOON, null, null, NOON, NOON))
                    .withId(5);
            telling.tell(session, new BigDecimal("2.50"));
            Await.until(Duration.ofSeconds(30), () -> !link.sent.isEmpty());
            assertThat(((CostUpdated.Request) link.sent.getFirst()).transactionId())
                    .isEqualTo("TX");
            assertThat(telling.mayShow(cp7)).isTrue();
            model.tells(cp7, new Address("TariffCostCtrlr", "", 0, 0, "Enabled", "Cost", "Actual"), "false");
            assertThat(telling.mayShow(cp7)).isFalse();
            stations.stations.unsupported(cp7, "CostUpdated");
            telling.tell(session, new BigDecimal("3.00"));
            assertThat(link.sent).hasSize(1);
        }
    }
}
