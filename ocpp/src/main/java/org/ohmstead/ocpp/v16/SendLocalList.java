package org.ohmstead.ocpp.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Replace (Full) or patch (Differential) the local list; CSMS to station.
 * Source: OCPP 1.6 §5.15.
 */
public interface SendLocalList {

    /** What the sender of SendLocalList says. */
    record Request(
            int listVersion,
            UpdateType updateType,
            @Nullable List<AuthorizationData> localAuthorizationList) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(int listVersion, UpdateType updateType) {
            this(listVersion, updateType, null);
        }
    }

    /** The answer to SendLocalList. */
    record Response(Status status) implements OcppResult {}

    /** Authorization Data. */
    record AuthorizationData(
            @MaxLength(20) String idTag, @Nullable IdTagInfo idTagInfo) {
        /** What the specification requires; the rest absent. */
        public AuthorizationData(String idTag) {
            this(idTag, null);
        }
    }

    /** Status. */
    enum Status {
        Accepted,
        Failed,
        NotSupported,
        VersionMismatch
    }

    /** Update Type. */
    enum UpdateType {
        Differential,
        Full
    }
}
