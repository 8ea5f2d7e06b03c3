package org.ohmstead.ocpp.rpc.routing;

import java.util.Locale;
import org.ohmstead.ocpp.OcppVersion;

/** Why a CALL, or an answer to one, was refused (OCPP-J 1.6 table 7, OCPP-J 2.x §4.3). */
public enum ErrorCode {
    NotImplemented,
    NotSupported,
    InternalError,
    ProtocolError,
    SecurityError,
    FormatViolation,
    PropertyConstraintViolation,
    OccurrenceConstraintViolation,
    TypeConstraintViolation,
    GenericError,
    MessageTypeNotSupported,
    RpcFrameworkError;

    /**
     * The code as it is written in a version. 1.6 keeps its two official misspellings (errata to OCPP-J 1.6, 5.1 and 5.2)
     * and has no code for a broken frame.
     */
    public String wire(OcppVersion version) {
        if (version.isV2()) {
            return name();
        }
        return switch (this) {
            case FormatViolation, RpcFrameworkError -> "FormationViolation";
            case OccurrenceConstraintViolation -> "OccurenceConstraintViolation";
            case MessageTypeNotSupported -> GenericError.name();
            case NotImplemented,
                    NotSupported,
                    InternalError,
                    ProtocolError,
                    SecurityError,
                    PropertyConstraintViolation,
                    TypeConstraintViolation,
                    GenericError -> name();
        };
    }

    /** The code that a sender means: any version's spelling, any case; what nobody knows is a GenericError. */
    public static ErrorCode read(String raw) {
        String plain = raw.strip().toLowerCase(Locale.ROOT);
        if (plain.equals("formationviolation")) {
            return FormatViolation;
        }
        if (plain.equals("occurenceconstraintviolation")) {
            return OccurrenceConstraintViolation;
        }
        for (ErrorCode code : values()) {
            if (code.name().toLowerCase(Locale.ROOT).equals(plain)) {
                return code;
            }
        }
        return GenericError;
    }
}
