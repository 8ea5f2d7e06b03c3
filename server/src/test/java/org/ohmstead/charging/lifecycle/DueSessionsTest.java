package org.ohmstead.charging.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.ohmstead.charging.ChargingSite.CP7;
import static org.ohmstead.charging.ChargingSite.NOW;
import static org.ohmstead.db.schema.Tables.SESSION_EVENT;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ohmstead.charging.ChargingSite;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.ClosedBy;
import org.ohmstead.charging.session.EndSign;
import org.ohmstead.charging.session.Ending;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.StopReason;
import org.ohmstead.charging.store.SqlDueSessions;
import org.ohmstead.db.Scope;
import org.ohmstead.jobs.Recurring;

/** The rounds that close what counts as over, beside stations that go on speaking. */
class DueSessionsTest {
    private static final Duration WAIT = ChargingSettings.defaults().closeAfter();

    private final ChargingSite site = new ChargingSite();

    @AfterEach
    void close() {
        site.close();
    }

    /** Its station has booted, so that it counts as over from now on. */
    private long over(String token) {
        long number = site.start(token, 1000, 0);
        site.boot(CP7);
        site.status(1, "Available");
        return number;
    }

    @Test
    void those_of_a_suspended_tenant_wait_until_it_is_resumed() {
        over("BLOCKED");
        site.now = site.now.plus(WAIT).plusSeconds(1);
        suspended("'2026-01-01 00:00:00+00:00'");
        site.due.close();
        assertThat(site.all()).hasSize(1).allMatch(ChargingSession::isOpen);
        suspended("null");
        site.due.close();
        assertThat(site.all()).noneMatch(ChargingSession::isOpen);
    }

    private void suspended(String at) {
        site.commits.write(Scope.everywhere(), 1, tx -> tx.sql()
                .execute("update tenant set suspended_at = " + at + " where id = 1"));
    }

    @Test
    void all_that_are_due_are_closed_however_many_they_are() {
        for (int connector = 1; connector <= 501; connector++) {
            site.start(connector, "BLOCKED", 1000, 0);
            if (connector % 300 == 0) {
                site.now = site.now.plusSeconds(1);
            }
        }
        site.now = site.now.plus(Duration.ofHours(1));
        site.due.close();
        assertThat(site.all()).hasSize(501).noneMatch(ChargingSession::isOpen);
    }

    @Test
    void a_session_is_closed_when_it_has_counted_as_over_for_the_whole_wait() {
        long number = over("KNOWN");
        Instant free = site.session(number).ending().sign().freeAt();
        site.now = free.plus(WAIT).minusMillis(1);
        site.due.close();
        assertThat(site.session(number).isOpen()).isTrue();
        site.now = free.plus(WAIT);
        site.due.close();
        assertThat(site.session(number).isOpen()).isFalse();
    }

    @Test
    void what_closed_it_and_since_when_stands_on_its_trail() {
        long number = over("KNOWN");
        Instant sign = site.session(number).ending().sign().at();
        site.now = site.now.plus(Duration.ofHours(1));
        site.due.close();
        assertThat(site.trail(number)).endsWith("closed");
        assertThat(site.database
                        .read(Scope.everywhere())
                        .select(SESSION_EVENT.DETAIL_JSON)
                        .from(SESSION_EVENT)
                        .where(SESSION_EVENT.KIND.eq("closed"))
                        .fetchOne(SESSION_EVENT.DETAIL_JSON))
                .contains("\"by\":\"reboot\"")
                .contains("\"signAt\":\"" + sign + "\"");
    }

    @Test
    void a_session_that_only_a_boot_ended_was_seen_alive_until_its_last_message() {
        long number = over("KNOWN"); // no register but that of the start
        site.now = site.now.plus(Duration.ofHours(1));
        site.due.close();
        assertThat(site.session(number).times().endedAt()).isEqualTo(NOW);
    }

    @Test
    void any_other_sign_tells_when_it_was_over() {
        long number = site.start("KNOWN", 1000, 0);
        site.status(1, "Charging");
        site.now = NOW.plusSeconds(90);
        site.status(1, "Available");
        Instant sign = site.session(number).ending().sign().at();
        assertThat(sign).isEqualTo(NOW.plusSeconds(90));
        site.now = site.now.plus(Duration.ofHours(1));
        site.due.close();
        assertThat(site.session(number).ending().closedBy()).isEqualTo(ClosedBy.CONNECTOR_FREE);
        assertThat(site.session(number).times().endedAt()).isEqualTo(sign);
    }

    @Test
    void a_message_that_comes_between_the_look_and_the_close_keeps_its_session_open() {
        long number = over("KNOWN");
        site.now = NOW.plus(Duration.ofHours(1));
        dueAfter(() -> site.meter(number, "1400", 60)).close();
        assertThat(site.session(number).ending()).isEqualTo(Ending.OPEN);
    }

    @Test
    void a_session_that_ends_between_the_look_and_the_close_ends_as_its_station_says() {
        long number = over("KNOWN");
        site.now = NOW.plus(Duration.ofHours(1));
        dueAfter(() -> site.stop(number, 1500, 60)).close();
        assertThat(site.session(number).ending())
                .isEqualTo(new Ending(ClosedBy.STATION, StopReason.LOCAL, SessionVerdict.COMPLETE));
        assertThat(site.trail(number)).doesNotContain("closed");
    }

    @Test
    void a_sign_that_moves_on_between_the_look_and_the_close_has_its_wait_anew() {
        long number = site.start("BLOCKED", 1000, 0);
        site.now = NOW.plus(Duration.ofHours(1));
        dueAfter(() -> site.meter(number, "1000", 60)).close();
        assertThat(site.session(number).ending().sign().by()).isEqualTo(ClosedBy.REFUSED);
        assertThat(site.session(number).isOpen()).isTrue();
        site.now = site.now.plus(Duration.ofHours(1));
        site.due.close();
        assertThat(site.session(number).isOpen()).isFalse();
    }

    @Test
    void a_sign_from_when_our_own_clock_was_ahead_frees_the_token_when_the_clock_is_right_again() {
        site.now = NOW.plus(Duration.ofDays(30));
        long number = site.start("KNOWN", 1000, 0);
        site.status(1, "Charging");
        site.status(1, "Available");
        site.now = NOW;
        site.due.bringForward();
        EndSign sign = site.session(number).ending().sign();
        assertThat(sign.freeAt()).isEqualTo(NOW.plus(ChargingSettings.defaults().freeAfter()));
        site.due.bringForward();
        assertThat(site.session(number).ending().sign()).isEqualTo(sign);
        site.now = sign.freeAt();
        assertThat(site.running.holders(Scope.tenant(1), "known")).isEmpty();
    }

    @Test
    void each_of_its_turns_is_a_job_that_comes_every_30_seconds() {
        assertThat(site.due.recurringJobs())
                .extracting(Recurring::name, job -> job.schedule().after(NOW))
                .containsExactly(
                        tuple("session-closing", NOW.plusSeconds(30)),
                        tuple("token-freeing", NOW.plusSeconds(30)),
                        tuple("session-ordering", NOW.plusSeconds(30)));
        long number = over("KNOWN");
        site.now = NOW.plus(Duration.ofHours(1));
        site.due.recurringJobs().forEach(job -> job.work().run());
        assertThat(site.session(number).isOpen()).isFalse();
    }

    /** A round that is overtaken: something happens behind its look at what is due. */
    private DueSessions dueAfter(Runnable meanwhile) {
        SqlDueSessions overtaken = new SqlDueSessions(site.database) {
            @Override
            public List<Due> freeBefore(Instant moment, long after, int rows) {
                List<Due> due = super.freeBefore(moment, after, rows);
                assertThat(due).hasSize(1);
                meanwhile.run();
                return due;
            }
        };
        return new DueSessions(
                overtaken,
                site.ledger,
                site.commits,
                site.audit,
                ChargingSettings.defaults(),
                Clock.fixed(site.now, ZoneOffset.UTC));
    }
}
