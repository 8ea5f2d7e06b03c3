package org.ohmstead.app.settings;

/** A size. */
public record Bytes(int count) {
    public static final Bytes ZERO = new Bytes(0);
}
