package org.ohmstead.ocpp.codec;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.lang.invoke.MethodHandle;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record, as one version has it.
 *
 * @param name     on the wire
 * @param index    its place among the components
 * @param shape    what its value is
 * @param presence what happens without a value
 * @param newer    the version does not know it yet
 * @param accessor (Object) -> Object
 */
record Field(String name, int index, Shape shape, Presence presence, boolean newer, MethodHandle accessor) {

    /**
     * What the schema and a lenient reading want of a component's presence.
     *
     * @param required    the schema of this version demands it
     * @param dispensable a lenient reading leaves {@code fallback} instead of a value that is missing or bad
     * @param fallback    null, but for texts of objects with free fields
     */
    record Presence(
            boolean required, boolean dispensable, @Nullable Object fallback) {}

    /** Reads the value that the parser stands on, null included; null, {@link Shape#BAD} or the value. */
    @Nullable
    Object read(Incoming in) throws IOException {
        Findings findings = in.findings;
        findings.enter(name, -1);
        Object value;
        if (newer) {
            findings.deviate(Rule.NEWER, in.found(), "nothing in this version");
        }
        if (newer && in.strict) {
            in.parser.skipChildren();
            value = Shape.BAD;
        } else if (in.token() == JsonToken.VALUE_NULL) {
            value = shape instanceof AnyShape ? null : explicitNull(in);
        } else {
            int mark = findings.mark();
            value = shape.read(in);
            if (value == Shape.BAD && presence.dispensable) {
                findings.absorb(mark);
                value = in.strict ? Shape.BAD : presence.fallback;
            }
        }
        findings.leave();
        return value;
    }

    /** Absent, as far as a lenient reading is concerned (field note 44); no schema takes it. */
    private @Nullable Object explicitNull(Incoming in) throws IOException {
        if (presence.dispensable) {
            in.coerced(shape.wanted());
            return presence.fallback;
        }
        return in.wrongType(shape.wanted());
    }

    /** What stands for it when the object does not have it. */
    @Nullable
    Object missing(Findings findings) {
        if (!presence.required) {
            return presence.fallback;
        }
        findings.enter(name, -1);
        Object value = presence.fallback;
        if (presence.dispensable) {
            findings.deviate(Rule.REQUIRED, "nothing", shape.wanted());
        } else {
            value = findings.fail(Rule.REQUIRED, "nothing", shape.wanted());
        }
        findings.leave();
        return value;
    }

    void check(Object owner, Findings findings) {
        Object value = of(owner);
        if (value == null && !presence.required) {
            return;
        }
        findings.enter(name, -1);
        if (value == null) {
            findings.deviate(Rule.REQUIRED, "nothing", shape.wanted());
        } else if (newer) {
            findings.deviate(Rule.NEWER, shape.wanted(), "nothing in this version");
        } else {
            shape.check(value, findings);
        }
        findings.leave();
    }

    /** Its value in a record. */
    @Nullable
    Object of(Object owner) {
        return Handles.get(accessor, owner);
    }
}
