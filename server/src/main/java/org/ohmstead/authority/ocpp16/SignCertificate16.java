package org.ohmstead.authority.ocpp16;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Objects;
import org.ohmstead.authority.requests.SigningRequests;
import org.ohmstead.certificates.SignedFor;
import org.ohmstead.ocpp.rpc.routing.CallHandler;
import org.ohmstead.ocpp.v16.SignCertificate.GenericStatus;
import org.ohmstead.ocpp.v16.SignCertificate.Request;
import org.ohmstead.ocpp.v16.SignCertificate.Response;
import org.ohmstead.stations.Caller;

/** OCPP 1.6 security extension A02: a station asks for its certificate; it follows in CertificateSigned. */
@Singleton
public class SignCertificate16 implements CallHandler<Caller, Request, Response> {
    private final SigningRequests requests;

    @Inject
    public SignCertificate16(SigningRequests requests) {
        this.requests = requests;
    }

    @Override
    public Response handle(Caller caller, Request call) {
        boolean refused = requests.take(
                        caller.station(),
                        SignedFor.STATION,
                        Objects.requireNonNullElse(call.csr(), ""),
                        null,
                        caller.receivedAt())
                .isPresent();
        return new Response(refused ? GenericStatus.Rejected : GenericStatus.Accepted);
    }
}
