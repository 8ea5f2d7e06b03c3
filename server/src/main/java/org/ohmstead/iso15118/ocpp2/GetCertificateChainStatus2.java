package org.ohmstead.iso15118.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ohmstead.iso15118.checks.CertificateStanding;
import org.ohmstead.iso15118.checks.CertificateStandings;
import org.ohmstead.iso15118.checks.CertificateStandings.Lookup;
import org.ohmstead.iso15118.requests.CertificateRequests;
import org.ohmstead.iso15118.requests.CertificateRequests.Outcome;
import org.ohmstead.iso15118.revocation.Standing;
import org.ohmstead.ocpp.OcppVersion;
import org.ohmstead.ocpp.codec.RecordCodec;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.rpc.routing.CallRefused;
import org.ohmstead.ocpp.rpc.routing.ErrorCode;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatus;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusKind;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusRequestInfo;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.CertificateStatusSource;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.Request;
import org.ohmstead.ocpp.v2.GetCertificateChainStatus.Response;
import org.ohmstead.stations.Caller;

/** M07 (2.1): whether certificates are revoked, in the order of the request. */
@Singleton
public class GetCertificateChainStatus2 implements CallHandler<Caller, Request, Response> {
    /** When it is worth another try, where nobody says so. */
    private static final Duration ASK_AGAIN = Duration.ofHours(1);

    private final CertificateStandings standings;
    private final CertificateRequests requests;

    @Inject
    public GetCertificateChainStatus2(CertificateStandings standings, CertificateRequests requests) {
        this.standings = standings;
        this.requests = requests;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        List<CertificateStatusRequestInfo> asked = call.certificateStatusRequests();
        Instant again = caller.receivedAt().plus(ASK_AGAIN);
        // before anybody is asked: what cannot be answered is not worth it
        repeatable(new Response(asked.stream()
                .map(one -> status(one, CertificateStanding.none(), again))
                .toList()));
        List<CertificateStanding> found = standings.look(
                caller.station(),
                asked.stream().map(GetCertificateChainStatus2::lookup).toList());
        List<CertificateStatus> statuses = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            CertificateStatus status = status(asked.get(i), found.get(i), again);
            statuses.add(status);
            requests.keep(
                    caller,
                    "GetCertificateChainStatus",
                    asked.get(i).certificateHashData().serialNumber(),
                    new Outcome(
                            status.status().name(),
                            found.get(i).why(),
                            found.get(i).source(),
                            0));
        }
        return new Response(statuses);
    }

    private static Lookup lookup(CertificateStatusRequestInfo asked) {
        return new Lookup(
                CertificateIds.of(asked.certificateHashData()),
                asked.source() == CertificateStatusSource.CRL,
                asked.urls());
    }

    private static CertificateStatus status(
            CertificateStatusRequestInfo asked, CertificateStanding found, Instant again) {
        @Nullable Instant next = found.nextUpdate();
        return new CertificateStatus(
                asked.certificateHashData(),
                asked.source(),
                kind(found.standing()),
                (next == null ? again : next).truncatedTo(ChronoUnit.SECONDS));
    }

    private static CertificateStatusKind kind(@Nullable Standing standing) {
        if (standing == null) {
            return CertificateStatusKind.Failed;
        }
        return switch (standing) {
            case GOOD -> CertificateStatusKind.Good;
            case REVOKED -> CertificateStatusKind.Revoked;
            case UNKNOWN -> CertificateStatusKind.Unknown;
        };
    }

    /** An answer that repeats what was asked is only as valid as that; what was tolerated there must not be sent back. */
    private static void repeatable(Response answer) {
        var deviations = RecordCodec.of(Response.class, OcppVersion.V21).check(answer);
        if (!deviations.isEmpty()) {
            throw new CallRefused(
                    ErrorCode.PropertyConstraintViolation,
                    "certificateStatusRequests cannot be repeated in an answer: " + deviations.getFirst());
        }
    }
}
