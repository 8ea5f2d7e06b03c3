package org.ohmstead.ocpp;

import java.util.Locale;
import java.util.Optional;

/** A protocol version that a station may speak; the order of the constants is the order of age. */
public enum OcppVersion {
    V16("1.6", "ocpp1.6"),
    V201("2.0.1", "ocpp2.0.1"),
    V21("2.1", "ocpp2.1");

    private final String number;
    private final String subprotocol;

    OcppVersion(String number, String subprotocol) {
        this.number = number;
        this.subprotocol = subprotocol;
    }

    /** As people write it: {@code 1.6}, {@code 2.0.1}, {@code 2.1}. */
    public String number() {
        return number;
    }

    /** The registered WebSocket subprotocol (OCPP-J §3.1.2). */
    public String subprotocol() {
        return subprotocol;
    }

    /** Whether this version belongs to the 2.x family, whose messages are the records of {@code v2}. */
    public boolean isV2() {
        return this != V16;
    }

    /** Whether something that came with {@code since} exists in this version. 1.6 shares nothing with 2.x. */
    public boolean has(OcppVersion since) {
        return isV2() == since.isV2() && compareTo(since) >= 0;
    }

    /** The version of a subprotocol as stations write it: any case, with blanks or quotes around it. */
    public static Optional<OcppVersion> ofSubprotocol(String offered) {
        String plain = offered.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        for (OcppVersion version : values()) {
            if (version.subprotocol.equals(plain) || (version == V16 && plain.equals("ocpp1.6j"))) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    /** The version of a number such as {@code 2.0.1}; also takes {@code 1.6J}. */
    public static Optional<OcppVersion> ofNumber(String number) {
        String plain = number.strip().toUpperCase(Locale.ROOT).replaceFirst("J$", "");
        for (OcppVersion version : values()) {
            if (version.number.equals(plain)) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }
}
