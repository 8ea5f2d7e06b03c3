package org.ohmstead.ocpp.v16;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppCall;
import org.ohmstead.ocpp.OcppResult;
import org.ohmstead.ocpp.schema.MaxLength;

/**
 * Replaces the local list, or patches it; CSMS to station.
 * Source: OCPP 1.6 §5.15.
 */
public interface SendLocalList {

    /**
     * @param listVersion            version after the update; greater than 0, and rising with each patch
     * @param updateType             replace or patch
     * @param localAuthorizationList the entries; absent or empty with Full clears the list
     */
    record Request(
            int listVersion,
            UpdateType updateType,
            @Nullable List<AuthorizationData> localAuthorizationList) implements OcppCall<Response> {
        /** What the specification requires; the rest absent. */
        public Request(int listVersion, UpdateType updateType) {
            this(listVersion, updateType, null);
        }
    }

    /** @param status on Failed or VersionMismatch of a patch, a Full update is due */
    record Response(Status status) implements OcppResult {}

    /**
     * One entry of the local list.
     *
     * @param idTag     token of the entry; compared without regard to case
     * @param idTagInfo what the station shall think of it; absent in a patch: remove the entry
     */
    record AuthorizationData(
            @MaxLength(20) String idTag, @Nullable IdTagInfo idTagInfo) {
        /** What the specification requires; the rest absent. */
        public AuthorizationData(String idTag) {
            this(idTag, null);
        }
    }

    /** Outcome of an update. VersionMismatch: the patch is not newer than the list. */
    enum Status {
        Accepted,
        Failed,
        NotSupported,
        VersionMismatch
    }

    /** Full replaces the whole list; Differential adds, changes and removes single entries. */
    enum UpdateType {
        Differential,
        Full
    }
}
