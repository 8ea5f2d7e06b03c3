package org.ohmstead.charging.metering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ConnectorRef;
import org.ohmstead.charging.session.EventTime;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.Origin;
import org.ohmstead.charging.session.RegisterPoint;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.store.SqlEvseMeters;
import org.ohmstead.db.Database;
import org.ohmstead.db.Scope;
import org.ohmstead.db.TestDatabases;
import org.ohmstead.db.lanes.GroupCommit;

/** What an EVSE leaves behind for its next session. */
class EvseMeterTest {
    private static final EvseMeter NEW = EvseMeter.unknown(1);

    private static RegisterPoint shown(int minute, long wh) {
        return new RegisterPoint(ChargingSite.at(minute), BigDecimal.valueOf(wh));
    }

    private static ChargingSession session(long start, Suspicion... doubts) {
        SessionTimes times =
                SessionTimes.began(new EventTime(ChargingSite.at(0), null, false, Set.of()), ChargingSite.at(0));
        Origin origin = new Origin(ChargingSite.CP7, org.ohmstead.ocpp.OcppVersion.V16, null, null, 0, null, null);
        return ChargingSession.fresh(origin, times)
                .with(MeterState.NONE.withStart(BigDecimal.valueOf(start)))
                .suspecting(Set.of(doubts));
    }

    private static EvseMeter after(EvseMeter meter, int minute, long start, long stop, Suspicion... doubts) {
        return meter.after(session(start, doubts), shown(minute, stop), BigDecimal.valueOf(7000));
    }

    @Test
    void the_next_session_is_to_begin_where_the_last_one_ended() {
        EvseMeter known = after(NEW, 10, 1000, 5000);
        assertThat(known.before(ChargingSite.at(10))).isEqualByComparingTo("5000");
        assertThat(known.before(ChargingSite.at(9))).isNull();
        assertThat(known.powerW()).isEqualByComparingTo("7000");
        assertThat(NEW.before(ChargingSite.at(10))).isNull();
    }

    @Test
    void what_is_older_or_the_same_or_no_register_of_a_meter_changes_nothing() {
        EvseMeter known = NEW.shows(shown(10, 5000));
        assertThat(known.shows(shown(10, 6000))).isSameAs(known);
        assertThat(known.shows(shown(9, 6000))).isSameAs(known);
        assertThat(known.shows(shown(11, 5000))).isSameAs(known);
        assertThat(known.shows(shown(11, -1))).isSameAs(known);
        assertThat(known.shows(shown(11, 0))).isSameAs(known);
    }

    @Test
    void one_that_begins_at_zero_is_expected_to_do_so_again() {
        EvseMeter zero = after(NEW, 10, 0, 5000);
        assertThat(zero.before(ChargingSite.at(0))).isZero();
        assertThat(after(zero, 20, 5000, 6000).before(ChargingSite.at(20))).isEqualByComparingTo("6000");
    }

    @Test
    void a_zero_that_was_doubted_is_proven_only_by_a_register_that_fell() {
        EvseMeter known = after(NEW, 10, 1000, 5000);
        assertThat(after(known, 20, 0, 6000, Suspicion.METER_BASE_MIXED).countsFromZero())
                .isFalse();
        assertThat(after(known, 20, 0, 4000, Suspicion.METER_BASE_MIXED).countsFromZero())
                .isTrue();
    }

    @Test
    void what_is_known_of_zeros_is_kept_over_a_session_that_is_odd() {
        EvseMeter known = after(NEW, 10, 1000, 5000);
        assertThat(after(known, 20, 0, 5000, Suspicion.METER_BASE_MIXED).countsFromZero())
                .as("the same register has not fallen")
                .isFalse();
        assertThat(after(known, 20, 5000, 6000, Suspicion.METER_BASE_MIXED).countsFromZero())
                .isFalse();
        EvseMeter zero = after(NEW, 10, 0, 5000);
        assertThat(after(zero, 20, 0, 6000, Suspicion.METER_BASE_MIXED).countsFromZero())
                .isTrue();
        assertThat(after(zero, 20, 5000, 6000, Suspicion.METER_BASE_MIXED).countsFromZero())
                .isTrue();
    }

    @Test
    void a_session_without_a_certain_register_tells_its_power_unless_it_is_odd_or_there_was_none() {
        BigDecimal power = BigDecimal.valueOf(7000);
        assertThat(NEW.after(session(1000), null, power).powerW()).isEqualByComparingTo(power);
        assertThat(NEW.after(session(1000, Suspicion.METER_JUMP), null, power).powerW())
                .isNull();
        assertThat(NEW.after(session(1000), null, BigDecimal.ZERO).powerW()).isNull();
    }

    @Test
    void an_odd_session_says_nothing_about_power() {
        assertThat(after(NEW, 10, 1000, 5000, Suspicion.METER_JUMP).powerW()).isNull();
        assertThat(after(NEW, 10, 1000, 5000, Suspicion.TIME_MISSING).powerW()).isEqualByComparingTo("7000");
    }

    @Test
    void a_power_that_is_hardly_higher_is_not_worth_a_row() {
        EvseMeter known = after(NEW, 10, 1000, 5000);
        ChargingSession next = session(5000);
        assertThat(known.after(next, shown(20, 6000), BigDecimal.valueOf(7350)).powerW())
                .isEqualByComparingTo("7000");
        assertThat(known.after(next, shown(20, 6000), BigDecimal.valueOf(7351)).powerW())
                .isEqualByComparingTo("7351");
    }

    @ParameterizedTest
    @MethodSource("org.ohmstead.db.TestDatabases#each")
    void it_is_kept_beyond_the_lanes_memory(TestDatabases.Kind kind) {
        Database database = kind.open();
        try (ChargingSite site = new ChargingSite(database)) {
            EvseMeter meter =
                    new EvseMeter(2, shown(5, 7000), true, new BigDecimal("11000.5"), BigDecimal.valueOf(22_000));
            site.commits.write(Scope.everywhere(), 7, tx -> {
                SqlEvseMeters.put(tx, ChargingSite.CP7, EvseMeter.unknown(2).shows(shown(1, 1)));
                SqlEvseMeters.put(tx, ChargingSite.CP7, meter);
                return true;
            });
            site.commits.close();
            GroupCommit others = new GroupCommit(database);
            EvseMeter found = others.write(
                    ChargingSite.CP7.scope(),
                    7,
                    tx -> SqlEvseMeters.find(tx, ChargingSite.CP7, new ConnectorRef(2, null)));
            others.close();
            assertThat(found).isEqualTo(meter);
        }
    }
}
