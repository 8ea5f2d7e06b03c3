package org.ohmstead.charging.lifecycle;

import java.util.List;
import org.ohmstead.charging.readings.MeterReading;
import org.ohmstead.charging.session.ChargingSession;
import org.ohmstead.db.lanes.GroupCommit;
import org.ohmstead.db.lanes.Tx;

/**
 * Stores the readings of a message about a session, which may be those of a whole night. What is too much for one commit, which
 * others wait for, follows in further ones. The answer leaves behind the last: a message that was cut short in between comes
 * again, and of a reading that comes again nothing is stored.
 */
final class ReadingPieces {
    /** Some tens of milliseconds of a commit. */
    private static final int AT_ONCE = 2_000;

    private final SessionLedger ledger;
    private final GroupCommit commits;

    ReadingPieces(SessionLedger ledger, GroupCommit commits) {
        this.ledger = ledger;
        this.commits = commits;
    }

    static boolean areMany(int readings) {
        return readings > AT_ONCE;
    }

    /** Stores what goes with the rest of the message. */
    void addFirst(Tx tx, List<MeterReading> readings) {
        ledger.evidence().add(tx, readings.subList(0, Math.min(readings.size(), AT_ONCE)));
    }

    /** Stores what is left, behind the commit of {@link #addFirst}, also where that had been done before. */
    void addRest(ChargingSession session, List<MeterReading> readings) {
        for (int from = AT_ONCE; from < readings.size(); from += AT_ONCE) {
            List<MeterReading> piece =
                    MeterReading.of(session, readings.subList(from, Math.min(from + AT_ONCE, readings.size())));
            commits.write(
                    session.origin().station().scope(),
                    session.origin().station().id(),
                    tx -> {
                        ledger.evidence().add(tx, piece);
                        return piece.size();
                    });
        }
    }
}
