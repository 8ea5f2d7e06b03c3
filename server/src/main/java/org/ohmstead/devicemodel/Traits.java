package org.ohmstead.devicemodel;

import org.jspecify.annotations.Nullable;

/**
 * What a station says of a variable beside its value. Words are the station's own; null: it does not say.
 *
 * @param mutability {@code ReadOnly}, {@code WriteOnly} or {@code ReadWrite}
 * @param type       of its value, such as {@code integer}
 * @param minLimit   a decimal
 * @param maxLimit   a decimal; for texts and lists the greatest length
 * @param values     that are allowed, separated by commas
 */
public record Traits(
        @Nullable String mutability,
        @Nullable String type,
        @Nullable String unit,
        @Nullable String minLimit,
        @Nullable String maxLimit,
        @Nullable String values) {
    public static final String READ_ONLY = "ReadOnly";
    public static final String WRITE_ONLY = "WriteOnly";
    public static final String READ_WRITE = "ReadWrite";
    public static final Traits UNKNOWN = new Traits(null, null, null, null, null, null);

    static Traits ofMutability(String mutability) {
        return new Traits(mutability, null, null, null, null, null);
    }

    public boolean isWriteOnly() {
        return WRITE_ONLY.equalsIgnoreCase(mutability);
    }

    /** What is known of both, the newer word first: an answer tells less than a report. */
    Traits over(Traits older) {
        return new Traits(
                mutability == null ? older.mutability : mutability,
                type == null ? older.type : type,
                unit == null ? older.unit : unit,
                minLimit == null ? older.minLimit : minLimit,
                maxLimit == null ? older.maxLimit : maxLimit,
                values == null ? older.values : values);
    }
}
