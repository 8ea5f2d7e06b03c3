package org.ohmstead.tokens.ocpp16;

import java.time.temporal.ChronoUnit;
import org.ohmstead.ocpp.v16.AuthorizationStatus;
import org.ohmstead.ocpp.v16.IdTagInfo;
import org.ohmstead.tokens.TokenVerdict;

/** A verdict in the words of 1.6, for every message that carries one. */
public final class IdTagInfos {
    /** CiString20Type: a longer parent would make the answer invalid, and the station would drop all of it. */
    private static final int LONGEST_PARENT = 20;

    private IdTagInfos() {}

    public static IdTagInfo of(TokenVerdict verdict) {
        String parent = verdict.group();
        return new IdTagInfo(
                status(verdict),
                verdict.expiresAt() == null ? null : verdict.expiresAt().truncatedTo(ChronoUnit.SECONDS),
                parent == null || parent.length() > LONGEST_PARENT ? null : parent);
    }

    private static AuthorizationStatus status(TokenVerdict verdict) {
        return switch (verdict.status()) {
            case ACCEPTED -> AuthorizationStatus.Accepted;
            case BLOCKED -> AuthorizationStatus.Blocked;
            case CONCURRENT -> AuthorizationStatus.ConcurrentTx;
            case EXPIRED -> AuthorizationStatus.Expired;
            case INVALID, NO_CREDIT, NOT_ALLOWED_TYPE_EVSE, NOT_AT_THIS_LOCATION, NOT_AT_THIS_TIME, UNKNOWN ->
                AuthorizationStatus.Invalid;
        };
    }
}
