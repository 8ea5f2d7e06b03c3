package org.ohmstead.messagelog;

/** Which way a frame went, seen from us. */
public enum Direction {
    /** From the station. */
    IN,
    /** To the station. */
    OUT;

    /** As it stands in the database and in the API. */
    public String word() {
        return this == IN ? "in" : "out";
    }

    static Direction of(String word) {
        return word.equals("in") ? IN : OUT;
    }
}
