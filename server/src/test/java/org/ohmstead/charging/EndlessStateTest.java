package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.lifecycle.LateEvents;
import org.ohmstead.charging.lifecycle.Succession;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.SeqRange;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.Suspicion;
import org.ohmstead.charging.trail.TransactionReport;

/** A station whose sessions or events have no end costs the others little: what each message looks at has a bound. */
class EndlessStateTest {
    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    private List<ChargingSession> open() {
        return site.all().stream().filter(ChargingSession::isOpen).toList();
    }

    @Test
    void of_sessions_that_are_never_ended_the_newest_stay_open_and_the_others_are_closed_with_a_mark() {
        int more = 7;
        List<Long> numbers = new ArrayList<>();
        for (int i = 0; i < Succession.MOST_OPEN + more; i++) {
            site.now = site.now.plusSeconds(1);
            numbers.add(site.start(1 + i, "FRIEND", 1_000, 0));
        }
        assertThat(open()).hasSize(Succession.MOST_OPEN);
        for (Long silent : numbers.subList(0, more)) {
            ChargingSession closed = site.session(silent);
            assertThat(closed.ending().closedBy()).isEqualTo(ClosedBy.SUPERSEDED);
            assertThat(closed.suspicions()).contains(Suspicion.END_MISSING);
        }
    }

    @Test
    void one_that_is_heard_of_stays_open_and_one_that_is_heard_again_is_open_again() {
        long heard = site.start(1, "FRIEND", 1_000, 0);
        long silent = site.start(2, "FRIEND", 1_000, 0);
        for (int i = 0; i < Succession.MOST_OPEN; i++) {
            site.now = site.now.plusSeconds(60);
            site.start(3 + i, "FRIEND", 1_000, i);
            site.meter(1, heard, Integer.toString(1_000 + i), i + 1);
        }
        assertThat(site.session(heard).isOpen()).isTrue();
        assertThat(site.session(silent).isOpen()).isFalse();
        int minute = Succession.MOST_OPEN + 10;
        site.meter(2, silent, "2000", minute);
        assertThat(site.session(silent).isOpen()).isTrue();
        site.stop(silent, 3_000, minute + 1);
        assertThat(site.session(silent).meter().energyWh()).isEqualByComparingTo("2000");
    }

    @Test
    void thousands_of_events_in_reverse_order_are_put_in_order_now_and_then_and_at_the_start_that_comes_last() {
        int last = 700;
        int derived = 0;
        site.event(
                "Ended",
                last,
                "EVDeparted",
                "'transactionInfo':{'transactionId':'TX','stoppedReason':'Local'},"
                        + ChargingSite.wh(last, "2000", "Transaction.End"));
        for (int seqNo = last - 1; seqNo > 0; seqNo--) {
            site.event("Updated", seqNo, "ChargingStateChanged", "");
            derived += site.session().suspicions().contains(Suspicion.SEQ_DISORDER) ? 0 : 1;
        }
        assertThat(derived).as("times that all events were looked at").isBetween(300, 400);
        site.event("Started", 0, "CablePluggedIn", ChargingSite.wh(0, "1000", "Transaction.Begin"));
        ChargingSession whole = site.session();
        assertThat(whole.suspicions()).isEmpty();
        assertThat(whole.seq()).isEqualTo(new SeqRange(0, last, last));
        assertThat(whole.meter().energyWh()).isEqualByComparingTo("1000");
        assertThat(site.trail(whole.id())).hasSize(last + 1);
    }

    @Test
    void late_events_pay_for_what_they_cost() {
        LateEvents late = new LateEvents();
        long looked = 0;
        int events = 4_000;
        for (int size = 1; size <= events; size++) {
            if (late.mayDerive(1, TransactionReport.Step.UPDATED)) {
                late.derived(1, size);
                looked += size;
            }
        }
        assertThat(looked).isLessThan(50_000 + 33L * events);
        int startsAndEnds = 0;
        for (int i = 0; i < 1_000; i++) {
            if (late.mayDerive(1, TransactionReport.Step.ENDED)) {
                late.derived(1, events);
                startsAndEnds++;
            }
        }
        assertThat(startsAndEnds).isBetween(1, 20);
    }

    @Test
    void many_sessions_get_no_more_than_one() {
        LateEvents late = new LateEvents();
        long looked = 0;
        int size = 1_000;
        int events = 0;
        for (int round = 0; round < 20; round++) {
            for (long session = 1; session <= 150; session++) { // more than are remembered
                events++;
                if (late.mayDerive(session, TransactionReport.Step.ENDED)) {
                    late.derived(session, size);
                    looked += size;
                }
            }
        }
        assertThat(looked).isBetween(75_000L, 75_000 + 33L * events);
    }

    @Test
    void a_session_that_was_left_out_of_order_is_put_in_order_when_it_is_quiet() {
        int last = 700;
        site.event("Ended", last, "EVDeparted", ChargingSite.wh(last, "2000", "Transaction.End"));
        site.event("Started", 0, "CablePluggedIn", ChargingSite.wh(0, "1000", "Transaction.Begin"));
        for (int seqNo = last - 1; seqNo > 0; seqNo--) {
            site.event("Updated", seqNo, "ChargingStateChanged", "");
        }
        ChargingSession left = site.session();
        assertThat(left.suspicions()).contains(Suspicion.SEQ_DISORDER);
        site.now = site.now.plusSeconds(119);
        site.due.order();
        assertThat(site.session()).isEqualTo(left);
        site.now = site.now.plusSeconds(1);
        site.due.order();
        ChargingSession whole = site.session();
        assertThat(whole.suspicions()).isEmpty();
        assertThat(whole.ending().verdict()).isEqualTo(SessionVerdict.COMPLETE);
        assertThat(whole.meter().energyWh()).isEqualByComparingTo("1000");
        assertThat(site.trail(whole.id())).hasSize(last + 2).endsWith("ordered");
        site.due.order();
        assertThat(site.trail(whole.id())).as("once").hasSize(last + 2);
    }
}
