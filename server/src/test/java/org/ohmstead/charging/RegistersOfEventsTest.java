package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.charging.ChargingSite.wh;

import java.math.BigDecimal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.metering.EvseMeter;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.store.SqlEvseMeters;
import org.ohmstead.db.Scope;
import org.ohmstead.ocpp.OcppVersion;

/** Which readings of a session of 2.x are its start and its stop, and what it tells of its EVSE. */
class RegistersOfEventsTest {
    private static final String EVSE = "'evse':{'id':2,'connectorId':1}";

    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    /** Without a number; the station may not count. */
    private void uncounted(String type, int minute, String more) {
        site.event(
                CP7,
                OcppVersion.V201,
                ("{'eventType':'%s','timestamp':'%s','triggerReason':'Trigger',"
                                + "'transactionInfo':{'transactionId':'TX'}%s}")
                        .formatted(type, at(minute), more.isEmpty() ? "" : "," + more));
    }

    private static String values(int minute, String samples) {
        return "'meterValue':[{'timestamp':'%s','sampledValue':[%s]}]".formatted(at(minute), samples);
    }

    @Test
    void a_reading_of_the_begin_is_the_start_also_where_another_one_is_older() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "990", "Sample.Periodic"));
        site.event("Updated", 1, "Trigger", wh(1, "1000", "Transaction.Begin"));
        site.event("Ended", 2, "EVDeparted", wh(2, "1500", "Transaction.End"));
        assertThat(site.session().meter().startWh()).isEqualByComparingTo("1000");
    }

    @Test
    void a_reading_behind_the_start_is_none_of_the_start() {
        site.event("Started", 0, "CablePluggedIn", EVSE);
        site.event("Updated", 1, "Trigger", wh(1, "1000", "Sample.Periodic"));
        site.event("Ended", 2, "EVDeparted", wh(2, "1500", "Transaction.End"));
        assertThat(site.session().meter().startWh()).isNull();
        assertThat(site.session().suspicions()).containsExactly(Suspicion.METER_START_MISSING);
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("500");
    }

    @Test
    void an_end_that_tells_the_register_of_the_begin_too_is_a_whole_session() {
        site.event("Started", 0, "CablePluggedIn", EVSE);
        site.event(
                "Ended",
                1,
                "EVDeparted",
                values(1, "{'value':1000,'context':'Transaction.Begin'},{'value':1500,'context':'Transaction.End'}"));
        assertThat(site.session().meter().startWh()).isEqualByComparingTo("1000");
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("500");
        assertThat(site.session().ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
    }

    @Test
    void a_reading_of_the_end_is_the_stop_also_where_an_event_before_the_last_brought_it() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Updated", 1, "Trigger", wh(1, "1500", "Transaction.End"));
        site.event("Ended", 2, "EVDeparted", "");
        assertThat(site.session().meter().stopWh()).isEqualByComparingTo("1500");
        assertThat(site.session().suspicions()).isEmpty();
    }

    @Test
    void of_an_end_without_a_number_the_reading_of_its_moment_is_the_stop() {
        uncounted("Started", 0, EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        uncounted("Updated", 4, wh(4, "1400", "Sample.Periodic"));
        uncounted("Ended", 5, wh(5, "1500", "Sample.Periodic"));
        assertThat(site.session().meter().stopWh()).isEqualByComparingTo("1500");
        assertThat(site.session().suspicions()).containsExactlyInAnyOrder(Suspicion.SEQ_MISSING, Suspicion.SEQ_GAP);
    }

    @Test
    void of_an_end_without_a_number_a_reading_of_another_moment_is_not_the_stop() {
        uncounted("Started", 0, EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        uncounted("Ended", 5, wh(4, "1400", "Sample.Periodic"));
        assertThat(site.session().meter().stopWh()).isNull();
        assertThat(site.session().suspicions()).contains(Suspicion.METER_STOP_MISSING);
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("400");
    }

    @Test
    void a_reading_at_the_end_of_one_with_a_number_is_the_stop_only_if_it_came_with_it() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Updated", 1, "Trigger", wh(2, "1400", "Sample.Periodic"));
        site.event("Ended", 2, "EVDeparted", "");
        assertThat(site.session().meter().stopWh()).isNull();
        assertThat(site.session().suspicions()).containsExactly(Suspicion.METER_STOP_MISSING);
    }

    @Test
    void power_alone_is_not_the_newest_sign_of_the_meter() {
        String interval = "{'value':100,'measurand':'Energy.Active.Import.Interval'}";
        site.event("Started", 0, "CablePluggedIn", EVSE);
        site.event("Updated", 1, "MeterValuePeriodic", values(1, interval));
        site.event("Updated", 2, "MeterValuePeriodic", values(2, interval));
        site.event("Updated", 3, "MeterValuePeriodic", values(3, "{'value':5,'measurand':'Power.Active.Import'}"));
        site.event("Ended", 4, "EVDeparted", "");
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("200");
        assertThat(site.session().meter().lastAt()).isEqualTo(at(2));
    }

    private void interval(int seqNo, int minute, String context) {
        site.event(
                "Updated",
                seqNo,
                "MeterValuePeriodic",
                values(
                        minute,
                        "{'value':100,'measurand':'Energy.Active.Import.Interval','context':'%s'}".formatted(context)));
    }

    @Test
    void intervals_of_a_session_that_runs_count_once_and_not_those_of_the_clock_beside_them() {
        site.event("Started", 0, "CablePluggedIn", EVSE);
        interval(1, 1, "Sample.Periodic");
        interval(2, 1, "Sample.Periodic");
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("100");
        interval(3, 2, "Sample.Clock");
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("100");
        interval(4, 3, "Sample.Periodic");
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("200");
        assertThat(site.session().meter().lastAt()).isEqualTo(at(3));
    }

    @Test
    void an_interval_is_missing_where_none_reaches_to_the_end() {
        site.event("Started", 0, "CablePluggedIn", EVSE);
        interval(1, 1, "Sample.Periodic");
        interval(2, 2, "Sample.Periodic");
        interval(3, 3, "Sample.Periodic");
        site.event("Ended", 20, "EVDeparted", "");
        assertThat(site.session().suspicions()).contains(Suspicion.INTERVAL_MISSING);
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("300");
    }

    @Test
    void what_was_read_minutes_behind_the_end_is_no_energy_of_it() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Ended", 5, "EVDeparted", wh(5, "1500", "Sample.Periodic"));
        site.event("Updated", 1, "MeterValuePeriodic", wh(20, "9000", "Sample.Periodic"));
        assertThat(site.session().meter().energyWh()).isEqualByComparingTo("500");
        assertThat(site.session().suspicions()).contains(Suspicion.OUT_OF_WINDOW);
    }

    @Test
    void an_evse_is_known_by_the_highest_power_of_its_session_else_by_its_energy() {
        site.event("Started", 0, "CablePluggedIn", EVSE + "," + wh(0, "1000", "Transaction.Begin"));
        site.event("Ended", 60, "EVDeparted", wh(60, "8000", "Transaction.End"));
        assertThat(known().powerW()).isBetween(BigDecimal.valueOf(6800), BigDecimal.valueOf(7000));
        site.event("T2", "Started", 100, "CablePluggedIn", EVSE + "," + wh(100, "8000", "Transaction.Begin"));
        for (String watts : new String[] {"21000", "11000", "-400", "0"}) {
            int seqNo = site.all().getLast().seq().last() + 1;
            site.event(
                    "T2",
                    "Updated",
                    seqNo,
                    "MeterValuePeriodic",
                    values(seqNo, "{'value':%s,'measurand':'Power.Active.Import'}".formatted(watts)));
        }
        site.event("T2", "Ended", 110, "EVDeparted", wh(110, "8500", "Transaction.End"));
        assertThat(known().powerW()).isEqualByComparingTo("21000");
    }

    private EvseMeter known() {
        return site.commits.write(Scope.everywhere(), 7, tx -> SqlEvseMeters.find(tx, CP7, new ConnectorRef(2, 1)));
    }
}
