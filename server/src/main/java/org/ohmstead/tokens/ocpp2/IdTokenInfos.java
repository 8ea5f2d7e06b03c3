package org.ohmstead.tokens.ocpp2;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.v2.AuthorizationStatus;
import org.ohmstead.ocpp.v2.IdToken;
import org.ohmstead.ocpp.v2.IdTokenInfo;
import org.ohmstead.ocpp.v2.MessageContent;
import org.ohmstead.ocpp.v2.MessageFormat;
import org.ohmstead.tokens.TokenVerdict;

/** A verdict in the words of 2.x, for every message that carries one. */
public final class IdTokenInfos {
    private static final int LONGEST_ID_201 = 36;
    private static final int LONGEST_ID_21 = 255;
    private static final int LONGEST_TEXT_201 = 512;
    private static final int LONGEST_TEXT_21 = 1024;

    private IdTokenInfos() {}

    public static IdTokenInfo of(TokenVerdict verdict, OcppVersion version) {
        List<Integer> evses = verdict.evses();
        return new IdTokenInfo(
                status(verdict),
                verdict.expiresAt() == null ? null : verdict.expiresAt().truncatedTo(ChronoUnit.SECONDS),
                verdict.priority(),
                verdict.language(),
                evses.isEmpty() ? null : evses,
                group(verdict.group(), version),
                null,
                message(verdict.personalMessage(), version));
    }

    /** C09.FR.13: a group is of type Central. One that is too long for the version is left out rather than cut. */
    private static @Nullable IdToken group(@Nullable String group, OcppVersion version) {
        int longest = version == OcppVersion.V201 ? LONGEST_ID_201 : LONGEST_ID_21;
        return group == null || group.length() > longest ? null : new IdToken(group, "Central");
    }

    /** A text for a driver, cut to what the version has room for. @return null: there is none */
    public static @Nullable MessageContent message(@Nullable String text, OcppVersion version) {
        if (text == null) {
            return null;
        }
        int longest = version == OcppVersion.V201 ? LONGEST_TEXT_201 : LONGEST_TEXT_21;
        return new MessageContent(MessageFormat.UTF8, text.substring(0, Math.min(text.length(), longest)));
    }

    private static AuthorizationStatus status(TokenVerdict verdict) {
        return switch (verdict.status()) {
            case ACCEPTED -> AuthorizationStatus.Accepted;
            case BLOCKED -> AuthorizationStatus.Blocked;
            case CONCURRENT -> AuthorizationStatus.ConcurrentTx;
            case EXPIRED -> AuthorizationStatus.Expired;
            case INVALID -> AuthorizationStatus.Invalid;
            case NO_CREDIT -> AuthorizationStatus.NoCredit;
            case NOT_ALLOWED_TYPE_EVSE -> AuthorizationStatus.NotAllowedTypeEVSE;
            case NOT_AT_THIS_LOCATION -> AuthorizationStatus.NotAtThisLocation;
            case NOT_AT_THIS_TIME -> AuthorizationStatus.NotAtThisTime;
            case UNKNOWN -> AuthorizationStatus.Unknown;
        };
    }
}
