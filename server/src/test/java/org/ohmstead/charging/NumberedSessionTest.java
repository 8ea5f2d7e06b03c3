package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.NOW;
import static org.ohmstead.charging.ChargingSite.at;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.v16.AuthorizationStatus;

/** 1.6 starts and stops: behaviour 5.1 to 5.4, section H of the field notes. */
class NumberedSessionTest {
    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void a_start_and_a_stop_are_one_complete_session_of_their_registers() {
        var begun = site.start(
                CP7, "{'connectorId':2,'idTag':'KNOWN','meterStart':1000,'timestamp':'" + NOW + "','reservationId':9}");
        assertThat(begun.idTagInfo().status()).isEqualTo(AuthorizationStatus.Accepted);
        assertThat(begun.transactionId()).isPositive();
        site.now = at(60);
        site.stop(
                CP7,
                "{'transactionId':%d,'meterStop':8400,'timestamp':'%s','idTag':'known','reason':'EVDisconnected'}"
                        .formatted(begun.transactionId(), at(60)));
        ChargingSession session = site.session(begun.transactionId());
        assertThat(session.place()).isEqualTo(new ConnectorRef(2, 1));
        assertThat(session.origin().reservation()).isEqualTo(9);
        assertThat(session.meter().energyWh()).isEqualByComparingTo("7400");
        assertThat(session.times().endedAt()).isEqualTo(at(60));
        assertThat(session.ending())
                .isEqualTo(new Ending(ClosedBy.STATION, StopReason.EV_DISCONNECTED, SessionVerdict.COMPLETE));
        assertThat(session.suspicions()).isEmpty();
        assertThat(session.offline()).isFalse();
        assertThat(site.events()).containsExactly("session.started", "session.ended");
        assertThat(site.trail(session.id())).containsExactly("started", "ended");
    }

    @Test
    void a_repeated_start_gets_the_same_number_and_the_current_verdict_and_adds_nothing() {
        String start = "{'connectorId':1,'idTag':'KNOWN','meterStart':1000,'timestamp':'" + NOW + "'}";
        var first = site.start(CP7, start);
        var again = site.start(CP7, start.replace("KNOWN", "known"));
        assertThat(again).isEqualTo(first);
        assertThat(site.events()).containsExactly("session.started");
        assertThat(site.trail(first.transactionId())).hasSize(1);
        site.stop(first.transactionId(), 2000, 10);
        assertThat(site.start(CP7, start).transactionId()).isEqualTo(first.transactionId());
        assertThat(site.all()).hasSize(1);
    }

    @Test
    void starts_that_differ_in_anything_are_different_sessions() {
        long first = site.start(1, "KNOWN", 1000, 0);
        assertThat(site.start(2, "KNOWN", 1000, 0)).isNotEqualTo(first);
        assertThat(site.start(1, "FRIEND", 1000, 0)).isNotEqualTo(first);
        assertThat(site.start(1, "KNOWN", 1001, 0)).isNotEqualTo(first);
        assertThat(site.start(1, "KNOWN", 1000, 1)).isNotEqualTo(first);
        assertThat(site.start(CP8, "{'connectorId':1,'idTag':'KNOWN','meterStart':1000,'timestamp':'" + NOW + "'}")
                        .transactionId())
                .isNotEqualTo(first);
        assertThat(site.all()).hasSize(6);
    }

    @Test
    void a_refused_token_gets_a_number_and_a_stored_session_too() {
        var blocked = site.start(CP7, "{'connectorId':1,'idTag':'BLOCKED','meterStart':0,'timestamp':'" + NOW + "'}");
        assertThat(blocked.idTagInfo().status()).isEqualTo(AuthorizationStatus.Blocked);
        assertThat(site.session(blocked.transactionId()).token().verdict()).isEqualTo("blocked");
        var unknown = site.start(CP7, "{'connectorId':2,'idTag':'WHO?','meterStart':0,'timestamp':'" + NOW + "'}");
        assertThat(unknown.idTagInfo().status()).isEqualTo(AuthorizationStatus.Invalid);
        assertThat(unknown.transactionId()).isPositive().isNotEqualTo(blocked.transactionId());
    }

    @Test
    void a_start_without_its_fields_is_served_and_marked() {
        var begun = site.start(CP7, "{}");
        assertThat(begun.transactionId()).isPositive();
        ChargingSession session = site.session(begun.transactionId());
        assertThat(session.times().startedAt()).isEqualTo(NOW);
        assertThat(session.suspicions())
                .containsExactlyInAnyOrder(
                        Suspicion.FIELDS_MISSING, Suspicion.TIME_MISSING, Suspicion.METER_START_MISSING);
        assertThat(site.events()).containsExactly("session.started", "session.suspect");
    }

    @Test
    void a_start_without_a_time_is_recognised_only_while_its_session_is_open() {
        String start = "{'connectorId':1,'idTag':'KNOWN','meterStart':1000}";
        long first = site.start(CP7, start).transactionId();
        site.now = at(2);
        assertThat(site.start(CP7, start).transactionId()).isEqualTo(first);
        site.stop(first, 1000, 3);
        site.now = at(60);
        assertThat(site.start(CP7, start).transactionId()).isNotEqualTo(first);
    }

    @Test
    void a_start_of_1970_counts_from_its_arrival_and_keeps_its_own_time() {
        long number = site.start(
                        CP7, "{'connectorId':1,'idTag':'KNOWN','meterStart':1,'timestamp':'1970-01-01T00:00:12Z'}")
                .transactionId();
        ChargingSession session = site.session(number);
        assertThat(session.times().startedAt()).isEqualTo(NOW);
        assertThat(session.times().stationStartedAt()).isEqualTo("1970-01-01T00:00:12Z");
        assertThat(session.suspicions()).containsExactly(Suspicion.CLOCK_ABSURD);
        assertThat(session.offline()).isFalse();
    }

    @Test
    void a_start_that_was_queued_for_days_keeps_its_time_and_is_known_to_be_offline() {
        site.now = NOW.plus(Duration.ofDays(3));
        long number = site.start("KNOWN", 1000, 0);
        assertThat(site.session(number).offline()).isTrue();
        assertThat(site.session(number).times().startedAt()).isEqualTo(NOW);
        site.stop(number, 3000, 60);
        assertThat(site.session(number).times().endedAt()).isEqualTo(at(60));
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_start_from_a_clock_that_is_days_ahead_counts_from_its_arrival() {
        long number = site.start("KNOWN", 1000, 3 * 24 * 60);
        assertThat(site.session(number).times().startedAt()).isEqualTo(NOW);
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.CLOCK_ABSURD);
    }

    @Test
    void an_open_session_on_the_connector_is_closed_by_its_last_meter_value_and_never_by_its_start() {
        long lost = site.start("FRIEND", 1000, 0);
        site.meter(lost, "5000", 30);
        long next = site.start("MATE", 6000, 60);
        ChargingSession old = site.session(lost);
        assertThat(old.ending()).isEqualTo(new Ending(ClosedBy.SUPERSEDED, null, SessionVerdict.INCOMPLETE));
        assertThat(old.meter().energyWh()).isEqualByComparingTo("4000");
        assertThat(old.meter().stopWh()).isNull();
        assertThat(old.times().endedAt()).isEqualTo(at(30));
        assertThat(site.session(next).isOpen()).isTrue();
        assertThat(site.events())
                .containsExactly("session.started", "session.started", "session.ended", "session.suspect");
    }

    @Test
    void a_superseded_session_without_any_meter_value_has_no_energy_at_all() {
        long lost = site.start("FRIEND", 1000, 0);
        site.start("MATE", 6000, 60);
        assertThat(site.session(lost).meter().energyWh()).isNull();
        assertThat(site.session(lost).suspicions()).contains(Suspicion.ENERGY_UNKNOWN);
    }

    @Test
    void a_queued_start_that_is_older_than_the_open_session_does_not_close_it() {
        long running = site.start("FRIEND", 6000, 0);
        long queued = site.start("MATE", 1000, -120);
        assertThat(site.session(running).isOpen()).isTrue();
        assertThat(site.session(queued).isOpen()).isTrue();
    }

    @Test
    void a_token_is_in_use_elsewhere_but_never_because_of_its_own_session_or_a_zombie() {
        assertThat(site.running.holders(Scope.tenant(1), "known")).isEmpty();
        long first = site.start(1, "KNOWN", 1000, 0);
        assertThat(site.running.holders(Scope.tenant(1), "KNOWN")).hasSize(1);
        assertThat(site.running.holders(Scope.tenant(1), "known").getFirst().id())
                .isEqualTo(first);
        assertThat(status(2, "KNOWN", 5)).isEqualTo(AuthorizationStatus.ConcurrentTx);
        assertThat(site.running.holders(Scope.tenant(1), "known"))
                .as("a refused session holds nothing")
                .hasSize(1);
        assertThat(status(1, "KNOWN", 0)).as("the same start again").isEqualTo(AuthorizationStatus.Accepted);
        assertThat(status(1, "KNOWN", 9)).as("its zombie on the connector").isEqualTo(AuthorizationStatus.Accepted);
        site.now = NOW.plus(Duration.ofHours(13));
        assertThat(site.running.holders(Scope.tenant(1), "known")).as("stale").isEmpty();
    }

    private AuthorizationStatus status(int connector, String token, int minute) {
        return site.start(
                        CP7,
                        "{'connectorId':%d,'idTag':'%s','meterStart':1000,'timestamp':'%s'}"
                                .formatted(connector, token, at(minute)))
                .idTagInfo()
                .status();
    }
}
