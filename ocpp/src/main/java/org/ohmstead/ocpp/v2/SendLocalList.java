package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * Replace (Full) or patch (Differential) the local list; CSMS to station.
 * Source: OCPP 2.x D01, N10.
 */
public interface SendLocalList {

    /** What the sender of SendLocalList says. */
    record Request(
            int versionNumber,
            Update updateType,
            @Items(min = 1) @Nullable List<AuthorizationData> localAuthorizationList,
            @Nullable CustomData customData)
            implements OcppCall<Response> {
        /** All but vendor data. */
        public Request(int versionNumber, Update updateType, @Nullable List<AuthorizationData> localAuthorizationList) {
            this(versionNumber, updateType, localAuthorizationList, null);
        }
        /** What the specification requires; the rest absent. */
        public Request(int versionNumber, Update updateType) {
            this(versionNumber, updateType, null, null);
        }
    }

    /** The answer to SendLocalList. */
    record Response(
            SendLocalListStatus status,
            @Nullable StatusInfo statusInfo,
            @Nullable CustomData customData) implements OcppResult {
        /** All but vendor data. */
        public Response(SendLocalListStatus status, @Nullable StatusInfo statusInfo) {
            this(status, statusInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public Response(SendLocalListStatus status) {
            this(status, null, null);
        }
    }

    /** Authorization Data. */
    record AuthorizationData(
            IdToken idToken,
            @Nullable IdTokenInfo idTokenInfo,
            @Nullable CustomData customData) {
        /** All but vendor data. */
        public AuthorizationData(IdToken idToken, @Nullable IdTokenInfo idTokenInfo) {
            this(idToken, idTokenInfo, null);
        }
        /** What the specification requires; the rest absent. */
        public AuthorizationData(IdToken idToken) {
            this(idToken, null, null);
        }
    }

    /** Send Local List Status. */
    enum SendLocalListStatus {
        Accepted,
        Failed,
        VersionMismatch
    }

    /** Update. */
    enum Update {
        Differential,
        Full
    }
}
