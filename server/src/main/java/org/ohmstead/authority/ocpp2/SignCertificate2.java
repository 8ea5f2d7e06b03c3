package org.ohmstead.authority.ocpp2;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ohmstead.authority.requests.SigningRequests;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v2.CertificateSigningUse;
import org.ohmstead.ocpp.v2.GenericStatus;
import org.ohmstead.ocpp.v2.SignCertificate.Request;
import org.ohmstead.ocpp.v2.SignCertificate.Response;
import org.ohmstead.ocpp.v2.StatusInfo;
import org.ohmstead.stations.Caller;

/** OCPP 2.x A02, A03: a station asks for a certificate; it follows in CertificateSigned. */
@Singleton
public class SignCertificate2 implements CallHandler<Caller, Request, Response> {
    private static final String REASON = "InvalidCSR"; // part 2 appendix 5
    private static final int LONGEST_INFO = 512; // in 2.0.1

    private final SigningRequests requests;

    @Inject
    public SignCertificate2(SigningRequests requests) {
        this.requests = requests;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        Optional<String> refusal = requests.take(
                caller.station(),
                use(call.certificateType()),
                Objects.requireNonNullElse(call.csr(), ""),
                call.requestId(),
                caller.receivedAt());
        return refusal.map(words -> new Response(GenericStatus.Rejected, new StatusInfo(REASON, cut(words))))
                .orElseGet(() -> new Response(GenericStatus.Accepted));
    }

    /** Absent: for the connection, and towards vehicles if the station uses one for both (A02.FR.14). */
    private static SignedFor use(@Nullable CertificateSigningUse use) {
        return switch (use) {
            case null -> SignedFor.STATION;
            case ChargingStationCertificate -> SignedFor.STATION;
            case V2GCertificate -> SignedFor.V2G;
            case V2G20Certificate -> SignedFor.V2G20;
        };
    }

    private static String cut(String words) {
        return words.length() > LONGEST_INFO ? words.substring(0, LONGEST_INFO) : words;
    }
}
