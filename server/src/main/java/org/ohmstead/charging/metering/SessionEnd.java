package org.ohmstead.charging.metering;

import java.math.BigDecimal;
import java.util.Set;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.charging.session.MeterState;
import org.ohmstead.charging.session.SeqRange;
import org.ohmstead.charging.session.SessionTimes;
import org.ohmstead.charging.session.SessionVerdict;
import org.ohmstead.charging.session.Suspicion;

/** What a session that has ended lacks, and the verdict about it. */
final class SessionEnd {
    /** What does not matter about a session that nobody was allowed to charge in, and in which nobody did. */
    private static final Set<Suspicion> NOTHING_MISSED = Set.of(
            Suspicion.END_MISSING,
            Suspicion.METER_START_MISSING,
            Suspicion.METER_STOP_MISSING,
            Suspicion.ENERGY_UNKNOWN);

    private SessionEnd() {}

    /**
     * @param seqNos 2.x: all sequence numbers that have come
     * @param doubts about the session so far; added to
     */
    static ChargingSession judged(ChargingSession session, Set<Integer> seqNos, Set<Suspicion> doubts) {
        addDoubts(session, seqNos, doubts);
        ChargingSession judged = session;
        if (session.isRefusedAndIdle() && isAllKnown(session.meter())) {
            doubts.removeAll(NOTHING_MISSED);
            judged = session.with(session.meter().withEnergy(BigDecimal.ZERO));
        }
        return judged.with(session.ending().with(verdict(doubts))).withSuspicions(doubts);
    }

    /** Not where a register at the end is shown, but nobody knows from where it came. */
    private static boolean isAllKnown(MeterState meter) {
        return meter.energyWh() != null || meter.stopWh() == null && meter.lastWh() == null;
    }

    private static void addDoubts(ChargingSession session, Set<Integer> seqNos, Set<Suspicion> doubts) {
        SessionTimes times = session.times();
        MeterState meter = session.meter();
        if (times.endedAt() != null && times.endedAt().isBefore(times.startedAt())) {
            doubts.add(Suspicion.END_BEFORE_START);
        }
        boolean hasRegister = !doubts.contains(Suspicion.ENERGY_FROM_INTERVALS);
        if (hasRegister && meter.startWh() == null) {
            doubts.add(Suspicion.METER_START_MISSING);
        }
        if (hasRegister && meter.stopWh() == null) {
            doubts.add(Suspicion.METER_STOP_MISSING);
        }
        if (meter.energyWh() == null) {
            doubts.add(Suspicion.ENERGY_UNKNOWN);
        }
        if (!session.origin().isNumbered() && !isGapless(session.seq(), seqNos)) {
            doubts.add(Suspicion.SEQ_GAP);
        }
    }

    /** Every number from the start's to the end's has come (2.x part 2, E.1.3.2). */
    private static boolean isGapless(SeqRange seq, Set<Integer> seqNos) {
        if (seq.first() == null || seq.end() == null) {
            return false;
        }
        long within = seqNos.stream()
                .filter(number -> number >= seq.first() && number <= seq.end())
                .count();
        return within == (long) seq.end() - seq.first() + 1;
    }

    private static SessionVerdict verdict(Set<Suspicion> doubts) {
        if (doubts.contains(Suspicion.START_MISSING)
                || doubts.contains(Suspicion.END_MISSING)
                || doubts.contains(Suspicion.SEQ_MISSING)
                || doubts.contains(Suspicion.SEQ_GAP)) {
            return SessionVerdict.INCOMPLETE;
        }
        return doubts.stream().allMatch(Suspicion::isNote) ? SessionVerdict.COMPLETE : SessionVerdict.SUSPECT;
    }
}
