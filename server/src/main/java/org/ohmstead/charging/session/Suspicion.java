package org.ohmstead.charging.session;

import java.util.Locale;

/**
 * What is not as it should be about a session. It never keeps a station from its answer; it is what a human looks at before
 * the session becomes a bill.
 */
public enum Suspicion {
    /** Nobody reported the start: it was adopted from a reading, or its stop or a later event is all there is. */
    START_MISSING(Kind.REPORTED),
    /** The session was closed without a word of the station. */
    END_MISSING(Kind.REPORTED),
    /** The start or the stop lacked something that it must have, such as its connector. */
    FIELDS_MISSING(Kind.REPORTED),
    /** A message had no time, so its arrival counts. */
    TIME_MISSING(Kind.REPORTED),
    /** The clock of the station was so far off, a day or more or never set, that the arrival counts. */
    CLOCK_ABSURD(Kind.REPORTED),
    /** The clock of the station was minutes or hours off; times are corrected by that, and its own ones stand beside them. */
    CLOCK_OFF(Kind.REPORTED),
    /** The end lies before the start. */
    END_BEFORE_START(Kind.DERIVED),
    /** Readings were taken before the start or after the end. */
    OUT_OF_WINDOW(Kind.DERIVED),
    /** The register at the start is not known. */
    METER_START_MISSING(Kind.DERIVED),
    /** The register at the end is not known. */
    METER_STOP_MISSING(Kind.DERIVED),
    /** A register showed less than nothing. */
    METER_NEGATIVE(Kind.DERIVED),
    /** The register at the end shows less than at the start. */
    METER_STOP_BELOW_START(Kind.DERIVED),
    /** The register began anew within the session; the energy is the sum of the parts. */
    METER_RESET(Kind.DERIVED),
    /** The register reached its last figure and went on from 0; the energy is counted across it. */
    METER_ROLLOVER(Kind.DERIVED),
    /** The register rose faster than this EVSE can deliver. */
    METER_JUMP(Kind.DERIVED),
    /** Single readings do not fit between their neighbours, and were left out. */
    METER_NOT_MONOTONIC(Kind.DERIVED),
    /**
     * Start, stop and readings are not all of one register: a placeholder at the start, a count of the session beside one of the
     * meter's life. They were not mixed.
     */
    METER_BASE_MIXED(Kind.DERIVED),
    /** Power times time says far more than the register: kWh labelled Wh, or a register that stands still. */
    METER_SCALE(Kind.DERIVED),
    /** The register says far more than power times time. */
    METER_ABOVE_POWER(Kind.DERIVED),
    /** There is no register: the energy is the sum of what single intervals brought. No reason for doubt by itself. */
    ENERGY_FROM_INTERVALS(Kind.NOTE),
    /** The energy is a sum of intervals, and one seems to be missing. */
    INTERVAL_MISSING(Kind.DERIVED),
    /** No register of any use. */
    ENERGY_UNKNOWN(Kind.DERIVED),
    /** 2.x: not every event between the first and the last has come. */
    SEQ_GAP(Kind.DERIVED),
    /** 2.x: an event had no sequence number, so nobody can say whether all have come. */
    SEQ_MISSING(Kind.REPORTED),
    /** 2.x: so many events came in another order than they happened that the last ones are not put into it yet. */
    SEQ_DISORDER(Kind.REPORTED),
    /** 2.x: a sequence number came again with another content; both count, in the order of their times. */
    SEQ_CONFLICT(Kind.REPORTED),
    /** The stop came again with another content; the first counts. */
    STOP_CONFLICT(Kind.REPORTED),
    /** Another session began on its EVSE before it was over, so that both may count the same energy. */
    SESSIONS_OVERLAP(Kind.REPORTED),
    /** Stopped with a token that has nothing to do with the one it was started with. */
    STOP_TOKEN_UNRELATED(Kind.REPORTED);

    private enum Kind {
        REPORTED,
        DERIVED,
        NOTE
    }

    private final Kind kind;

    Suspicion(Kind kind) {
        this.kind = kind;
    }

    /** Whether it follows from all the evidence, and so may go away with new evidence. */
    public boolean derived() {
        return kind != Kind.REPORTED;
    }

    /** Whether it only says how a figure was found, so that a session with nothing else is complete. */
    public boolean isNote() {
        return kind == Kind.NOTE;
    }

    /** As it stands in rows and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
