package org.ohmstead.plainanswers.ocpp2;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v2.Get15118EVCertificate;
import org.ohmstead.ocpp.v2.Get15118EVCertificate.Iso15118EVCertificateStatus;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatus;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusKind;
import org.ohmstead.ocpp.v2.GetCertificateStatus;
import org.ohmstead.ocpp.v2.GetCertificateStatus.GetCertificateStatusKind;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.Caller;

/** Block M, certificates, while no contract pool is connected. Each method is a handler. */
public final class CertificateAnswers2 {
    private static final String NOT_ENABLED = "NotEnabled";

    /** How soon a station may ask again; it asks weekly where it gets an answer (M06). */
    private static final Duration ASK_AGAIN = Duration.ofDays(1);

    private CertificateAnswers2() {}

    /** M01, M02: there is no pool of contract certificates to ask. The schema wants a response of the EV's all the same. */
    public static Get15118EVCertificate.Response get15118EVCertificate(
            Caller caller, Get15118EVCertificate.Request call) {
        return new Get15118EVCertificate.Response(
                Iso15118EVCertificateStatus.Failed,
                "",
                new StatusInfo(NOT_ENABLED, "No pool of contract certificates is connected"),
                null);
    }

    /** M06: OCSP responders are not asked, least of all at addresses that a station names. */
    public static GetCertificateStatus.Response getCertificateStatus(Caller caller, GetCertificateStatus.Request call) {
        return new GetCertificateStatus.Response(
                GetCertificateStatusKind.Failed, new StatusInfo(NOT_ENABLED, "OCSP responders are not asked"), null);
    }

    /** M07: neither are revocation lists. One entry for each certificate, in the order of the request. */
    public static GetCertificateChainStatus.Response getCertificateChainStatus(
            Caller caller, GetCertificateChainStatus.Request call) {
        Instant nextUpdate = caller.receivedAt().plus(ASK_AGAIN);
        List<CertificateStatus> statuses = call.certificateStatusRequests().stream()
                .map(asked -> new CertificateStatus(
                        asked.certificateHashData(), asked.source(), CertificateStatusKind.Failed, nextUpdate))
                .toList();
        return repeatable(new GetCertificateChainStatus.Response(statuses));
    }

    /** An answer that repeats what was asked is only as valid as that; what was tolerated there must not be sent back. */
    private static GetCertificateChainStatus.Response repeatable(GetCertificateChainStatus.Response answer) {
        var deviations = RecordCodec.of(GetCertificateChainStatus.Response.class, OcppVersion.V21)
                .check(answer);
        if (!deviations.isEmpty()) {
            throw new CallRefused(
                    ErrorCode.PropertyConstraintViolation,
                    "certificateStatusRequests cannot be repeated in an answer: " + deviations.getFirst());
        }
        return answer;
    }
}
