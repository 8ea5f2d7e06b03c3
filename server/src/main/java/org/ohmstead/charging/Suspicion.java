package org.ohmstead.charging;

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
    /** The clock of the station was so far off that the arrival counts. */
    CLOCK_ABSURD(Kind.REPORTED),
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
    /** The register rose faster than any charger can deliver. */
    METER_JUMP(Kind.DERIVED),
    /** Single readings do not fit between their neighbours, and were left out. */
    METER_NOT_MONOTONIC(Kind.DERIVED),
    /** Start or stop come from another register than the readings between them; they were not mixed. */
    METER_BASE_MIXED(Kind.DERIVED),
    /** Power times time says a thousand times more than the register: kWh labelled Wh. */
    METER_SCALE(Kind.DERIVED),
    /** No register of any use. */
    ENERGY_UNKNOWN(Kind.DERIVED),
    /** 2.x: not every event between the first and the last has come. */
    SEQ_GAP(Kind.DERIVED),
    /** 2.x: an event had no sequence number, so nobody can say whether all have come. */
    SEQ_MISSING(Kind.REPORTED),
    /** 2.x: a sequence number came again with another content; both count, in the order of their times. */
    SEQ_CONFLICT(Kind.REPORTED),
    /** The stop came again with another content; the first counts. */
    STOP_CONFLICT(Kind.REPORTED),
    /** Stopped with a token that has nothing to do with the one it was started with. */
    STOP_TOKEN_UNRELATED(Kind.REPORTED);

    private enum Kind {
        REPORTED,
        DERIVED
    }

    private final Kind kind;

    Suspicion(Kind kind) {
        this.kind = kind;
    }

    /** Whether it follows from all the evidence, and so may go away with new evidence. */
    boolean derived() {
        return kind == Kind.DERIVED;
    }

    /** As it stands in rows and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
