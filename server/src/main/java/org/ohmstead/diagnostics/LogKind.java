package org.ohmstead.diagnostics;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which log a station is asked for. */
@Schema(name = "LogKind")
public enum LogKind {
    /** What its maker wants to know of a fault. */
    DIAGNOSTICS("DiagnosticsLog"),
    /** Its security events. */
    SECURITY("SecurityLog"),
    /** What a data collector of OCPP 2.1 has recorded. */
    DATACOLLECTOR("DataCollectorLog");

    private final String ocpp;

    LogKind(String ocpp) {
        this.ocpp = ocpp;
    }

    /** As it stands in the database and in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In GetLog. */
    String ocpp() {
        return ocpp;
    }

    static LogKind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** @param word of GetLog; an unknown one is the usual log */
    static LogKind ofOcpp(String word) {
        for (LogKind each : values()) {
            if (each.ocpp.equals(word)) {
                return each;
            }
        }
        return DIAGNOSTICS;
    }
}
