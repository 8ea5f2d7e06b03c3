package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/**
 * The shape that the schema of one version gives to a value: compiled once, then it reads, checks, writes and describes
 * any number of values, from many threads.
 */
sealed interface Shape
        permits AnyShape,
                ChoiceShape,
                DecimalShape,
                FlagShape,
                ListShape,
                ObjectShape,
                TextShape,
                TimeShape,
                WholeShape {
    /** Read, but nothing usable came out; a finding says why. */
    Unusable BAD = Unusable.VALUE;

    /** The type of {@link #BAD}. */
    enum Unusable {
        VALUE
    }

    /**
     * Reads the value whose first token the parser stands on, which is not null (but for {@link AnyShape}), and stops at its last.
     *
     * @return the value, or {@link #BAD}
     */
    Object read(Incoming in) throws IOException;

    /** Holds a value of ours against the schema. */
    void check(Object value, Findings findings);

    void write(Object value, JsonGenerator out) throws IOException;

    /** The JSON schema of this shape. */
    ObjectNode describe(Definitions definitions);

    /** What is wanted here, for people. */
    String wanted();
}
