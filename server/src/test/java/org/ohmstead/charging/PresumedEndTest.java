package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.NOW;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.charging.ChargingSite.wh;

import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.audit.RecordedLines;
import org.ohmstead.charging.lists.SessionTotal;
import org.ohmstead.charging.lists.SessionTotals;
import org.ohmstead.charging.lists.SqlSessionTotals;
import org.ohmstead.charging.lists.TotalsQuery;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.SessionView;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;

/** Sessions end by more than their own stop: what a station says of boots, connectors and newer sessions tells it too. */
class PresumedEndTest {
    private static final String EVSE = "'evse':{'id':1,'connectorId':1}";
    private static final String TOKEN = "'idToken':{'idToken':'KNOWN','type':'ISO14443'}";

    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private void later(Duration duration) {
        site.now = site.now.plus(duration);
    }

    private String startElsewhere() {
        return site.start(CP8, "{'connectorId':1,'idTag':'KNOWN','meterStart':5,'timestamp':'%s'}".formatted(site.now))
                .idTagInfo()
                .status()
                .name();
    }

    private void expectClosed(ChargingSession session, ClosedBy by) {
        assertThat(session.ending().closedBy()).isEqualTo(by);
        assertThat(session.ending().verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
        assertThat(session.suspicions()).contains(Suspicion.END_MISSING);
    }

    @Test
    void a_power_cut_frees_the_card_at_once_and_the_session_is_closed_by_its_last_register() {
        long number = site.start("KNOWN", 1000, 0);
        site.status(1, "Charging");
        site.meter(number, "1400", 0);
        assertThat(startElsewhere()).isEqualTo("ConcurrentTx");
        site.boot(CP7);
        site.status(1, "Available");
        later(Duration.ofMillis(5));
        assertThat(startElsewhere()).isEqualTo("Accepted");
        SessionView view = SessionView.of(site.session(number));
        assertThat(view.state()).isEqualTo("open");
        assertThat(view.presumedEnd()).isEqualTo("reboot");
        later(Duration.ofMinutes(14));
        site.due.close();
        assertThat(site.session(number).isOpen()).isTrue();
        later(Duration.ofMinutes(2));
        site.due.close();
        expectClosed(site.session(number), ClosedBy.REBOOT);
        assertThat(RecordedLines.last(1, site.database, site.commits))
                .singleElement()
                .satisfies(line -> assertThat(line)
                        .startsWith("server:session-closing session " + number + " closed {")
                        .containsSubsequence("'state':'open'", " -> ", "'state':'ended'", "'closedBy':'reboot'"));
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("400");
        assertThat(site.session(number).times().endedAt()).isEqualTo(NOW);
        assertThat(site.events()).contains("session.ended");
    }

    @Test
    void the_same_where_the_connector_was_said_to_be_available_before_and_where_the_vehicle_still_waits() {
        site.status(1, "Available");
        long number = site.start("KNOWN", 1000, 0);
        site.boot(CP7);
        site.status(1, "Available");
        assertThat(site.session(number).ending().sign().by()).isEqualTo(ClosedBy.REBOOT);
        long other = site.start(2, "FRIEND", 1000, 0);
        site.boot(CP7);
        site.status(2, "Preparing");
        assertThat(site.session(other).ending().sign().by()).isEqualTo(ClosedBy.REBOOT);
    }

    @Test
    void a_boot_alone_or_another_connector_says_nothing() {
        long number = site.start("KNOWN", 1000, 0);
        site.boot(CP7);
        site.status(2, "Available");
        site.status(0, "Available");
        site.status(1, "Charging");
        assertThat(site.session(number).ending().sign()).isNull();
    }

    @Test
    void a_session_that_goes_on_after_a_boot_is_as_open_as_before_and_ends_properly() {
        long number = site.start("KNOWN", 1000, 0);
        site.boot(CP7);
        site.status(1, "Available");
        site.now = at(2);
        site.meter(number, "1400", 2);
        assertThat(site.session(number).ending()).isEqualTo(Ending.OPEN);
        assertThat(startElsewhere()).isEqualTo("ConcurrentTx");
        site.boot(CP7);
        site.status(1, "Available");
        later(Duration.ofHours(1));
        site.due.close();
        assertThat(site.session(number).isOpen()).isFalse();
        site.now = at(70);
        site.meter(number, "1800", 70);
        assertThat(site.session(number).isOpen()).isTrue();
        assertThat(site.session(number).suspicions()).isEmpty();
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("800");
        site.stop(number, 2000, 75);
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("1000");
    }

    @Test
    void a_connector_that_is_available_for_minutes_without_a_boot_is_the_same_sign_and_a_weaker_one() {
        long number = site.start("KNOWN", 1000, 0);
        site.status(1, "Charging");
        site.status(1, "Available");
        assertThat(startElsewhere()).isEqualTo("ConcurrentTx");
        later(Duration.ofMinutes(1));
        site.status(1, "Faulted");
        later(Duration.ofMinutes(10));
        assertThat(startElsewhere()).isEqualTo("ConcurrentTx");
        site.status(1, "Available");
        later(Duration.ofMinutes(6));
        assertThat(startElsewhere()).isEqualTo("Accepted");
        later(Duration.ofMinutes(16));
        site.due.close();
        expectClosed(site.session(number), ClosedBy.CONNECTOR_FREE);
    }

    @Test
    void a_stop_behind_available_ends_as_ever() {
        long number = site.start("KNOWN", 1000, 0);
        site.status(1, "Available");
        site.stop(number, 1500, 1);
        assertThat(site.session(number).ending())
                .isEqualTo(new Ending(ClosedBy.STATION, StopReason.LOCAL, SessionVerdict.COMPLETE));
    }

    @Test
    void a_refused_start_ends_without_complaint() {
        long number = site.start("BLOCKED", 1000, 0);
        site.status(1, "Available");
        later(Duration.ofMinutes(16));
        site.due.close();
        assertThat(site.session(number).ending())
                .isEqualTo(new Ending(ClosedBy.REFUSED, null, SessionVerdict.COMPLETE));
        assertThat(site.session(number).suspicions()).isEmpty();
        long silent = site.start("BLOCKED", 1000, 17);
        later(Duration.ofMinutes(21));
        site.due.close();
        assertThat(site.session(silent).ending().closedBy()).isEqualTo(ClosedBy.REFUSED);
        long next = site.start("BLOCKED", 1000, 40);
        site.start("FRIEND", 1000, 41);
        assertThat(site.session(next).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void sessions_of_2x_end_by_the_same_rules_and_resume() {
        site.event("Started", 0, "Authorized", EVSE + "," + TOKEN + "," + wh(0, "1000", "Transaction.Begin"));
        site.status(1, "Occupied");
        site.boot(CP7);
        site.status(1, "Available");
        later(Duration.ofMillis(5));
        assertThat(site.running.holders(Scope.tenant(1), "known")).isEmpty();
        site.event(
                CP7,
                OcppVersion.V21,
                "{'eventType':'Updated','timestamp':'%s','triggerReason':'TxResumed','seqNo':1,'transactionInfo':{'transactionId':'TX'}}"
                        .formatted(at(1)));
        assertThat(site.session().ending()).isEqualTo(Ending.OPEN);
        assertThat(site.running.holders(Scope.tenant(1), "known")).hasSize(1);
        site.boot(CP7);
        site.status(1, "Available");
        later(Duration.ofHours(1));
        site.due.close();
        expectClosed(site.session(), ClosedBy.REBOOT);
        site.now = at(90);
        site.event("Updated", 2, "MeterValuePeriodic", wh(90, "1500", "Sample.Periodic"));
        assertThat(site.session().isOpen()).isTrue();
        site.event("Ended", 3, "EVDeparted", wh(91, "1600", "Transaction.End"));
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("600");
    }

    @Test
    void sessions_that_began_offline_are_superseded_too_and_those_without_an_evse_are_doubted_until_they_go_on() {
        site.event("OLD", "Started", 0, "CablePluggedIn", EVSE + ",'offline':true");
        site.event("NEW", "Started", 1, "CablePluggedIn", EVSE + ",'offline':true");
        assertThat(site.all().getFirst().ending().closedBy()).isEqualTo(ClosedBy.SUPERSEDED);
        site.event("NOWHERE", "Started", 2, "Authorized", TOKEN);
        site.event("NEXT", "Started", 3, "Authorized", "");
        ChargingSession nowhere = site.all().get(2);
        assertThat(nowhere.ending().sign().by()).isEqualTo(ClosedBy.SUPERSEDED);
        later(Duration.ofMinutes(6));
        assertThat(site.running.holders(Scope.tenant(1), "known")).isEmpty();
        later(Duration.ofMinutes(16));
        site.due.close();
        expectClosed(site.all().get(2), ClosedBy.SUPERSEDED);
        assertThat(site.all().getLast().isOpen()).isTrue();
    }

    @Test
    void an_old_start_that_comes_late_does_not_stay_open_beside_the_newer_session() {
        site.now = at(60);
        long newer = site.start("FRIEND", 5000, 59);
        long late = site.start("KNOWN", 1000, 0);
        assertThat(site.session(late).ending().sign().by()).isEqualTo(ClosedBy.SUPERSEDED);
        assertThat(site.session(newer).isOpen()).isTrue();
        site.stop(late, 1900, 30);
        assertThat(site.session(late).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_session_closed_by_hand_stays_closed_while_its_station_goes_on_and_counts_what_comes() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.closing.close(Actor.LOCAL, CP7, site.session().id(), "stuck");
        for (int minute = 1; minute < 4; minute++) {
            site.now = at(minute);
            site.event("Updated", minute, "MeterValuePeriodic", wh(minute, "1" + minute + "00", "Sample.Periodic"));
        }
        assertThat(site.session().ending().closedBy()).isEqualTo(ClosedBy.OPERATOR);
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("300");
        assertThat(site.trail(site.session().id()))
                .containsExactly("started", "closed"); // readings are their own evidence
        site.event("Ended", 4, "EVDeparted", wh(4, "1500", "Transaction.End"));
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("500");
    }

    @Test
    void an_ended_session_shows_no_live_power_and_no_state() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event(
                "Updated",
                1,
                "MeterValuePeriodic",
                "'transactionInfo':{'transactionId':'TX','chargingState':'Charging'},'meterValue':[{'timestamp':'%s','sampledValue':[{'value':7000,'measurand':'Power.Active.Import'}]}]"
                        .formatted(at(1)));
        assertThat(SessionView.of(site.session()).powerW()).isEqualByComparingTo("7000");
        site.event("Ended", 2, "EVDeparted", wh(2, "1100", "Transaction.End"));
        assertThat(SessionView.of(site.session()).powerW()).isNull();
        assertThat(SessionView.of(site.session()).chargingState()).isNull();
    }

    @Test
    void a_refused_start_that_charged_all_the_same_is_not_closed_as_if_nothing_had_been() {
        long number = site.start("BLOCKED", 1000, 0);
        site.now = at(2);
        site.meter(number, "1500", 2);
        later(Duration.ofHours(1));
        site.due.close();
        assertThat(site.session(number).ending()).isEqualTo(Ending.OPEN);
        site.status(1, "Available");
        later(Duration.ofHours(1));
        site.due.close();
        expectClosed(site.session(number), ClosedBy.CONNECTOR_FREE);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("500");
    }

    @Test
    void readings_of_a_session_with_a_refused_token_are_readings_and_no_events() {
        long number = site.start("BLOCKED", 1000, 0);
        for (int minute = 1; minute < 6; minute++) {
            site.now = at(minute);
            site.meter(number, "1" + minute + "00", minute);
        }
        assertThat(site.trail(number)).hasSize(2); // one of them says that the session is none that counts as over
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("500");
    }

    @Test
    void what_was_queued_before_the_boot_does_not_say_that_the_session_goes_on() {
        site.now = at(9);
        long number = site.start("KNOWN", 1000, 0);
        site.boot(CP7);
        site.status(1, "Available");
        later(Duration.ofSeconds(2));
        site.meter(number, "1400", 8);
        assertThat(site.session(number).ending().sign().by()).isEqualTo(ClosedBy.REBOOT);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("400");
        assertThat(startElsewhere()).isEqualTo("Accepted");
    }

    @Test
    void an_id_that_comes_anew_behind_a_boot_is_the_next_session_and_not_the_one_that_the_boot_ended() {
        site.event("Started", 0, "Authorized", EVSE + "," + TOKEN + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Updated", 1, "MeterValuePeriodic", wh(1, "1400", "Sample.Periodic"));
        site.now = at(3);
        site.boot(CP7);
        site.status(1, "Available");
        site.now = at(5);
        site.event(
                CP7,
                OcppVersion.V201,
                "{'eventType':'Started','timestamp':'%s','triggerReason':'Authorized','seqNo':0,%s,%s,%s}"
                        .formatted(
                                at(5),
                                "'transactionInfo':{'transactionId':'TX'}," + EVSE,
                                "'idToken':{'idToken':'FRIEND','type':'ISO14443'}",
                                wh(5, "1400", "Transaction.Begin")));
        assertThat(site.all()).hasSize(2);
        assertThat(site.all().getFirst().ending().closedBy()).isEqualTo(ClosedBy.REBOOT);
        assertThat(site.all().getFirst().meter().energyWh()).isEqualByComparingTo("400");
        assertThat(site.all().getLast().token().value()).isEqualTo("FRIEND");
        assertThat(site.all().getLast().suspicions()).isEmpty();
    }

    @Test
    void a_session_of_1_6_that_named_no_connector_is_doubted_by_the_next_one_too() {
        long lost = site.start(0, "KNOWN", 1000, 0);
        long next = site.start(0, "FRIEND", 1000, 1);
        assertThat(site.session(lost).ending().sign().by()).isEqualTo(ClosedBy.SUPERSEDED);
        assertThat(site.session(next).ending()).isEqualTo(Ending.OPEN);
    }

    @Test
    void a_session_that_was_closed_goes_on_and_is_superseded_ends_once_more_and_counts_once() {
        long number = site.start("KNOWN", 1000, 0);
        site.boot(CP7);
        site.status(1, "Available");
        later(Duration.ofHours(1));
        site.due.close();
        site.now = at(70);
        site.meter(number, "1800", 70);
        SessionTotals totals = new SessionTotals(new SqlSessionTotals(site.database), site.tokens);
        TotalsQuery all = new TotalsQuery(null, null, null, null, null, null, null);
        assertThat(totals.page(Scope.tenant(1), all, org.ohmstead.api.Limit.USUAL, null)
                        .items())
                .isEmpty();
        site.now = at(80);
        long next = site.start("FRIEND", 1900, 80);
        expectClosed(site.session(number), ClosedBy.SUPERSEDED);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("800");
        assertThat(totals.page(Scope.tenant(1), all, org.ohmstead.api.Limit.USUAL, null)
                        .items()
                        .getFirst()
                        .incomplete())
                .isEqualTo(new SessionTotal.Sum(1, new java.math.BigDecimal("800")));
        site.stop(number, 1900, 79);
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("900");
        assertThat(site.session(next).isOpen()).isTrue();
    }

    @Test
    void a_superseded_session_that_ends_within_the_next_one_is_not_complete() {
        long number = site.start("KNOWN", 1000, 0);
        long next = site.start("FRIEND", 2000, 10);
        site.stop(next, 5000, 20);
        site.stop(number, 5000, 25);
        assertThat(site.session(next).meter().energyWh()).isEqualByComparingTo("3000");
        assertThat(site.session(number).ending().verdict()).isNotEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_superseded_session_of_which_readings_come_behind_the_next_one_is_not_complete() {
        long number = site.start("KNOWN", 1000, 0);
        long next = site.start("FRIEND", 2000, 10);
        site.stop(next, 5000, 20);
        site.now = at(24);
        site.meter(number, "5000", 24);
        assertThat(site.session(number).isOpen()).isFalse();
        site.stop(number, 5000, 25);
        assertThat(site.session(number).ending().verdict()).isNotEqualTo(SessionVerdict.COMPLETE);
    }
}
