package org.ohmstead.audit;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ohmstead.api.Refused;
import org.ohmstead.audit.AuditVerification.Fault;
import org.ohmstead.audit.ChainEnds.End;

/** Checks chains: that every line is there, says what it said when it was written, and stands where it stood. */
@Singleton
public class AuditChains {
    private static final int CHUNK = 1_000;

    private final SqlAuditLines lines;

    @Inject
    public AuditChains(SqlAuditLines lines) {
        this.lines = lines;
    }

    /** A line as somebody has noted it down earlier. */
    record Noted(long seq, String hash) {}

    /**
     * Walks the whole chain as it is when this begins; takes about two seconds for 100,000 lines.
     *
     * @param noted what has to be there too; null: nothing
     * @throws Refused invalid for what was noted of a line that was cleared away
     */
    AuditVerification verify(long tenant, @Nullable Noted noted) {
        while (true) {
            ChainEnds ends = lines.ends(tenant);
            if (noted != null && noted.seq() < ends.anchor().seq()) {
                throw Refused.invalid(
                        "seq",
                        "seq is " + noted.seq() + ", and lines up to "
                                + ends.anchor().seq()
                                + " were cleared away for their age. Give what was noted of a later check.");
            }
            Walk walk = new Walk(ends.anchor(), noted);
            Fault fault = fault(tenant, ends, walk);
            if (fault == null || lines.ends(tenant).anchor().equals(ends.anchor())) {
                End end = ends.head() == null ? End.BEGIN : ends.head();
                return new AuditVerification(
                        fault == null,
                        walk.last.seq() - ends.anchor().seq(),
                        end.seq(),
                        end.hash(),
                        ends.anchor().seq(),
                        ends.clearedAt(),
                        fault);
            } // else lines were cleared away under our eyes
        }
    }

    private @Nullable Fault fault(long tenant, ChainEnds ends, Walk walk) {
        End head = ends.head();
        if (head == null) {
            return ends.last() == 0 && ends.anchor().seq() == 0
                    ? walk.fault(End.BEGIN)
                    : new Fault(
                            ends.last(),
                            "The row of audit_head is missing that says which line is the last; line " + ends.last()
                                    + " is the last that stands.");
        }
        long after = Long.MIN_VALUE;
        while (after < head.seq()) {
            List<SealedLine> chunk = lines.after(tenant, after, CHUNK);
            for (SealedLine line : chunk) {
                if (line.seq() > head.seq()) {
                    break; // it may have come since
                }
                Fault fault = walk.fault(line);
                if (fault != null) {
                    return fault;
                }
            }
            if (chunk.size() < CHUNK) {
                break;
            }
            after = chunk.getLast().seq();
        }
        Fault fault = walk.fault(head);
        return fault == null && ends.last() > head.seq()
                ? new Fault(
                        head.seq() + 1,
                        "Lines up to " + ends.last() + " stand behind line " + head.seq()
                                + ", which is the last one that the server has written.")
                : fault;
    }

    /** From line to line. */
    private static final class Walk {
        private final End anchor;
        private final @Nullable Noted noted;
        private End last;

        Walk(End anchor, @Nullable Noted noted) {
            this.anchor = anchor;
            this.noted = noted;
            this.last = anchor;
        }

        /** Of a line, given those before it. */
        @Nullable
        Fault fault(SealedLine line) {
            long seq = last.seq() + 1;
            if (line.seq() < seq) {
                return new Fault(
                        line.seq(),
                        "Line " + line.seq() + " stands in the chain, which begins behind line " + anchor.seq() + ".");
            }
            if (line.seq() > seq) {
                return new Fault(seq, missing(seq, line.seq() - 1) + " behind it comes line " + line.seq() + ".");
            }
            String hash = line.line().hash(last.hash(), seq);
            if (!hash.equals(line.hash())) {
                return new Fault(
                        seq,
                        "Line " + seq + " is not as it was written: its hash is " + line.hash()
                                + ", and what it says comes to " + hash + ".");
            }
            if (noted != null && noted.seq() == seq && !isNoted(hash)) {
                return another(seq, hash);
            }
            last = new End(seq, hash);
            return null;
        }

        /** Of the end, given all lines. */
        @Nullable
        Fault fault(End head) {
            if (last.seq() < head.seq()) {
                return new Fault(
                        last.seq() + 1,
                        missing(last.seq() + 1, head.seq()) + " line " + head.seq() + " is the last that was written.");
            }
            if (!last.equals(head)) {
                return new Fault(
                        head.seq(),
                        "Line " + last.seq() + " is the last and has the hash " + last.hash()
                                + "; the row of audit_head says that line " + head.seq() + " is, with the hash "
                                + head.hash() + ".");
            }
            if (noted != null && noted.seq() > last.seq()) {
                return new Fault(
                        noted.seq(),
                        "Line " + noted.seq() + " was noted down, and the chain ends with line " + last.seq() + ".");
            }
            return noted != null && noted.seq() == anchor.seq() && !isNoted(anchor.hash())
                    ? another(anchor.seq(), anchor.hash())
                    : null;
        }

        private boolean isNoted(String hash) {
            return noted != null && noted.hash().toLowerCase(Locale.ROOT).equals(hash);
        }

        private static Fault another(long seq, String hash) {
            return new Fault(
                    seq,
                    "Line " + seq + " has the hash " + hash
                            + ", which is not the one that was noted down: the chain was made anew, or what was noted is of"
                            + " another one.");
        }

        private static String missing(long from, long to) {
            return from == to ? "Line " + from + " is missing:" : "Lines " + from + " to " + to + " are missing:";
        }
    }
}
