package org.ohmstead.ocpp.rpc.frame;

import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;

/** The message type number that opens a frame (OCPP-J §4.1.3; 5 and 6 came with 2.1). */
public enum FrameType {
    CALL(2),
    CALLRESULT(3),
    CALLERROR(4),
    CALLRESULTERROR(5),
    SEND(6);

    private final int number;

    FrameType(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** Whether a connection of this version may carry it. */
    public boolean existsIn(OcppVersion version) {
        return number < CALLRESULTERROR.number || version == OcppVersion.V21;
    }

    /** Whether it asks for work, so that an action follows the id. */
    boolean isRequest() {
        return this == CALL || this == SEND;
    }

    static @Nullable FrameType of(int number) {
        for (FrameType type : values()) {
            if (type.number == number) {
                return type;
            }
        }
        return null;
    }
}
