package org.ohmstead.ocpp.codec;

/** The kinds of rule that a message may break. */
public enum Rule {
    /** Something that must be there is missing. */
    REQUIRED,
    /** Another JSON type than demanded, null included; also a whole number beyond 32 (or 64) bits. */
    TYPE,
    /** The right type with a value that is not allowed: enum, length, range, step, format. */
    VALUE,
    /** Too few or too many elements. */
    CARDINALITY,
    /** A field that no version knows. */
    UNKNOWN_FIELD,
    /** A field or an enum value that only a newer version knows. */
    NEWER,
    /** Not JSON, or JSON that names a key twice. */
    SYNTAX
}
