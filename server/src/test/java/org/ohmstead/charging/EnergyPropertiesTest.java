package org.ohmstead.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ohmstead.charging.MadeUpSession.Fault;
import org.ohmstead.charging.metering.Assessment;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.ChargingSettings;
import org.ohmstead.charging.session.SessionVerdict;

/**
 * Thousands of made-up sessions: the energy is right, or the session is suspect or incomplete; it is never wrong and complete.
 * What fails is shown with its seed; {@code new MadeUpSession(seed, fault)} is that session again.
 */
class EnergyPropertiesTest {
    private static final int ROUNDS = 150;
    private static final Set<Fault> HONEST = EnumSet.of(Fault.NONE, Fault.COUNTS_FROM_ZERO);
    /** A wrong scale is seen, but nobody can say which of the two is wrong. */
    private static final Set<Fault> SCALES = EnumSet.of(Fault.TEN_TIMES, Fault.THOUSANDTH, Fault.STANDS_STILL);

    private final Assessment assessment = new Assessment(ChargingSettings.defaults());

    private List<String> failures(Fault fault, Predicate<MadeUpSession> holds) {
        List<String> failures = new ArrayList<>();
        for (long seed = 0; seed < ROUNDS; seed++) {
            MadeUpSession session = new MadeUpSession(seed, fault);
            if (!holds.test(session)) {
                ChargingSession result = session.assessed(assessment);
                failures.add("seed " + seed + ": " + session + " -> "
                        + result.meter().energyWh() + " Wh, " + result.ending().verdict() + " "
                        + result.suspicions());
            }
        }
        return failures;
    }

    private static boolean isRight(MadeUpSession session, BigDecimal energyWh) {
        return energyWh != null && Math.abs(energyWh.doubleValue() - session.trueWh()) <= session.toleranceWh();
    }

    @ParameterizedTest
    @EnumSource
    void energy_is_right_or_the_session_is_not_complete(Fault fault) {
        assertThat(failures(fault, session -> {
                    ChargingSession result = session.assessed(assessment);
                    return result.ending().verdict() != SessionVerdict.COMPLETE
                            || isRight(session, result.meter().energyWh());
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "COUNTS_FROM_ZERO"})
    void what_is_honest_is_complete_and_right(Fault fault) {
        assertThat(HONEST).contains(fault);
        assertThat(failures(fault, session -> {
                    ChargingSession result = session.assessed(assessment);
                    return result.ending().verdict() == SessionVerdict.COMPLETE
                            && isRight(session, result.meter().energyWh());
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void no_figure_is_more_than_the_evse_can_deliver(Fault fault) {
        assertThat(failures(fault, session -> {
                    BigDecimal wh = session.assessed(assessment).meter().energyWh();
                    return SCALES.contains(fault) || wh == null || wh.doubleValue() <= session.mostWh();
                }))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void nor_does_a_session_that_runs_show_one(Fault fault) {
        assertThat(failures(
                        fault,
                        session -> SCALES.contains(fault)
                                || session.live(assessment).stream()
                                        .map(running -> running.meter().energyWh())
                                        .allMatch(wh -> wh == null || wh.doubleValue() <= session.mostWh())))
                .isEmpty();
    }

    /** Where enough is left to tell what it was. */
    @ParameterizedTest
    @EnumSource(
            names = {"ZERO_AT_START", "SESSION_READINGS", "LIFETIME_READINGS", "TWO_VALUES", "ROLLOVER", "SPIKE", "DROP"
            })
    void what_can_be_mended_is_right(Fault fault) {
        List<String> failures = failures(fault, session -> {
            BigDecimal wh = session.assessed(assessment).meter().energyWh();
            boolean nothingElse = session.fault == Fault.ZERO_AT_START && !session.isKnown && !session.hasReadings();
            return nothingElse
                    ? wh == null
                    : wh != null && Math.abs(wh.doubleValue() - session.trueWh()) <= 1 + atMostLost(session);
        });
        assertThat(failures).isEmpty();
    }

    /** A start that is none costs what was delivered before the first reading. */
    private static double atMostLost(MadeUpSession session) {
        boolean startLost = session.fault == Fault.ZERO_AT_START;
        return session.toleranceWh()
                + (startLost ? session.ratedW * (session.every == 0 ? session.seconds : session.every) / 3600.0 : 0);
    }

    @Test
    void the_made_up_sessions_are_not_all_of_one_kind() {
        long readings = java.util.stream.LongStream.range(0, ROUNDS)
                .filter(seed -> new MadeUpSession(seed, Fault.NONE).every > 0)
                .count();
        assertThat(readings).isBetween(ROUNDS / 2L, ROUNDS - 20L);
    }
}
