package org.ohmstead.ocpp.v2;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.Items;

/**
 * Replaces the local list, or patches it; CSMS to station.
 * Source: OCPP 2.x D01, N10.
 */
public interface SendLocalList {

    /**
     * @param versionNumber          version after the update; greater than 0, and rising with each patch
     * @param updateType             replace or patch
     * @param localAuthorizationList the entries; absent with Full clears the list
     */
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

    /**
     * @param status     on Failed or VersionMismatch of a patch, a Full update is due
     * @param statusInfo reason, as code and text
     */
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

    /**
     * One entry of the local list.
     *
     * @param idToken     token of the entry
     * @param idTokenInfo what the station shall think of it; absent in a patch: remove the entry
     */
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

    /** Outcome of an update. VersionMismatch: the patch is not newer than the list. */
    enum SendLocalListStatus {
        Accepted,
        Failed,
        VersionMismatch
    }

    /** Full replaces the whole list; Differential adds, changes and removes single entries. */
    enum Update {
        Differential,
        Full
    }
}
