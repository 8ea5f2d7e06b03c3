package org.ohmstead.ocpp.rpc.routing;

/**
 * The only way for a handler to answer CALLERROR on purpose. Not for a negative business outcome, which is a status of a
 * normal answer, and never for a transaction message, which the station would repeat and then lose (OCPP 1.6 §3.7.1, E12).
 */
public final class CallRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String description;

    public CallRefused(ErrorCode code, String description) {
        super(code + ": " + description, null, false, false);
        this.code = code;
        this.description = description;
    }

    public ErrorCode code() {
        return code;
    }

    public String description() {
        return description;
    }
}
