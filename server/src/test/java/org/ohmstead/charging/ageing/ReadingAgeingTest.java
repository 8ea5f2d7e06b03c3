package org.ohmstead.charging.ageing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.NOW;
import static org.ohmstead.charging.ChargingSite.at;
import static org.ohmstead.charging.ChargingSite.wh;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import org.jooq.SQLDialect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.api.Limit;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.lists.ReadingFilter;
import org.ohmstead.charging.lists.RollupView;
import org.ohmstead.charging.lists.SessionFilter;
import org.ohmstead.charging.lists.SqlRollupPages;
import org.ohmstead.charging.lists.SqlSessionPages;
import org.ohmstead.charging.readings.ReadingSettings;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;

class ReadingAgeingTest {
    private static final String EACH = "org.ohmstead.db.TestDatabases#each";
    private static final Limit MANY = new Limit(500);
    private static final Duration KEPT = Duration.ofDays(90);
    private static final String POWER = "{'value':'%d','measurand':'Power.Active.Import','unit':'W'}";

    private static void round(ChargingSite site, Duration kept) {
        ageing(site, kept).round();
    }

    private static ReadingAgeing ageing(ChargingSite site, Duration kept) {
        return new ReadingAgeing(
                new SqlReadingPartitions(site.database, site.commits),
                new SqlReadingSweep(site.database, site.commits),
                new ReadingSettings(kept),
                Clock.fixed(site.now, ZoneOffset.UTC));
    }

    private static List<RollupView> rollups(ChargingSite site, Long session) {
        ReadingFilter filter = new ReadingFilter(session == null ? "CP-7" : null, session, null, null, null);
        return new SqlRollupPages(site.database)
                .page(Scope.tenant(1), filter, MANY, null)
                .items();
    }

    private static void meter(ChargingSite site, long number, int wh, int watts, int minute) {
        site.now = at(minute);
        site.meter(
                CP7,
                "{'connectorId':1,'transactionId':%d,'meterValue':[{'timestamp':'%s','sampledValue':[{'value':'%d'},%s]}]}"
                        .formatted(number, at(minute), wh, POWER.formatted(watts)));
    }

    /** From noon: at 1000 Wh, with a reading every minute, for 40 minutes. */
    private static long charged(ChargingSite site) {
        long number = site.start("KNOWN", 1000, 0);
        for (int minute = 1; minute <= 40; minute++) {
            meter(site, number, 1000 + 100 * minute, 6000 + minute, minute);
        }
        site.now = at(41);
        site.stop(number, 5100, 41);
        return number;
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void readings_of_a_session_without_a_sign_for_long_become_a_row_a_quarter_of_an_hour(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            long number = charged(site);
            ChargingSession before = site.session();
            site.now = at(41).plus(KEPT);
            round(site, KEPT);
            assertThat(site.readings()).as("90 days and no longer").isEqualTo(40);
            site.now = site.now.plusSeconds(1);
            round(site, KEPT);
            assertThat(site.readings()).isZero();
            assertThat(site.session()).isEqualTo(before);
            List<RollupView> rollups = rollups(site, number);
            assertThat(rollups).extracting(RollupView::from).containsExactly(at(30), at(15), at(0));
            assertThat(rollups).extracting(RollupView::readings).containsExactly(11, 15, 14);
            assertThat(rollups)
                    .extracting(RollupView::energyFirstWh)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(whole(4000), whole(2500), whole(1100));
            assertThat(rollups)
                    .extracting(RollupView::energyLastWh)
                    .usingElementComparator(BigDecimal::compareTo)
                    .containsExactly(whole(5000), whole(3900), whole(2400));
            assertThat(rollups.getFirst().energyLastAt()).isEqualTo(at(40));
            assertThat(rollups.get(1).powerMinW()).isEqualByComparingTo("6015");
            assertThat(rollups.get(1).powerMaxW()).isEqualByComparingTo("6029");
            assertThat(rollups.get(1).powerAvgW()).isEqualByComparingTo("6022");
            assertThat(rollups).allSatisfy(rollup -> assertThat(rollup.kept()).isEmpty());
            assertThat(rollups(site, null)).hasSize(3);
        }
    }

    private static BigDecimal whole(int number) {
        return BigDecimal.valueOf(number);
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_comes_after_that_changes_no_energy(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            long number = site.start("KNOWN", 1000, 0);
            meter(site, number, 1500, 6000, 5);
            meter(site, number, 3000, 6000, 20);
            site.event("Started", 0, "CablePluggedIn", "'evse':{'id':3}," + wh(0, "10", "Sample.Clock"));
            site.event("Updated", 1, "MeterValuePeriodic", wh(1, "20", "Sample.Periodic"));
            site.event("Updated", 2, "MeterValuePeriodic", wh(2, "30", "Sample.Periodic"));
            site.now = at(20).plus(KEPT).plusSeconds(1);
            round(site, KEPT);
            assertThat(site.readings()).isZero();
            site.stop(number, 5000, 40);
            site.event("Ended", 3, "EVDeparted", "'offline':true," + wh(3, "40", "Sample.Clock"));
            assertThat(site.session(number).meter().energyWh()).isEqualByComparingTo("4000");
            ChargingSession sequenced = site.all().getLast();
            assertThat(sequenced.meter().energyWh()).isEqualByComparingTo("30");
            assertThat(sequenced.ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
            site.now = site.now.plus(KEPT).plusSeconds(1);
            round(site, KEPT);
            assertThat(site.readings()).isZero();
            assertThat(rollups(site, sequenced.id()))
                    .extracting(RollupView::readings)
                    .containsExactly(4);
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void what_is_signed_or_bounds_a_session_or_is_suspect_stays_as_it_came(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            String signed = "OCMF|{\\\"FV\\\":\\\"1.0\\\"}|é";
            site.event("Started", 0, "CablePluggedIn", "'evse':{'id':3}," + wh(0, "10", "Transaction.Begin"));
            site.event(
                    "Updated",
                    1,
                    "MeterValuePeriodic",
                    ("'meterValue':[{'timestamp':'%s','sampledValue':[{'value':20,'signedMeterValue':{'signedMeterData':'%s',"
                                    + "'signingMethod':'','encodingMethod':'OCMF','publicKey':''}}]}]")
                            .formatted(at(1), signed));
            site.event("Updated", 2, "MeterValuePeriodic", wh(2, "30", "Sample.Periodic"));
            site.event("Ended", 3, "EVDeparted", wh(3, "40", "Transaction.End"));
            long odd = site.start("KNOWN", 1000, 4);
            meter(site, odd, 1500, 6000, 5);
            meter(site, odd, 100, 6000, 6);
            String raw = site.readingsJson().get(1);
            site.now = at(10).plus(KEPT);
            round(site, KEPT);
            List<RollupView> sequenced = rollups(site, site.all().getFirst().id());
            assertThat(sequenced.getFirst().readings()).isEqualTo(4);
            assertThat(sequenced.getFirst().kept())
                    .extracting(RollupView.Kept::sampledAt)
                    .containsExactly(at(0), at(1), at(3));
            assertThat(sequenced.getFirst().kept().get(1).samples())
                    .isEqualTo(raw)
                    .contains("OCMF");
            assertThat(rollups(site, odd).getFirst().kept())
                    .extracting(RollupView.Kept::sampledAt)
                    .containsExactly(at(5), at(6));
        }
    }

    @ParameterizedTest
    @MethodSource(EACH)
    void more_readings_than_a_step_takes_and_those_without_a_session_go_as_well(TestDatabases.Kind kind) {
        try (ChargingSite site = new ChargingSite(kind.open())) {
            long number = site.start("KNOWN", 1000, 0);
            for (int i = 1; i <= 1_100; i++) {
                site.meter(number, String.valueOf(1000 + i), i);
            }
            for (int i = 0; i < 600; i++) {
                site.meter(0, null, String.valueOf(i), i);
            }
            site.meter(
                    ChargingSite.CP8,
                    "{'connectorId':0,'meterValue':[{'timestamp':'" + at(0) + "','sampledValue':[{'value':'7'}]}]}");
            site.now = at(1_100).plus(KEPT).plusSeconds(1);
            site.meter(0, null, "1000000", (int) Duration.between(NOW, site.now).toMinutes());
            round(site, KEPT);
            assertThat(site.readings()).as("the young one").isEqualTo(1);
            List<RollupView> own = rollups(site, number);
            assertThat(own).hasSize(74);
            assertThat(own.stream().mapToInt(RollupView::readings).sum()).isEqualTo(1_100);
            assertThat(own.getFirst().energyLastWh()).isEqualByComparingTo("2100");
            assertThat(own.getLast().energyFirstWh()).isEqualByComparingTo("1001");
            List<RollupView> others = rollups(site, null).stream()
                    .filter(rollup -> rollup.session() == null)
                    .toList();
            assertThat(others.stream().mapToInt(RollupView::readings).sum()).isEqualTo(600);
        }
    }

    @Test
    void what_cannot_be_read_stays_and_what_stands_behind_it_is_rolled_up() {
        try (ChargingSite site = new ChargingSite(TestDatabases.sqlite())) {
            long broken = charged(site);
            site.now = at(60);
            long sound = site.start("KNOWN", 6000, 60);
            meter(site, sound, 6100, 6000, 61);
            meter(site, sound, 6200, 6000, 62);
            site.now = at(63);
            site.stop(sound, 6300, 63);
            site.commits.write(Scope.everywhere(), 7, tx -> tx.sql()
                    .execute("update charging_session set suspicions_json = '[' where id = " + broken));
            site.now = at(63).plus(KEPT).plusSeconds(1);
            round(site, KEPT);
            assertThat(rollups(site, sound)).isNotEmpty();
            assertThat(rollups(site, broken)).isEmpty();
            SqlSessionPages pages = new SqlSessionPages(site.database);
            SessionFilter all = new SessionFilter(null, null, null, null, null, null, null, null, null);
            assertThat(pages.sessions(Scope.tenant(1), all, MANY, null).items())
                    .extracting(ChargingSession::id)
                    .containsExactly(sound);
        }
    }

    @Test
    void with_off_they_stay_for_ever() {
        try (ChargingSite site = new ChargingSite()) {
            charged(site);
            site.now = NOW.plus(Duration.ofDays(3650));
            round(site, Duration.ZERO);
            assertThat(site.readings()).isEqualTo(40);
        }
    }

    @Test
    void on_postgresql_there_is_a_table_a_month_until_its_readings_are_rolled_up() {
        try (ChargingSite site = new ChargingSite(TestDatabases.postgres())) {
            SqlReadingPartitions partitions = new SqlReadingPartitions(site.database, site.commits);
            long number = charged(site);
            assertThat(partitions.months()).isEmpty();
            assertThat(rowsOf(site, "meter_reading_rest"))
                    .as("before there is a month")
                    .isEqualTo(40);
            ageing(site, KEPT).makeRoom();
            ageing(site, KEPT).makeRoom();
            assertThat(partitions.months()).containsExactly(month(3), month(4), month(5), month(6), month(7));
            assertThat(rowsOf(site, "meter_reading_2026_05")).as("moved").isEqualTo(40);
            site.meter(number, "5000", 40);
            meter(site, number, 5000, 6040, 40);
            assertThat(rowsOf(site, "meter_reading_2026_05"))
                    .as("a repetition is found there")
                    .isEqualTo(41);
            site.now = Instant.parse("2026-09-30T12:00:00Z");
            round(site, KEPT);
            assertThat(site.readings()).isZero();
            assertThat(partitions.months()).containsExactly(month(7), month(8), month(9), month(10), month(11));
        }
    }

    private static YearMonth month(int number) {
        return YearMonth.of(2026, number);
    }

    private static int rowsOf(ChargingSite site, String table) {
        assertThat(site.database.dialect()).isEqualTo(SQLDialect.POSTGRES);
        return site.database.read(Scope.everywhere()).fetchCount(org.jooq.impl.DSL.table(table));
    }
}
