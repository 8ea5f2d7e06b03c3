package org.ohmstead.charging.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.CP8;
import static org.ohmstead.charging.ChargingSite.at;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.access.Actor;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.Suspicion;

/** 1.6 MeterValues: behaviour 19, field notes 91 to 96 and 102. */
class MeterReportTest {
    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void readings_move_the_session_and_leave_no_event_behind() {
        long number = site.start("KNOWN", 1000, 0);
        site.meter(CP7, """
                {'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s','sampledValue':[
                 {'value':'1.5','unit':'kWh','measurand':'Energy.Active.Import.Register'},
                 {'value':'7.4','unit':'kW','measurand':'Power.Active.Import'},
                 {'value':'41','unit':'Percent','measurand':'SoC'}]}]}""".formatted(number, at(10)));
        ChargingSession session = site.session(number);
        assertThat(session.meter().energyWh()).isEqualByComparingTo("500");
        assertThat(session.meter().powerW()).isEqualByComparingTo("7400");
        assertThat(session.meter().socPercent()).isEqualByComparingTo("41");
        site.meter(number, "1700", 20);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("700");
        assertThat(site.trail(number)).containsExactly("started");
        assertThat(site.events()).containsExactly("session.started");
    }

    @Test
    void a_repeated_report_adds_nothing() {
        long number = site.start("KNOWN", 1000, 0);
        site.meter(number, "1700", 20);
        site.meter(number, "1700", 20);
        assertThat(site.readings()).isEqualTo(1);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("700");
    }

    @Test
    void every_sampled_value_is_kept_as_it_came_with_words_that_no_schema_knows() {
        long number = site.start("KNOWN", 1000, 0);
        site.meter(CP7, """
                {'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s','sampledValue':[
                 {'value':'007.50','unit':'Hertz','measurand':'Vendor.Secret','phase':'L1-N','location':'Cable','context':'Odd.One'},
                 {'value':'OCMF|{\\'a\\':1}|{}','format':'SignedData','context':'Transaction.Begin'}]}]}""".formatted(number, at(10)));
        assertThat(site.readingsJson())
                .containsExactly(
                        "[{\"value\":\"007.50\",\"context\":\"Odd.One\",\"measurand\":\"Vendor.Secret\",\"phase\":\"L1-N\","
                                + "\"location\":\"Cable\",\"unit\":\"Hertz\"},"
                                + "{\"value\":\"OCMF|{\\\"a\\\":1}|{}\",\"context\":\"Transaction.Begin\",\"format\":\"SignedData\"}]");
        assertThat(site.session(number).meter().energyWh()).isNull();
    }

    @Test
    void without_a_number_readings_go_to_the_open_session_of_the_connector() {
        long number = site.start(2, "KNOWN", 1000, 0);
        site.meter(2, null, "1100", 1);
        site.meter(2, 0L, "1200", 2);
        site.meter(2, -1L, "1300", 3);
        site.meter(1, null, "77", 3);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("300");
        assertThat(site.sessionsOfReadings()).containsExactly(number, number, number, null);
    }

    @Test
    void the_main_meter_belongs_to_no_session() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.meter(0, null, "1100", 1);
        site.meter(0, -1L, "1200", 2);
        site.meter(0, 4711L, "1300", 3);
        assertThat(site.sessionsOfReadings()).containsExactly(null, null, null);
        assertThat(site.session(number).meter().energyWh()).isNull();
    }

    @Test
    void readings_on_connector_0_with_the_number_of_a_session_are_the_session_s() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.meter(0, number, "2500", 5);
        assertThat(site.sessionsOfReadings()).containsExactly(number);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("1500");
        assertThat(site.session(number).place()).isEqualTo(new ConnectorRef(1, 1));
        site.stop(number, 3000, 10);
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void an_unknown_running_session_is_adopted_and_its_stop_is_found() {
        site.meter(1, 4711L, "50000", 1);
        site.meter(1, 4711L, "51000", 11);
        ChargingSession adopted = site.session();
        assertThat(adopted.isOpen()).isTrue();
        assertThat(adopted.suspicions()).containsExactly(Suspicion.START_MISSING);
        assertThat(adopted.meter().energyWh()).isEqualByComparingTo("1000");
        site.stop(4711, 51500, 20);
        ChargingSession ended = site.session();
        assertThat(ended.isOpen()).isFalse();
        assertThat(ended.meter().energyWh()).isEqualByComparingTo("1500");
        assertThat(ended.ending().verdict()).isEqualTo(SessionVerdict.INCOMPLETE);
    }

    @Test
    void a_number_that_the_station_made_up_becomes_another_name_of_the_open_session() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.meter(1, -559038737L, "1100", 1);
        site.meter(1, -559038737L, "1200", 2);
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("200");
        site.stop(-559038737L, 1500, 9);
        assertThat(site.session().id()).isEqualTo(number);
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_number_of_another_station_is_a_name_like_any_other() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.meter(
                CP8,
                "{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s','sampledValue':[{'value':'9'}]}]}"
                        .formatted(number, at(1)));
        assertThat(site.session(number).meter().lastWh()).isNull();
        assertThat(site.all()).hasSize(2);
    }

    @Test
    void closing_values_after_the_stop_are_attached_and_change_nothing() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.stop(number, 2000, 10);
        ChargingSession before = site.session(number);
        site.meter(1, number, "2000", 10);
        site.meter(1, number, "2500", 30);
        assertThat(site.session(number)).isEqualTo(before);
        assertThat(site.sessionsOfReadings()).containsExactly(number, number);
        assertThat(site.events()).containsExactly("session.started", "session.ended");
    }

    @Test
    void a_number_that_stays_after_its_stop_is_nobodys_or_that_of_the_next_session() {
        long old = site.start(1, "KNOWN", 1000, 0);
        site.stop(old, 2000, 10);
        site.meter(1, old, "2000", 200);
        long next = site.start(1, "KNOWN", 2000, 210);
        site.meter(1, old, "2600", 220);
        assertThat(site.sessionsOfReadings()).containsExactly(null, next);
        assertThat(site.session(old).isOpen()).isFalse();
        assertThat(site.session(next).meter().energyWh()).isEqualByComparingTo("600");
    }

    @Test
    void odd_readings_are_doubted_while_the_session_runs() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.meter(number, "1500", 1);
        site.meter(number, "0", 2);
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.METER_RESET);
        assertThat(site.events()).containsExactly("session.started", "session.updated", "session.suspect");
        site.meter(number, "300", 3);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("800");
        site.stop(number, 400, 4);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("900");
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.SUSPECT);
    }

    @Test
    void readings_out_of_the_window_are_marked_and_not_billed() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.meter(number, "100", -30);
        site.meter(number, "1500", 5);
        site.stop(number, 2000, 10);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("1000");
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.OUT_OF_WINDOW);
    }

    @Test
    void kwh_that_are_labelled_wh_are_suspected_by_power_and_time() {
        long number = site.start(1, "KNOWN", 0, 0);
        for (int minute = 1; minute <= 61; minute += 10) {
            site.meter(CP7, """
                    {'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s','sampledValue':[
                     {'value':'%d'},{'value':'7400','measurand':'Power.Active.Import','unit':'W'}]}]}""".formatted(number, at(minute), minute / 9));
        }
        site.stop(number, 7, 62);
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.METER_SCALE);
    }

    @Test
    void a_reading_without_time_counts_from_its_arrival() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.now = at(5);
        site.meter(
                CP7,
                "{'connectorId':1,'transactionId':%d,'meterValue':[{'sampledValue':[{'value':'1400'}]}]}"
                        .formatted(number));
        assertThat(site.session(number).meter().lastAt()).isEqualTo(at(5));
        assertThat(site.session(number).suspicions()).containsExactly(Suspicion.TIME_MISSING);
    }

    @Test
    void reports_without_readings_are_served() {
        site.meter(CP7, "{'connectorId':1,'transactionId':99,'meterValue':[]}");
        site.meter(
                CP7,
                "{'connectorId':1,'transactionId':99,'meterValue':[{'timestamp':'" + at(1) + "','sampledValue':[]}]}");
        site.meter(CP7, "{}");
        assertThat(site.all()).isEmpty();
        assertThat(site.readings()).isZero();
    }

    @Test
    void a_made_up_name_that_comes_again_is_the_next_session() {
        long first = site.start(1, "KNOWN", 1000, 0);
        site.meter(1, -5L, "1100", 1);
        site.stop(-5, 1500, 9);
        long second = site.start(1, "KNOWN", 1500, 20);
        site.meter(1, -5L, "1700", 25);
        site.stop(-5, 2500, 30);
        site.stop(-5, 2500, 30);
        assertThat(site.all()).extracting(ChargingSession::id).containsExactly(first, second);
        assertThat(site.session(first).meter().energyWh()).isEqualByComparingTo("500");
        assertThat(site.session(second).meter().energyWh()).isEqualByComparingTo("1000");
        assertThat(site.all()).extracting(one -> one.ending().verdict()).containsOnly(SessionVerdict.COMPLETE);
    }

    @Test
    void a_number_that_a_2x_session_of_the_station_bore_is_another_session() {
        site.event("4711", "Started", 0, "CablePluggedIn", "'evse':{'id':2}");
        site.meter(1, 4711L, "50000", 1);
        site.stop(4711, 51000, 9);
        assertThat(site.all()).hasSize(2);
        assertThat(site.all().getFirst().isOpen()).isTrue();
        assertThat(site.all().getLast().meter().energyWh()).isEqualByComparingTo("1000");
        site.event("4711", "Updated", 1, "CablePluggedIn", "");
        assertThat(site.all()).hasSize(2);
        assertThat(site.all().getFirst().seq().last()).isEqualTo(1);
        site.event("4711", "Ended", 2, "EVDeparted", "");
        site.event("4711", "Started", 0, "CablePluggedIn", "'evse':{'id':2}");
        assertThat(site.all()).hasSize(3);
    }

    @Test
    void nonsense_costs_one_walk_through_the_readings_and_the_end_sorts_it_out() {
        long number = site.start(1, "KNOWN", 100_000, 0);
        String[] values = {"100100", "895", "100200", "-7", "100300", "895", "100400"};
        for (int i = 0; i < values.length; i++) {
            site.meter(number, values[i], i + 1);
        }
        assertThat(site.session(number).suspicions())
                .contains(Suspicion.METER_RESET)
                .doesNotContain(Suspicion.START_MISSING);
        site.stop(number, 100_500, 20);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("500");
        assertThat(site.session(number).suspicions())
                .containsExactlyInAnyOrder(Suspicion.METER_NOT_MONOTONIC, Suspicion.METER_NEGATIVE);
    }

    @Test
    void a_session_that_a_human_closed_too_early_still_gets_its_readings() {
        long number = site.start(1, "KNOWN", 1000, 0);
        site.meter(1, number, "1100", 10);
        site.closing.close(Actor.LOCAL, CP7, number, "by mistake");
        site.meter(1, number, "9000", 200);
        ChargingSession session = site.session(number);
        assertThat(session.ending().closedBy()).isEqualTo(ClosedBy.OPERATOR);
        assertThat(session.meter().energyWh()).isEqualByComparingTo("8000");
        site.stop(number, 9100, 210);
        assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("8100");
        assertThat(site.session(number).ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }
}
